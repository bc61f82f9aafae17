import type { Debrief } from '@dryrun/domain';

/** Who read it, in which version, against what. */
export const Provenance = ({ debrief: { make, scenario, sheet, level } }: { readonly debrief: Debrief }) => (
  <footer className="mt-12 border-line border-t py-4 text-muted text-small">
    Read by {make.kind === 'built-in' ? 'the built-in assessor' : 'a language model'}{' '}
    <span className="font-mono">{make.version}</span>, as {level}, on{' '}
    {sheet === 'scenario' ? (
      <>
        the sheet of <span className="font-mono">{scenario}</span>
      </>
    ) : (
      <>
        the shared vocabulary: <span className="font-mono">{scenario}</span> has no sheet of its own yet
      </>
    )}
    .
  </footer>
);
