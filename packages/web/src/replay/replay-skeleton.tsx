import { TalkSkeleton } from '../room/talk-skeleton.tsx';

/** The replay before its reel is here. */
export const ReplaySkeleton = () => (
  <div aria-busy="true" className="flex h-dvh min-h-[36rem] flex-col short:h-auto">
    <p className="sr-only">The replay is being opened.</p>
    <div aria-hidden="true" className="flex h-13 items-center gap-4 border-line border-b px-4 sm:px-6">
      <div className="skeleton ml-12 h-5 w-64" />
    </div>
    <TalkSkeleton />
    <div aria-hidden="true" className="border-line border-t px-4 pt-2 pb-3 sm:px-6">
      <div className="skeleton h-26 w-full sm:ml-23 sm:w-auto" />
      <div className="skeleton mt-2 h-9 w-80" />
    </div>
  </div>
);
