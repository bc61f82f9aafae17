import { ideaSaid, idSaid, isOnlyNamed, onlyNamedSaid } from '@dryrun/domain';
import type { Debrief, IdeaNames } from '@dryrun/domain';
import { useContext } from 'react';
import { plural } from '../base/plural.ts';
import { EvidenceList, QuoteButton } from './evidence-list.tsx';
import type { Press } from './evidence-list.tsx';
import { Contest } from './contest.tsx';
import { ContestContext } from './contest-context.ts';
import { MARKS } from './contesting.ts';
import { PlacesContext } from './places-context.ts';

type Of<Name extends keyof Debrief> = { readonly of: Debrief[Name]; readonly onPress: Press };

export const RedFlags = ({ of, onPress }: Of<'redFlags'>) => (
  <ul className="grid gap-y-4">
    {of.map(({ id, severity, evidence }, index) => (
      <li key={index}>
        <p className="mb-1.5">
          <span className="font-strong">{idSaid(id)}</span>{' '}
          <span className="text-muted text-small">{SEVERITIES[severity]}</span>
        </p>
        <EvidenceList evidence={evidence} onPress={onPress} />
        <Contest mark={MARKS.flag(id)} name={idSaid(id)} />
      </li>
    ))}
  </ul>
);

type Names = { readonly names: IdeaNames };

export const Missed = ({ of, names, onPress }: Of<'missed'> & Names) => (
  <ul className="border-line border-t">
    {of.map(({ item, turn, nextLevelSays }, index) => (
      <li
        key={index}
        className="grid gap-x-6 gap-y-1 border-line border-b py-3 sm:grid-cols-[14rem_minmax(0,1fr)]"
      >
        <div>
          <p>{ideaSaid(item, names)}</p>
          {turn !== null && <QuoteButton text="The moment" onPress={() => onPress(turn)} />}
        </div>
        <div>
          <p className="text-pretty font-serif">{nextLevelSays}</p>
          <Contest mark={MARKS.moment(item)} name={ideaSaid(item, names)} />
        </div>
      </li>
    ))}
  </ul>
);

export const Hints = ({ of, onPress }: Of<'hints'>) =>
  of.length === 0 ? (
    <p className="text-muted">None was given.</p>
  ) : (
    <ul>
      {of.map(({ turn, rung, ledTo }, index) => (
        <li key={index} className="py-1">
          <QuoteButton text={`Hint, step ${rung} of 3`} onPress={() => onPress(turn)} />
          <span className="text-small">
            {', '}
            <LedTo text={ledTo} onPress={onPress} />
          </span>
          <Contest mark={MARKS.hint(turn)} name={`the hint, step ${rung}`} />
        </li>
      ))}
    </ul>
  );

/** A reading knows turns by their number; whoever reads it knows them by the clock, and goes there. */
const LedTo = ({ text, onPress }: { readonly text: string; readonly onPress: Press }) => {
  const { timeOf } = useContext(PlacesContext);
  const [, before, named, after] = /^(.*)\bin turn (\d+)(.*)$/.exec(text) ?? [];
  const turn = Number(named);
  const time = named === undefined ? undefined : timeOf?.(turn);
  if (time === undefined) return text;
  return (
    <>
      {before}
      <QuoteButton text={`at ${time}`} onPress={() => onPress(turn)} look="inline" />
      {after}
    </>
  );
};

/** Everything that was read, for whoever wants to see how far it goes: what was no more than named, in a sentence. */
export const Heard = ({ of, names, onPress }: Of<'concepts'> & Names) => {
  const objected = new Set(useContext(ContestContext)?.contested.map(({ mark }) => mark));
  const onlyNamed = of.filter((one) => isOnlyNamed(one) && !objected.has(MARKS.heard(one.id)));
  const shown = of.filter((one) => !onlyNamed.includes(one));
  return (
    <details>
      <summary className="min-h-7 w-fit text-small">
        <span className="underline decoration-edge underline-offset-4">
          What was heard: {plural(of.length, 'idea')}
        </span>
      </summary>
      {shown.length > 0 && (
        <ul className="mt-3 grid gap-y-4">
          {shown.map(({ id, depth, mistaken, prompted, evidence }) => (
            <li key={id}>
              <p className="mb-1.5">
                {ideaSaid(id, names)}{' '}
                <span className="text-muted text-small">
                  {depth}, {PROMPTED[prompted]}
                  {mistaken && ', with a mistake'}
                </span>
              </p>
              <EvidenceList evidence={evidence} onPress={onPress} />
              <Contest mark={MARKS.heard(id)} name={ideaSaid(id, names)} />
            </li>
          ))}
        </ul>
      )}
      {onlyNamed.length > 0 && (
        <p className="mt-4 max-w-measure text-pretty">{onlyNamedSaid(onlyNamed, names)}</p>
      )}
    </details>
  );
};

const PROMPTED = {
  unprompted: 'unprompted',
  prompted: 'after a question',
  hinted: 'after a hint',
} as const;

const SEVERITIES = {
  disqualifier: 'would end an interview',
  warning: 'a warning',
  note: 'to be noted',
} as const;
