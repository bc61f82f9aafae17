/** What an export tells, with what gives somebody away left out of every text in it, field by field. */
import { BoardOperation } from '@dryrun/domain';
import type { Debrief, Evidence, RunFigures } from '@dryrun/domain';
import type { PublicEvent } from '@dryrun/interview';
import type { Redactor } from './redactor.ts';

/** Everything people said, drew and wrote: where names are introduced and forms are whole. */
export const textsOf = (events: readonly PublicEvent[]): readonly string[] =>
  events.flatMap((event) => {
    switch (event.type) {
      case 'spoke':
      case 'noted':
        return [event.text];
      case 'contested':
        return [event.reason];
      case 'drew':
        return event.operations.flatMap(textsDrawn);
      case 'opened':
      case 'forked':
      case 'moving':
      case 'asked-for':
      case 'paused':
      case 'resumed':
      case 'pace':
      case 'consent':
      case 'phase':
      case 'ran':
      case 'running':
      case 'closed':
        return [];
      case 'not-run':
        return [event.reason];
    }
  });

const textsDrawn = (operation: BoardOperation): readonly string[] => {
  switch (operation.op) {
    case 'place':
      return [operation.component.name, ...settingTexts(operation.component.settings)];
    case 'connect':
      return [operation.connection.label ?? '', ...settingTexts(operation.connection.settings)];
    case 'require':
      return textsIn([operation.workloads, operation.objectives]);
    case 'move':
    case 'remove':
    case 'clear':
      return [];
  }
};

/** Every text in something written, names of its entries and all. */
const textsIn = (written: unknown): readonly string[] => {
  if (typeof written === 'string') return [written];
  if (typeof written !== 'object' || written === null) return [];
  return Object.entries(written).flatMap(([name, value]) => [name, ...textsIn(value)]);
};

type Settings = Readonly<Record<string, string | number | boolean>> | undefined;

const settingTexts = (settings: Settings) =>
  Object.values(settings ?? {}).filter((value) => typeof value === 'string');

export const redactedEvent = (event: PublicEvent, { text, id }: Redactor): PublicEvent => {
  switch (event.type) {
    case 'opened': {
      const { plan, terms } = event;
      const phases = plan.phases.map((phase) => ({
        ...phase,
        title: text(phase.title),
        ...(phase.goal === undefined ? {} : { goal: text(phase.goal) }),
      }));
      return {
        ...event,
        terms: { ...terms, system: text(terms.system) },
        plan: { ...plan, title: text(plan.title), formatTitle: text(plan.formatTitle), phases },
      };
    }
    case 'spoke':
    case 'noted':
      return { ...event, text: text(event.text) };
    case 'contested':
      return { ...event, reason: text(event.reason) };
    case 'drew':
      return { ...event, operations: event.operations.map((operation) => redrawn(operation, { text, id })) };
    case 'ran': {
      const { bottleneck, figures } = event;
      return {
        ...event,
        bottleneck: bottleneck === undefined ? undefined : id(bottleneck),
        ...(figures && { figures: redactedFigures(figures, { text, id }) }),
      };
    }
    case 'not-run':
      return { ...event, reason: text(event.reason) };
    case 'running':
    case 'forked':
    case 'moving':
    case 'asked-for':
    case 'paused':
    case 'resumed':
    case 'pace':
    case 'consent':
    case 'phase':
    case 'closed':
      return event;
  }
};

type Parts = Pick<Redactor, 'text' | 'id'>;

const redactedFigures = (figures: RunFigures, { text, id }: Parts): RunFigures => ({
  ...figures,
  workloads: figures.workloads?.map((one) => ({ ...one, name: text(one.name) })),
  without: figures.without === undefined ? undefined : text(figures.without),
  full: figures.full.map((one) => ({ ...one, name: text(one.name) })),
  busiest: figures.busiest && { ...figures.busiest, name: text(figures.busiest.name) },
  components: figures.components?.map((one) => ({ ...one, id: id(one.id) })),
  missed: figures.missed.map((one) => (one.of === undefined ? one : { ...one, of: text(one.of) })),
});

