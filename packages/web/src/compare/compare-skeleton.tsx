import { Skeleton } from '../base/skeleton.tsx';

/** Two debriefs before they are here. */
export const CompareSkeleton = () => (
  <div aria-busy="true" className="mx-auto max-w-[84rem] px-4 sm:px-6 lg:px-8">
    <p className="sr-only">The debriefs are being opened.</p>
    <div aria-hidden="true" className="pt-24">
      <div className="skeleton mb-10 h-11 w-96 max-w-full" />
      <Skeleton rows={6} row="h-24 sm:grid-cols-2" />
    </div>
  </div>
);
