import { TalkSkeleton } from './talk-skeleton.tsx';

/** The room before its first word. */
export const RoomSkeleton = () => (
  <div aria-busy="true" className="flex h-dvh flex-col short:h-auto">
    <p className="sr-only">The interview is being opened.</p>
    <div aria-hidden="true" className="border-line border-b px-4 pt-3 pb-3 sm:px-6">
      <div className="flex h-8 items-center justify-between gap-6">
        <div className="skeleton ml-12 h-5 w-56" />
        <div className="skeleton h-5 w-32" />
      </div>
      <div className="skeleton mt-3 h-1 w-full" />
      <div className="mt-1.5 h-5 max-md:hidden" />
    </div>
    <TalkSkeleton />
    <div aria-hidden="true" className="mx-auto w-full max-w-[46rem] px-6 pb-14">
      <div className="skeleton h-25 w-full" />
    </div>
  </div>
);
