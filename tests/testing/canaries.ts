/**
 * A canary in every field of a sheet that a candidate must not see before its time. Each is a word of its own, so that
 * one that is found anywhere says which field it came from.
 */
import type { ReferenceDesign } from '@dryrun/content';
import type { HeldContent, Sheet, StoredEvent } from '@dryrun/domain';

export type Planted = {
  readonly sheet: Sheet;
  readonly references: readonly ReferenceDesign[];
  readonly fields: ReadonlyMap<string, string>;
};

export const CANARY = /qx\d+zq/g;

export const plant = (sheet: Sheet): Planted => {
  const fields = new Map<string, string>();
  const canary = (field: string) => {
    const word = `qx${fields.size}zq`;
    fields.set(field, word);
    return word;
  };
  /** Said aloud or read: the word stands at its end. */
  const marked = (text: string, field: string) => `${text} ${canary(field)}`;
  /** Ways of saying are matched: a further way that nobody says. */
  const joined = (ways: readonly string[], field: string) => [...ways, canary(field)];
  const mistake = (kind: string) => (one: Sheet['mistakes'][number]) => ({
    ...one,
    says: marked(one.says, `${kind}.${one.id}.says`),
    heard: joined(one.heard, `${kind}.${one.id}.heard`),
    because: marked(one.because, `${kind}.${one.id}.because`),
  });

  const planted: Sheet = {
    opening: {
      vague: marked(sheet.opening.vague, 'opening.vague'),
      clear: marked(sheet.opening.clear, 'opening.clear'),
    },
    facts: sheet.facts.map((fact) => ({
      ...fact,
      asks: joined(fact.asks, `fact.${fact.id}.asks`),
      answer: marked(fact.answer, `fact.${fact.id}.answer`),
    })),
    skips: sheet.skips,
    open: sheet.open.map((one) => ({ ...one, accept: marked(one.accept, `open.${one.heading}.accept`) })),
    items: sheet.items.map((item) => ({
      ...item,
      why: marked(item.why, `item.${item.id}.why`),
      heard: joined(item.heard, `item.${item.id}.heard`),
      probe: marked(item.probe, `item.${item.id}.probe`),
      hints: [
        marked(item.hints[0], `item.${item.id}.hint.1`),
        marked(item.hints[1], `item.${item.id}.hint.2`),
        marked(item.hints[2], `item.${item.id}.hint.3`),
      ],
    })),
    concepts: sheet.concepts.map((concept) => ({
      ...concept,
      said: joined(concept.said, `concept.${concept.id}.said`),
      explained: marked(concept.explained, `concept.${concept.id}.explained`),
      mistakes: concept.mistakes.map(mistake(`concept.${concept.id}.mistake`)),
    })),
    challenges: sheet.challenges.map((challenge) => ({
      ...challenge,
      against: marked(challenge.against, `challenge.${challenge.id}.against`),
      says: marked(challenge.says, `challenge.${challenge.id}.says`),
      sound: joined(challenge.sound, `challenge.${challenge.id}.sound`),
      unsound: joined(challenge.unsound, `challenge.${challenge.id}.unsound`),
    })),
    mistakes: sheet.mistakes.map(mistake('mistake')),
    twists: sheet.twists.map((twist) => ({
      ...twist,
      says: marked(twist.says, `twist.${twist.id}.says`),
      breaks: marked(twist.breaks, `twist.${twist.id}.breaks`),
      answered: joined(twist.answered, `twist.${twist.id}.answered`),
    })),
    moments: sheet.moments.map((moment) => ({
      ...moment,
      moment: marked(moment.moment, `moment.${moment.id}.moment`),
      says: {
        L4: marked(moment.says.L4, `moment.${moment.id}.L4`),
        L5: marked(moment.says.L5, `moment.${moment.id}.L5`),
        L6: marked(moment.says.L6, `moment.${moment.id}.L6`),
        L7: marked(moment.says.L7, `moment.${moment.id}.L7`),
        principal: marked(moment.says.principal, `moment.${moment.id}.principal`),
      },
    })),
  };
  const references = ['simple', 'scale'].map((id) => ({
    id,
    text: marked('components: []', `design.${id}`),
  }));
  return { sheet: planted, references, fields };
};

/** The fields that a log has let out: what its moves are about, and the opening of its format. */
export const letOut = (
  events: readonly StoredEvent[],
  opening: HeldContent['format']['opening'],
): ReadonlySet<string> => {
  const fields = new Set([`opening.${opening}`]);
  for (const { event } of events) {
    if (event.type !== 'MoveChosen') continue;
    const { facts = [], item, rung, twist } = event.about;
    for (const fact of facts) fields.add(`fact.${fact}.answer`);
    if (item !== undefined)
      fields.add(rung === undefined ? `item.${item}.probe` : `item.${item}.hint.${rung}`);
    if (twist !== undefined) fields.add(`twist.${twist}.says`);
  }
  return fields;
};

/** The fields whose canaries are in a text. */
export const sung = (text: string, { fields }: Planted): readonly string[] => {
  const words = new Set(text.match(CANARY));
  return [...fields].filter(([, word]) => words.has(word)).map(([field]) => field);
};
