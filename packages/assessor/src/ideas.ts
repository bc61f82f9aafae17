/** The ideas that were heard: only those said by their names, each at the depth that its own sentence bears. */
import { textOf } from '@dryrun/domain';
import type { Debrief, Depth, Evidence, Finding } from '@dryrun/domain';
import { mistakeOf } from './evidence.ts';
import type { InterviewRecord } from './record.ts';
import { givesReasonNear } from './tellings.ts';

type Idea = Debrief['concepts'][number];
type Said = {
  readonly turn: number;
  readonly finding: Extract<Finding, { kind: 'concept' }>;
  readonly quote: string;
  readonly depth: Depth;
};

export const ideasOf = (record: InterviewRecord): readonly Idea[] => {
  const found = [...record.findings].flatMap(([turn, findings]) =>
    findings.flatMap((finding) =>
      // What is likened, or said in words that are mostly its own, may be something near.
      finding.kind === 'concept' && finding.by !== 'likeness' && finding.by !== 'words'
        ? [saidIn(record, turn, finding)]
        : [],
    ),
  );
  const mistaken = new Set(
    [...record.findings.values()]
      .flat()
      .flatMap((finding) =>
        finding.kind === 'mistake' ? [mistakeOf(finding.mistake, record.sheet).concept] : [],
      ),
  );
  return [...new Set(found.map(({ finding }) => finding.concept))].flatMap((id) => {
    const [deepest] = found
      .filter(({ finding, quote }) => finding.concept === id && quote !== '')
      .toSorted((a, b) => DEPTHS.indexOf(b.depth) - DEPTHS.indexOf(a.depth));
    if (!deepest) return [];
    const { depth, finding } = deepest;
    const { prompted } = finding;
    return [{ id, depth, mistaken: mistaken.has(id), prompted, evidence: strengthIn(deepest) }];
  });
};

const DEPTHS: readonly Depth[] = ['named', 'explained', 'weighed', 'owned'];

/**
 * A reason somewhere in the sentence may be another thing’s: it stands right behind what it explains, or behind the only thing
 * that the sentence names.
 */
const saidIn = (record: InterviewRecord, turn: number, finding: Said['finding']): Said => {
  const quote = textOf(record.turns, turn).slice(finding.span.start, finding.span.end);
  const place = finding.named.end - finding.span.start;
  const isAlone = (record.findings.get(turn) ?? []).every(
    (other) =>
      other.kind !== 'concept' ||
      other.concept === finding.concept ||
      other.by !== 'name' ||
      other.span.start !== finding.span.start,
  );
  const isReasoned = givesReasonNear(quote, place) || (isAlone && REASON.test(quote.slice(place)));
  return { turn, finding, quote, depth: isReasoned ? finding.depth : 'named' };
};
const REASON =
  /\b(?:because|since (?:it|we|the|they|each)|so (?:that|we|it|you|they|each|nobody|no one|nothing)|which (?:means|lets|gives|keeps|avoids|makes|is why|bounds)|that (?:means|lets|gives|keeps|avoids|bounds)|otherwise|in order to|to (?:avoid|prevent|keep))\b/i;

/** A name is no strength. */
const strengthIn = ({ turn, quote, depth, finding: { prompted } }: Said): readonly Evidence[] =>
  depth === 'named'
    ? []
    : [{ kind: 'quote', turn, quote, polarity: 'strength', prompted, reading: `${depth} here` }];
