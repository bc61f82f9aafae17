import { SET_UP } from './set-up.tsx';

export const BeginSkeleton = () => (
  <div aria-hidden="true" className={SET_UP}>
    <div>
      <div className="skeleton h-10 w-4/5" />
      <div className="skeleton mt-5 h-6 w-full" />
      <div className="skeleton mt-2 h-6 w-3/5" />
    </div>
    <div className="grid content-start gap-y-5 lg:col-start-2 lg:row-span-2 lg:row-start-1">
      {['w-full', 'w-11/12', 'w-2/5', 'w-3/5', 'w-4/5'].map((width) => (
        <div key={width} className="h-25">
          <div className="skeleton h-5 w-20" />
          <div className={`skeleton mt-3 h-9 ${width}`} />
        </div>
      ))}
    </div>
    <div className="lg:col-start-1">
      <div className="skeleton h-12 w-60" />
    </div>
  </div>
);
