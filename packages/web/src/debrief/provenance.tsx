import type { Debrief } from '@dryrun/domain';

/** Who read it, in which version, against what. */
type Props = { readonly debrief: Debrief; readonly title: string };

export const Provenance = ({ debrief: { make, sheet, level }, title }: Props) => (
  <footer className="mt-12 border-line border-t py-4 text-muted text-small">
    Read by {make.kind === 'built-in' ? 'the built-in assessor' : 'a language model'}{' '}
    <span className="font-mono">{make.version}</span>, as {level}, on{' '}
    {sheet === 'scenario' ? (
      <>the fact sheet of “{title}”</>
    ) : (
      <>the vocabulary that all systems share, for “{title}” had no fact sheet of its own</>
    )}
    .
  </footer>
);
