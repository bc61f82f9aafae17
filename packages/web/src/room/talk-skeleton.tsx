/** A conversation before its first word is here. */
export const TalkSkeleton = () => (
  <div
    aria-hidden="true"
    className="mx-auto grid w-full max-w-[46rem] flex-1 content-start gap-y-4 px-6 pt-10"
  >
    {['w-11/12', 'w-4/5', 'w-full', 'w-3/5'].map((width) => (
      <div key={width} className="sm:pl-28">
        <div className={`skeleton h-4 max-w-measure ${width}`} />
      </div>
    ))}
  </div>
);