const redrawn = (operation: BoardOperation, { text, id }: Parts): BoardOperation => {
  switch (operation.op) {
    case 'place': {
      const { component } = operation;
      const { name, kind, settings } = component;
      return {
        op: 'place',
        component: {
          ...component,
          id: id(component.id),
          name: text(name),
          ...(kind === undefined ? {} : { kind: text(kind) }),
          ...(settings ? { settings: redactedSettings(settings, text) } : {}),
        },
      };
    }
    case 'connect': {
      const { connection } = operation;
      const { from, to, label, settings } = connection;
      return {
        op: 'connect',
        connection: {
          ...connection,
          id: id(connection.id),
          from: id(from),
          to: id(to),
          ...(label === undefined ? {} : { label: text(label) }),
          ...(settings ? { settings: redactedSettings(settings, text) } : {}),
        },
      };
    }
    case 'move':
    case 'remove':
      return { ...operation, id: id(operation.id) };
    case 'require':
      return BoardOperation.parse(rewritten(operation, text));
    case 'clear':
      return operation;
  }
};

/** The same, with every text in it as it is told; what says which operation it is stays. */
const rewritten = ({ op, workloads, objectives }: Requirement, text: Redactor['text']): unknown => {
  const told = (written: unknown): unknown => {
    if (typeof written === 'string') return text(written);
    if (Array.isArray(written)) return written.map(told);
    if (typeof written !== 'object' || written === null) return written;
    return Object.fromEntries(Object.entries(written).map(([name, value]) => [text(name), told(value)]));
  };
  return { op, workloads: told(workloads), objectives: told(objectives) };
};

type Requirement = Extract<BoardOperation, { op: 'require' }>;

const redactedSettings = (settings: NonNullable<Settings>, text: Redactor['text']) =>
  Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      text(name),
      typeof value === 'string' ? text(value) : value,
    ]),
  );

export const redactedDebrief = (debrief: Debrief, { text, id }: Redactor): Debrief => {
  const texts = (list: readonly string[]) => list.map(text);
  const all = (list: readonly Evidence[]) => list.map((piece) => redactedEvidence(piece, { text, id }));
  const letter = debrief.debrief;
  return {
    ...debrief,
    scenario: text(debrief.scenario),
    dimensions: debrief.dimensions.map((one) => ({
      ...one,
      evidence: all(one.evidence),
      wouldMove: texts(one.wouldMove),
    })),
    levelReading: { ...debrief.levelReading, why: text(debrief.levelReading.why) },
    missed: debrief.missed.map((one) => ({
      ...one,
      item: text(one.item),
      nextLevelSays: text(one.nextLevelSays),
    })),
    hints: debrief.hints.map((one) => ({ ...one, ledTo: text(one.ledTo) })),
    redFlags: debrief.redFlags.map((one) => ({ ...one, id: text(one.id), evidence: all(one.evidence) })),
    concepts: debrief.concepts.map((one) => ({ ...one, id: text(one.id), evidence: all(one.evidence) })),
    safety: text(debrief.safety),
    debrief: {
      decisions: texts(letter.decisions),
      modelling: text(letter.modelling),
      architecture: text(letter.architecture),
      production: text(letter.production),
      strengths: texts(letter.strengths),
      explore: texts(letter.explore),
      overall: text(letter.overall),
      next: texts(letter.next),
    },
    cannotRead: texts(debrief.cannotRead),
  };
};

const redactedEvidence = (piece: Evidence, { text, id }: Parts): Evidence => {
  const reading = text(piece.reading);
  switch (piece.kind) {
    case 'quote':
      return { ...piece, reading, quote: text(piece.quote) };
    case 'board':
      return { ...piece, reading, element: id(piece.element) };
    case 'run':
    case 'absence':
      return { ...piece, reading };
  }
};
