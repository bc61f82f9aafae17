/** Requests a second that somebody names as what arrives: “700 requests per second”, “36k at peak”, “5,000/s”, “a QPS of 700”. */
import { READ_CHARACTERS } from '@dryrun/domain';
import type { HeldContent, SaidTurn } from '@dryrun/domain';
import { sentences } from '@dryrun/text';
import type { Interview } from './state.ts';

const FIGURE = String.raw`(?<![\d,.])(?<figure>\d[\d,]{0,11}(?:\.\d{1,3})?) ?(?<scale>k|thousand|million|m)?`;
const EACH_SECOND = String.raw`(?:a second|per second|each second|every second|\/ ?s(?:ec(?:ond)?)?\b)`;
const UNITS = String.raw`(?:req(?:uest)?s?|queries|query|predictions?|calls?|messages?|searches|loads|prompts?|events?|transactions?|hits?)`;
/** What is counted is said with it, or that it is the peak. */
const NAMED = new RegExp(
  String.raw`${FIGURE} ?(?:qps\b|rps\b|${UNITS} ?${EACH_SECOND}|(?:a second |per second )?at (?:the )?(?:evening )?peak\b)`,
  'gi',
);
/** “QPS of 700”, “RPS is about 5k”. */
const TITLED = new RegExp(
  String.raw`\b(?:qps|rps)\b(?: ?(?:is|of|at|about|around|roughly|say|[=:≈~]))* ?${FIGURE}\b`,
  'gi',
);
/** “700/s” alone is what arrives where the sentence speaks of nothing else that passes by the second. */
const BARE = new RegExp(String.raw`${FIGURE} ?${EACH_SECOND}`, 'gi');
const OF_ELSE =
  /\b(?:tokens?|bytes?|[kmgt]b|bits?|frames?|steps?|rows?|vectors?|each|apiece|capacity|throughput|grows?|growing|backlog|drains?|(?:can|could) (?:do|take|serve|handle|read|write))\b/i;
/** An answer to “how many requests a second?” */
const ALONE = new RegExp(FIGURE, 'i');
const ASKS_RATE = /\bhow many requests a second\b/i;
const SCALES: Readonly<Record<string, number>> = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6 };
/** What one machine does is not what arrives. */
const OF_ONE =
  /\b(?:each|per|one|a single|every) (?:machine|replica|server|node|gpu|card|instance|pod|worker|core|shard)\b/i;

export const ratesIn = (text: string): readonly number[] =>
  sentences(text.slice(0, READ_CHARACTERS))
    .filter((sentence) => !OF_ONE.test(sentence.text))
    .flatMap(({ text: said }) => {
      const found = [...said.matchAll(NAMED), ...said.matchAll(TITLED)];
      const bare = found.length > 0 || OF_ELSE.test(said) ? [] : [...said.matchAll(BARE)];
      return [...found, ...bare].toSorted((a, b) => a.index - b.index).flatMap(valueOf);
    });

const valueOf = ({ groups: { figure = '', scale = '' } = {} }: RegExpMatchArray): readonly number[] => {
  const value = Number(figure.replaceAll(',', '')) * (SCALES[scale.toLowerCase()] ?? 1);
  return Number.isFinite(value) && value > 0 ? [value] : [];
};

/** A longer answer speaks of other things, and its numbers may count those. */
const SHORT = 12;

/** As in `ratesIn`; whoever was just asked for it, and answers shortly, need not say what the number counts. */
export const ratesAnswered = (text: string, asked: SaidTurn | undefined): readonly number[] => {
  const named = ratesIn(text);
  const wasAsked = asked?.speaker === 'interviewer' && ASKS_RATE.test(asked.text);
  const isShort = text.trim().split(/\s+/, SHORT + 1).length <= SHORT;
  const alone = named.length === 0 && wasAsked && isShort ? ALONE.exec(text) : null;
  return alone ? valueOf(alone) : named;
};

/** The rate that the candidate named last. */
export const rateSaid = (turns: readonly SaidTurn[]): number | undefined =>
  turns
    .flatMap((turn, index) =>
      turn.speaker === 'candidate' ? ratesAnswered(turn.text, turns[index - 1]) : [],
    )
    .at(-1);

const PEAK = 'peak-rps';

/** What arrives, as far as anybody has said: what the sheet says of it counts once it was asked for. */
export const arrivingNow = ({ turns, load, revealed }: Interview, { sheet }: HeldContent) =>
  rateSaid(turns) ?? load ?? (revealed.includes(PEAK) ? sheet?.peakRps : undefined);

/** The same before the requirement changed: it is changed from there. Whoever was asked after the twist says what it was. */
export const arrivingBefore = (state: Interview, content: HeldContent) => {
  const twist = state.turns.findIndex(({ move }) => move === 'twist');
  const before = twist < 0 ? undefined : rateSaid(state.turns.slice(0, twist));
  return before ?? arrivingNow(state, content);
};
