import { idSaid } from '@dryrun/domain';
import type { Debrief } from '@dryrun/domain';
import { plural } from '../base/plural.ts';
import { EvidenceList, QuoteButton } from './evidence-list.tsx';
import type { Press } from './evidence-list.tsx';
import { Contest } from './contest.tsx';
import { MARKS } from './contesting.ts';

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

export const Missed = ({ of, onPress }: Of<'missed'>) => (
  <ul className="border-line border-t">
    {of.map(({ item, turn, nextLevelSays }, index) => (
      <li
        key={index}
        className="grid gap-x-6 gap-y-1 border-line border-b py-3 sm:grid-cols-[14rem_minmax(0,1fr)]"
      >
        <div>
          <p>{idSaid(item)}</p>
          {turn !== null && <QuoteButton text="The moment" onPress={() => onPress(turn)} />}
        </div>
        <div>
          <p className="text-pretty font-serif">{nextLevelSays}</p>
          <Contest mark={MARKS.moment(item)} name={idSaid(item)} />
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
          <span className="text-small"> {ledTo}</span>
          <Contest mark={MARKS.hint(turn)} name={`the hint, step ${rung}`} />
        </li>
      ))}
    </ul>
  );

/** Everything that was read, for whoever wants to see how far it goes. */
export const Heard = ({ of, onPress }: Of<'concepts'>) => (
  <details>
    <summary className="min-h-7 w-fit text-small">
      <span className="underline decoration-edge underline-offset-4">
        What was heard: {plural(of.length, 'idea')}
      </span>
    </summary>
    <ul className="mt-3 grid gap-y-4">
      {of.map(({ id, depth, mistaken, prompted, evidence }) => (
        <li key={id}>
          <p className="mb-1.5">
            {idSaid(id)}{' '}
            <span className="text-muted text-small">
              {depth}, {PROMPTED[prompted]}
              {mistaken && ', with a mistake'}
            </span>
          </p>
          <EvidenceList evidence={evidence} onPress={onPress} />
          <Contest mark={MARKS.heard(id)} name={idSaid(id)} />
        </li>
      ))}
    </ul>
  </details>
);

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
