import type { ReactNode } from 'react';

type Props = { readonly id: string; readonly title: string; readonly children: ReactNode };

export const DebriefPart = ({ id, title, children }: Props) => (
  <section aria-labelledby={`${id}-title`} className="mt-12">
    <h2 id={`${id}-title`} className="mb-3 font-strong text-large">
      {title}
    </h2>
    {children}
  </section>
);
