import type { Scalar } from '@dryrun/quantities';
import type { Component, Connection, Design, Fault, Measure, Objective, Values, Workload } from './design.ts';
import { decimal } from './decimal.ts';
import { typeOfMeasure } from './read-objectives.ts';

/** The design as it was written, ready for YAML or JSON: reading it gives the same design. */
export const toDocument = (design: Design): unknown => ({
  name: design.name,
  components: design.components.map(componentOf),
  ...some('connections', design.connections.map(connectionOf)),
  ...some('workloads', design.workloads.map(workloadOf)),
  ...some('objectives', design.objectives.map(objectiveOf)),
  ...some('faults', design.faults.map(faultOf)),
  ...(design.world ? { world: settingsOf(design.world.written).settings ?? {} } : {}),
});

const some = (key: string, list: readonly unknown[]) => (list.length === 0 ? {} : { [key]: list });

const componentOf = ({ id, kind, name, x, y, written }: Component) => ({
  id,
  kind,
  ...(name === id ? {} : { name }),
  ...(x === undefined ? {} : { x }),
  ...(y === undefined ? {} : { y }),
  ...settingsOf(written),
});

const connectionOf = ({ id, from, to, label, workloads, written }: Connection) => {
  const { mode, ...settings } = written;
  return {
    ...(id === `${from}->${to}` ? {} : { id }),
    from,
    to,
    ...(label === undefined ? {} : { label }),
    ...(mode === undefined ? {} : { mode }),
    ...(workloads ? { workloads } : {}),
    ...settingsOf(settings),
  };
};

const workloadOf = ({ name, from, written, trace }: Workload) => ({
  name,
  from,
  ...nested(written),
  ...(trace ? { trace } : {}),
});

const settingsOf = (written: Values) =>
  Object.keys(written).length === 0 ? {} : { settings: nested(written) };

type Nested = { [name: string]: Scalar | Nested };

/** `service.mean` goes into `service`, unless `service` itself is a value. */
const nested = (written: Values): Nested => {
  const root: Nested = {};
  for (const [name, value] of Object.entries(written)) {
    const steps = name.split('.');
    const heads = steps.slice(0, -1).map((_, index) => steps.slice(0, index + 1).join('.'));
    if (steps.length === 1 || heads.some((head) => Object.hasOwn(written, head))) {
      root[name] = value;
      continue;
    }
    let inner = root;
    for (const step of steps.slice(0, -1)) {
      const known = inner[step];
      const next: Nested = typeof known === 'object' ? known : {};
      inner[step] = next;
      inner = next;
    }
    inner[steps.at(-1) ?? name] = value;
  }
  return root;
};

const objectiveOf = ({ atMost, atLeast, ...objective }: Objective) => ({
  ...objective,
  ...(atMost === undefined ? {} : { atMost: boundOf(objective.measure, atMost) }),
  ...(atLeast === undefined ? {} : { atLeast: boundOf(objective.measure, atLeast) }),
});

const boundOf = (measure: Measure, value: number): string | number => {
  switch (typeOfMeasure(measure).type) {
    case 'duration':
      return secondsOf(value);
    case 'rate':
      return `${decimal(value)}/s`;
    case 'money':
      return `${decimal(value)} USD`;
    case 'size':
      return `${decimal(value)} byte`;
    case 'share':
    case 'count':
    case 'number':
    case 'price':
    case 'quantity':
    case 'word':
    case 'flag':
    case 'text':
      return value;
  }
};

const faultOf = ({ fromS, forS, ...fault }: Fault) => ({
  ...fault,
  from: secondsOf(fromS),
  ...(forS === undefined ? {} : { for: secondsOf(forS) }),
});

const secondsOf = (value: number): string => `${decimal(value)} s`;
