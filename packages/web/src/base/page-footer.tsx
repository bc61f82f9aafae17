import { tooltip } from './actions.ts';
import type { Action } from './actions.ts';

type Props = { readonly version: string | undefined; readonly help: Action };

const LINK = 'inline-flex h-8 items-center underline underline-offset-4 transition-colors hover:text-ink';

export const PageFooter = ({ version, help }: Props) => (
  <footer className="flex flex-wrap items-center gap-x-6 border-line border-t py-6 text-muted text-small">
    <p>
      Dryrun <span className="inline-block min-w-12 font-mono">{version}</span>
    </p>
    <p>Works offline: no account, no key, nothing leaves this machine.</p>
    <div className="ml-auto flex gap-x-6">
      <a href="/openapi.json" className={LINK}>
        API document
      </a>
      <button type="button" onClick={help.run} title={tooltip(help)} className={LINK}>
        Keys
      </button>
    </div>
  </footer>
);
