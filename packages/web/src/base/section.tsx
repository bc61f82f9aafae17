import type { ReactNode } from 'react';
import { MARGIN_AND_BODY } from './columns.ts';

type Props = {
  readonly id: string;
  readonly title: string;
  readonly aside?: string | undefined;
  readonly children: ReactNode;
};

/** A part of a page: its head in the margin, its matter on the two columns beside it. */
export const Section = ({ id, title, aside, children }: Props) => (
  <section id={id} aria-labelledby={`${id}-title`} className="border-line border-t py-8">
    <div className={MARGIN_AND_BODY}>
      <div>
        <h2 id={`${id}-title`} className="font-strong text-large">
          {title}
        </h2>
        {aside && <p className="text-muted text-small">{aside}</p>}
      </div>
      <div className="lg:pt-0.5">{children}</div>
    </div>
  </section>
);
