/** What an interview is held to, rule by rule: each finding says which turn broke it. */
import type { HeldContent, InterviewEvent, Move, MoveSubject, Sheet } from '@dryrun/domain';
import { folded, interviewMs, hasBegun } from '@dryrun/interview';
import type { Held } from './hold.ts';

export type Line = {
  readonly turn: number;
  readonly text: string;
  readonly move: Move;
  readonly about: MoveSubject;
  readonly atMs: number;
  readonly phase: string;
  readonly own: string;
};

export type Checked = {
  readonly lines: readonly Line[];
  readonly broken: readonly { readonly rule: string; readonly turn: number; readonly text: string }[];
  readonly phases: readonly {
    readonly phase: string;
    readonly minutes: number;
    readonly of: number;
    readonly exchanges: number;
    readonly longestTurn: number;
  }[];
  readonly dives: number;
  readonly twists: number;
  readonly hints: number;
  readonly grounded: number;
  readonly groundable: number;
};

/** Moves that can take up what a candidate said. */
export const GROUNDABLE: ReadonlySet<string> = new Set([
  'probe-thread',
  'ask-why',
  'ask-how',
  'ask-alternative',
  'ask-numbers',
  'challenge',
]);
const SAID_AGAIN: ReadonlySet<string> = new Set(['repeat', 'rephrase', 'hint', 'wait', 'decline']);
/** Words of judgement; what the candidate said and is quoted is not the interviewer's. */
const VERDICT =
  /\b(?:(?:that(?:'s| is| was)|you(?:'re| are)) (?:right|wrong|correct|incorrect|good|great|excellent|perfect|bad|weak|strong)|well done|good (?:answer|point|job|question|idea)|correct[.!,]|exactly[.!,]|excellent|brilliant|impressive|spot on|not quite|you missed|you forgot|your (?:level|score|mark|band)|exceeds|below expectations|L[4-7]\b)/i;

export const check = ({ events, wish }: Held, content: HeldContent): Checked => {
  const lines = linesOf(events.map(({ at, event }) => ({ at, event })));
  const said = new Map<number, string>();
  for (const { event } of events) if (event.type === 'CandidateSpoke') said.set(event.turn, event.text);
  const broken = [
    ...lines.filter(({ own }) => marks(own) > 1).map((line) => rule('double question', line)),
    ...lines.filter(({ own }) => VERDICT.test(own)).map((line) => rule('verdict', line)),
    ...repeated(lines),
    ...leaked(lines, [...said], content.sheet),
    ...unanswered(
      events.map(({ event }) => event),
      lines,
    ),
    ...ungroundedQuotes(lines, [...said.values()]),
  ];
  const groundable = lines.filter(({ move }) => GROUNDABLE.has(move));
  return {
    lines,
    broken,
    phases: phasesOf(
      events.map(({ at, event }) => ({ at, event })),
      content,
      wish.pace,
    ),
    dives: new Set(lines.flatMap(({ about }) => about.area ?? [])).size,
    twists: events.filter(({ event }) => event.type === 'TwistIntroduced').length,
    hints: events.filter(({ event }) => event.type === 'HintGiven').length,
    grounded: groundable.filter(
      ({ about }) =>
        about.quote !== undefined || about.component !== undefined || about.challenge !== undefined,
    ).length,
    groundable: groundable.length,
  };
};

type At = { readonly at: number; readonly event: InterviewEvent };

const linesOf = (happened: readonly At[]): readonly Line[] => {
  const chosen = new Map<number, { move: Move; about: MoveSubject }>();
  const lines: Line[] = [];
  let phase = '';
  let state = folded([]);
  for (const one of happened) {
    const { at, event } = one;
    state = folded([one], state);
    if (event.type === 'PhaseEntered') phase = event.phase;
    if (event.type === 'MoveChosen') chosen.set(event.turn, event);
    if (event.type !== 'LineSaid') continue;
    const made = chosen.get(event.turn);
    if (!made) continue;
    const text = event.parts.map((part) => part.text).join('');
    // What is quoted, told or counted is not the interviewer's own wording.
    const own = event.parts
      .map((part) => (part.source === 'line' || part.source === 'question' ? part.text : ' … '))
      .join('');
    lines.push({
      turn: event.turn,
      text,
      own,
      move: made.move,
      about: made.about,
      atMs: hasBegun(state) ? interviewMs(state.clock, at) : 0,
      phase,
    });
  }
  return lines;
};

const rule = (name: string, { turn, text }: Line) => ({ rule: name, turn, text });
const marks = (text: string): number => text.split('?').length - 1;

/** The question of a line, without what leads to it. */
const questionOf = (text: string): string =>
  /([^.?!:]*\?)[^?]*$/
    .exec(text.replaceAll(/“[^”]*”/g, '“”'))?.[1]
    ?.trim()
    .toLowerCase() ?? '';

