/** Interviews found by what was said in them: public words of both sides and nothing else. */
import type { InterviewId } from '@dryrun/domain';
import { publish } from '@dryrun/interview';
import type { EventStore } from '@dryrun/store';

export type SaidIn = {
  readonly interview: InterviewId;
  /** Those of the words that were said. */
  readonly words: readonly string[];
  readonly turn: number;
  /** What stands around them, from the turn that has most of them. */
  readonly excerpt: string;
};

export const saidIn = async (store: EventStore, query: string): Promise<readonly SaidIn[]> => {
  const words = [...new Set(plain(query).split(/\s+/).filter(Boolean))];
  if (words.length === 0) return [];
  const found: SaidIn[] = [];
  for (const { interview } of await store.list()) {
    const turns = (await store.read(interview)).flatMap((stored) => {
      const event = publish(stored);
      return event?.type === 'spoke' ? [event] : [];
    });
    const place = saidWhere(turns, words);
    if (place) found.push({ interview, ...place });
  }
  return found;
};

type Said = { readonly turn: number; readonly speaker: 'candidate' | 'interviewer'; readonly text: string };

export const saidWhere = (
  turns: readonly Said[],
  words: readonly string[],
): Omit<SaidIn, 'interview'> | undefined => {
  const said = new Set<string>();
  let best: { readonly turn: Said; readonly has: readonly string[]; readonly worth: number } | undefined;
  for (const turn of turns) {
    const text = plain(turn.text);
    const has = words.filter((word) => text.includes(word));
    for (const word of has) said.add(word);
    // Of two turns that have as much, one's own words say more about which interview it was.
    const worth = has.length + (turn.speaker === 'candidate' ? 0.5 : 0);
    if (has.length > 0 && worth > (best?.worth ?? 0)) best = { turn, has, worth };
  }
  return (
    best && {
      words: words.filter((word) => said.has(word)),
      turn: best.turn.turn,
      excerpt: around(best.turn.text, best.has[0] ?? ''),
    }
  );
};

const EXCERPT = 140;

const around = (text: string, word: string): string => {
  const at = Math.max(0, plain(text).indexOf(word));
  const from = at < EXCERPT / 2 ? 0 : text.indexOf(' ', at - EXCERPT / 2) + 1;
  const end = from + EXCERPT;
  const cut = text.slice(from, end).replaceAll(/\s+/g, ' ').trim();
  return `${from > 0 ? '… ' : ''}${cut}${end < text.length ? ' …' : ''}`;
};

const plain = (text: string): string => text.toLowerCase();
