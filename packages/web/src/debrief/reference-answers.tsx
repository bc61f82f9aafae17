import { idSaid } from '@dryrun/domain';
import type { Level } from '@dryrun/domain';
import type { ReactNode } from 'react';
import { plural } from '../base/plural.ts';
import type { Reference } from './debrief-api.ts';
import { levelAndNext, levelTitle } from './levels.ts';

type Props = { readonly reference: Reference; readonly level: Level };

/** The moments in sight, since they are the answers; facts, ideas and twists under their counts. */
export const ReferenceAnswers = ({ reference: { moments, facts, items, twists }, level }: Props) => (
  <>
    {moments.length > 0 && (
      <>
        <h3 className="mt-8 font-strong">What is said at the moments that separate levels</h3>
        <ul className="mt-2 border-line border-t">
          {moments.map(({ id, moment, says }) => (
            <li key={id} className="border-line border-b py-3">
              <p>{moment}</p>
              <dl className="mt-2 grid gap-x-6 gap-y-3 @min-[40rem]:grid-cols-2">
                {levelAndNext(level).map((each) => (
                  <div key={each}>
                    <dt className="text-muted text-small">{levelTitle(each)}</dt>
                    <dd className="text-pretty font-serif">{says[each]}</dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ul>
      </>
    )}
    <Folded count={facts.length} one="fact you could have asked for" many="facts you could have asked for">
      {byHeading(facts).map(({ heading, answers: [first, ...others] }) => (
        <Entry key={heading} title={idSaid(heading)} text={first}>
          {others.map((text) => (
            <p key={text} className="mt-2 max-w-measure text-pretty font-serif">
              {text}
            </p>
          ))}
        </Entry>
      ))}
    </Folded>
    <Folded
      count={items.length}
      one="thing a good design has thought of"
      many="things a good design has thought of"
    >
      {items.map(({ id, level: from, area, why }) => (
        <Entry key={id} title={idSaid(id)} aside={`${idSaid(area)}, from ${levelTitle(from)}`} text={why} />
      ))}
    </Folded>
    <Folded count={twists.length} one="twist, and what answers it" many="twists, and what answers them">
      {twists.map(({ id, says, breaks, answered }) => (
        <Entry key={id} title={says} text={breaks}>
          <ul className="mt-2 grid max-w-measure list-['–'] gap-y-1 pl-2 text-small">
            {answered.map((text) => (
              <li key={text} className="text-pretty pl-2">
                {text}
              </li>
            ))}
          </ul>
        </Entry>
      ))}
    </Folded>
  </>
);

/** What is known under one heading stands under it once. */
const byHeading = (facts: Reference['facts']) =>
  [...new Set(facts.map(({ heading }) => heading))].map((heading) => ({
    heading,
    answers: facts.filter((fact) => fact.heading === heading).map(({ answer }) => answer),
  }));

type FoldedProps = {
  readonly count: number;
  readonly one: string;
  readonly many: string;
  readonly children: ReactNode;
};

const Folded = ({ count, one, many, children }: FoldedProps) =>
  count > 0 && (
    <details className="mt-4">
      <summary className="min-h-7 w-fit">
        <span className="underline decoration-edge underline-offset-4">{plural(count, one, many)}</span>
      </summary>
      <ul className="mt-2 border-line border-t">{children}</ul>
    </details>
  );

type EntryProps = {
  readonly title: string;
  readonly aside?: string;
  readonly text: string | undefined;
  readonly children?: ReactNode;
};

const Entry = ({ title, aside, text, children }: EntryProps) => (
  <li className="border-line border-b py-3">
    <p className="max-w-measure text-pretty">
      {title}
      {aside && <span className="text-muted text-small"> {aside}</span>}
    </p>
    <p className="mt-1 max-w-measure text-pretty font-serif">{text}</p>
    {children}
  </li>
);