const repeated = (lines: readonly Line[]) => {
  const asked = new Map<string, number>();
  return lines.flatMap((line) => {
    const question = questionOf(line.text);
    if (question === '' || SAID_AGAIN.has(line.move) || line.about.afterSilenceMs !== undefined) return [];
    // Put to other words of the candidate's it is another question.
    const key = `${question} ${line.about.quote ?? line.about.component ?? ''}`;
    const before = asked.get(key);
    asked.set(key, line.turn);
    return before === undefined ? [] : [rule('repeated question', line)];
  });
};

/** Names that only the sheet knows, said before the candidate did and not on the last rung of a hint. */
const leaked = (
  lines: readonly Line[],
  said: readonly (readonly [number, string])[],
  sheet: Sheet | undefined,
) => {
  if (!sheet) return [];
  const terms = sheet.concepts.flatMap(({ name, said: ways }) =>
    [name, ...ways].filter((way) => way.split(/\s+/).length <= 3),
  );
  const spoken = new Set(sheet.facts.map(({ answer }) => answer));
  return lines.flatMap((line) => {
    if ((line.about.rung ?? 0) === 3 || line.about.twist !== undefined || line.about.challenge !== undefined)
      return [];
    const own = line.own.toLowerCase();
    const before = said.flatMap(([turn, text]) => (turn < line.turn ? [text.toLowerCase()] : [])).join(' ');
    const told = [...spoken].join(' ').toLowerCase();
    return terms.some((term) => {
      const plain = term.toLowerCase();
      return (
        new RegExp(`\\b${plain.replaceAll(/[^a-z0-9 ]/g, '.')}\\b`).test(own) &&
        !before.includes(plain) &&
        !told.includes(plain) &&
        !PLAIN.has(plain)
      );
    })
      ? [rule('leak', line)]
      : [];
  });
};
/** Words of the trade's names that everybody uses: the problem's own statement, an area. */
const PLAIN: ReadonlySet<string> = new Set([
  'cost',
  'serving',
  'latency',
  'data',
  'traffic',
  'load',
  'metrics',
  'users',
  'scale',
]);

const ANSWERS: ReadonlySet<string> = new Set([
  'answer-fact',
  'ask-assumption',
  'answer-candidate',
  'decline',
  'acknowledge',
  'repeat',
  'wait',
  'hint',
  'refocus',
]);

/** Every question that was heard is answered, declined, or handed back, also in the answer that ends a phase. */
const unanswered = (events: readonly InterviewEvent[], lines: readonly Line[]) =>
  events.flatMap((event) => {
    if (event.type !== 'FindingsRead' || !event.findings.some(({ kind }) => kind === 'question')) return [];
    // Whoever insults asks nothing; what is too much to read has no question that could be found.
    if (
      event.findings.some(
        (one) => one.kind === 'act' && (one.act === 'is-hostile' || one.act === 'is-enormous'),
      )
    )
      return [];
    // The minutes that are left are told along with whatever comes next.
    const next = lines.find(({ turn, move }) => turn > event.turn && move !== 'time-cue');
    if (!next || ANSWERS.has(next.move)) return [];
    return [rule('unanswered', next)];
  });

/** What is quoted was said, to the letter. */
const ungroundedQuotes = (lines: readonly Line[], said: readonly string[]) =>
  lines
    .filter(({ about: { quote } }) => quote !== undefined && !said.some((text) => text.includes(quote)))
    .map((line) => rule('quote not said', line));

const phasesOf = (happened: readonly At[], content: HeldContent, pace: unknown) => {
  const factor = typeof pace === 'number' ? pace : 1;
  const found: { phase: string; from: number; to: number; exchanges: number; longestTurn: number }[] = [];
  let state = folded([]);
  let lastAt = 0;
  for (const one of happened) {
    state = folded([one], state);
    const now = hasBegun(state) ? interviewMs(state.clock, one.at) : 0;
    const current = found.at(-1);
    if (current) current.to = now;
    if (one.event.type === 'PhaseEntered')
      found.push({ phase: one.event.phase, from: now, to: now, exchanges: 0, longestTurn: 0 });
    if (one.event.type === 'CandidateSpoke' && current) {
      current.exchanges++;
      current.longestTurn = Math.max(current.longestTurn, now - lastAt);
    }
    lastAt = now;
  }
  return found.map(({ phase, from, to, exchanges, longestTurn }) => ({
    phase,
    minutes: (to - from) / 60_000,
    of: ((content.format.phases.find(({ id }) => id === phase)?.budgetMs ?? 0) * factor) / 60_000,
    exchanges,
    longestTurn: longestTurn / 60_000,
  }));
};

/** Within a fifth of its minutes, or one of the candidate's turns. */
export const inTime = ({ minutes, of, longestTurn }: Checked['phases'][number]): boolean =>
  Math.abs(minutes - of) <= Math.max(0.2 * of, longestTurn) + 0.02;
