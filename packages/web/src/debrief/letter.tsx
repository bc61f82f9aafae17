import { withoutSaying } from '@dryrun/domain';
import type { Debrief } from '@dryrun/domain';
import type { ReactNode } from 'react';

/** What one reads first: one column, in whole sentences, without a mark. */
export const Letter = ({ letter }: { readonly letter: Debrief['debrief'] }) => (
  <div className="grid gap-y-6 font-serif">
    <Part title="What you decided, and why">
      <Points points={withoutSaying(letter.decisions)} none="No decision of yours was read." />
    </Part>
    <Part title="The modelling">
      <Paragraph text={letter.modelling} />
    </Part>
    <Part title="The architecture">
      <Paragraph text={letter.architecture} />
    </Part>
    <Part title="In production">
      <Paragraph text={letter.production} />
    </Part>
    <Part title="What was strong">
      <Points points={letter.strengths} none="Nothing was read that stood out." />
    </Part>
    <Part title="What to explore">
      <Points points={letter.explore} none="Nothing was read that leads anywhere in particular." />
    </Part>
    <Part title="Overall">
      <Paragraph text={letter.overall} />
    </Part>
  </div>
);

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="max-w-measure">
    <h2 className="mb-1.5 font-sans font-strong">{title}</h2>
    {children}
  </section>
);

const Paragraph = ({ text }: { readonly text: string }) => <p className="text-pretty">{text}</p>;

export const Points = ({ points, none }: { readonly points: readonly string[]; readonly none: string }) =>
  points.length === 0 ? (
    <p className="text-muted">{none}</p>
  ) : points.length === 1 ? (
    <Paragraph text={points[0] ?? ''} />
  ) : (
    <ul className="grid gap-y-2">
      {points.map((point) => (
        <li
          key={point}
          className="-indent-5 text-pretty pl-5 before:inline-block before:w-5 before:indent-0 before:text-muted before:content-['–']"
        >
          {point}
        </li>
      ))}
    </ul>
  );
