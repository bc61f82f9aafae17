/**
 * What stands on the timeline: blocks of talk by speaker, ticks for strokes on the board, diamonds for runs, and phases
 * as bands behind them.
 *
 *     bands    │ exploration      │ design                    │
 *     talk     ▓▓  ░░░░░   ▓  ░░░░░░░░░    ▓▓                        a turn of yours ends when it was sent; one of
 *     board             ╵   ╵╵      ╵                                the interviewer's begins when it was said
 *     runs                              ◆
 *
 * How long somebody spoke is not in what may be seen: it is taken from the number of words, and never more than there is
 * room for between two turns.
 */
import type { ViewTurn } from '@dryrun/interview';
import { clockFace } from '../base/interview-time.ts';
import { lengthOf } from './reel.ts';
import type { Frame, Playhead, Reel } from './reel.ts';

export type Stretch = { readonly from: number; readonly to: number };
export type Band = Stretch & { readonly version: number; readonly title: string };
export type Block = Stretch & {
  readonly version: number;
  readonly turn: number;
  readonly speaker: ViewTurn['speaker'];
};
export type Point = { readonly version: number; readonly atMs: number };
export type Run = Point & { readonly load: number };

export type Tracks = {
  readonly lengthMs: number;
  readonly bands: readonly Band[];
  readonly talk: readonly Block[];
  readonly board: readonly Point[];
  readonly runs: readonly Run[];
  /** Where nothing happens for long. */
  readonly silences: readonly Stretch[];
};

/** About as fast as one speaks when one explains something: 150 words a minute. */
const WORD_MS = 400;
export const LONG_SILENCE_MS = 6000;

export const tracksOf = (reel: Reel): Tracks => {
  const lengthMs = lengthOf(reel);
  const talk = talkOf(reel);
  return {
    lengthMs,
    bands: bandsOf(reel, lengthMs),
    talk,
    board: reel.filter(({ event }) => event.type === 'drew').map(pointOf),
    runs: reel.flatMap((frame) =>
      frame.event.type === 'ran' ? [{ ...pointOf(frame), load: frame.event.load }] : [],
    ),
    silences: silencesOf([...talk, ...reel.map(({ atMs }) => ({ from: atMs, to: atMs }))], lengthMs),
  };
};

/** “12:40, deep dive, interviewer speaks”. */
export const saidOfMoment = ({ bands, talk }: Tracks, { ms, version }: Playhead): string =>
  [clockFace(ms), bandAt(bands, { ms, version })?.title, SPEAKS[speakerAt(talk, { ms, version })]]
    .filter(Boolean)
    .join(', ');

export const bandAt = (bands: readonly Band[], { version }: Playhead): Band | undefined =>
  bands.findLast((band) => band.version <= version);

/** On the very event of a turn its speaker speaks, wherever its block begins or ends. */
const speakerAt = (talk: readonly Block[], { ms, version }: Playhead): keyof typeof SPEAKS => {
  const named = talk.find((block) => block.version === version && (ms === block.from || ms === block.to));
  return (named ?? talk.find(({ from, to }) => from <= ms && ms < to))?.speaker ?? 'nobody';
};

const SPEAKS = { interviewer: 'interviewer speaks', candidate: 'you speak', nobody: 'silence' } as const;

const pointOf = ({ version, atMs }: Frame): Point => ({ version, atMs });

const bandsOf = (reel: Reel, lengthMs: number): readonly Band[] => {
  const entered = reel.flatMap(({ version, atMs, event, heard }) =>
    event.type === 'phase'
      ? [
          {
            version,
            from: atMs,
            title: heard.view.plan?.phases.find(({ id }) => id === event.phase)?.title ?? event.phase,
          },
        ]
      : [],
  );
  return entered.map((band, index) => ({ ...band, to: entered[index + 1]?.from ?? lengthMs }));
};

const talkOf = (reel: Reel): readonly Block[] => {
  const said = reel.flatMap(({ version, atMs, event }) =>
    event.type === 'spoke'
      ? [{ version, atMs, turn: event.turn, speaker: event.speaker, needs: neededMs(event.text) }]
      : [],
  );
  return said.map(({ version, atMs, turn, speaker, needs }, index) => {
    const [before, after] = [said[index - 1], said[index + 1]];
    if (speaker === 'candidate') {
      const gap = atMs - (before?.atMs ?? 0);
      const shared = before?.speaker === 'interviewer' ? before.needs : 0;
      return { version, turn, speaker, from: atMs - part(needs, shared, gap), to: atMs };
    }
    const gap = (after?.atMs ?? lengthOf(reel)) - atMs;
    const shared = after?.speaker === 'candidate' ? after.needs : 0;
    return { version, turn, speaker, from: atMs, to: atMs + part(needs, shared, gap) };
  });
};

const neededMs = (text: string) => WORD_MS * text.split(/\s+/).filter(Boolean).length;

/** What one of two gets of a gap that both need. */
const part = (needs: number, other: number, gap: number) =>
  needs + other <= gap ? needs : (gap * needs) / (needs + other);

const silencesOf = (busy: readonly Stretch[], lengthMs: number): readonly Stretch[] => {
  const silences: Stretch[] = [];
  let quietFrom = 0;
  for (const { from, to } of [...busy, { from: lengthMs, to: lengthMs }].toSorted(
    (a, b) => a.from - b.from,
  )) {
    if (from - quietFrom > LONG_SILENCE_MS) silences.push({ from: quietFrom, to: from });
    quietFrom = Math.max(quietFrom, to);
  }
  return silences;
};
