import type { ReactNode } from 'react';
import { PageHeader } from './page-header.tsx';
import { PageKeys } from './page-keys.tsx';
import { useFrame } from './use-frame.ts';

type Props = { readonly title: string; readonly children: ReactNode };

/** A page that only says something. */
export const PlainPage = ({ title, children }: Props) => {
  const frame = useFrame(`${title} · Dryrun`);
  return (
    <div className="mx-auto max-w-page px-6 lg:px-8">
      <PageHeader frame={frame} />
      <main className="pt-16 pb-24">
        <h1 className="text-balance font-serif text-display">{title}</h1>
        {children}
      </main>
      <PageKeys frame={frame} actions={[]} />
    </div>
  );
};
