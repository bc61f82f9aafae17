type Props = { readonly text: string; readonly onPress: () => void };

const LABEL = 'Answer again from here';

/** Always in sight, and quiet: nobody looks for what shows itself only to a mouse. */
export const BranchButton = ({ text, onPress }: Props) => (
  <button
    type="button"
    onClick={onPress}
    title={LABEL}
    aria-label={`${LABEL}: ${text.slice(0, 60)}`}
    className="-my-0.5 flex size-7 items-center justify-center justify-self-end rounded text-edge transition-colors hover:bg-accent-soft hover:text-ink focus-visible:text-ink group-hover:text-ink pointer-coarse:text-muted @max-[32rem]:col-start-1 @max-[32rem]:row-start-1"
  >
    <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4" fill="none" stroke="currentColor">
      <path d="M6.5 3 3 6.5 6.5 10" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
      <path d="M3 6.5h6a4 4 0 0 1 4 4V13" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  </button>
);
