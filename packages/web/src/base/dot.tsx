/** Filled for what is there, hollow for what is not yet; words beside it say the same. */
export const Dot = ({
  filled,
  className = '',
}: {
  readonly filled: boolean;
  readonly className?: string;
}) => (
  <span
    aria-hidden="true"
    className={`size-2 shrink-0 rounded-full border ${filled ? 'border-ink bg-ink forced-colors:bg-[CanvasText]' : 'border-edge'} ${className}`}
  />
);
