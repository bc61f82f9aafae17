import type { Design } from '@dryrun/design';
import type { Board } from '@dryrun/domain';

/** A board as it was drawn, whether or not it could run: for pictures, which need no settings to make sense. */
export const drawnDesign = ({ components, connections }: Board): Design => ({
  name: 'board',
  components: components.map(({ id, kind, name, x, y, settings = {} }) => ({
    id,
    kind: kind !== undefined && PLAIN.test(kind) ? kind : 'box',
    name: name === '' ? id : name,
    settings: {},
    written: settings,
    ...(x === undefined || y === undefined ? {} : { x, y }),
  })),
  connections: connections.map(({ id, from, to, label, settings = {} }) => ({
    id,
    from,
    to,
    ...(label === undefined ? {} : { label }),
    mode: settings['mode'] === 'async' ? 'async' : 'sync',
    settings: {},
    written: settings,
  })),
  workloads: [],
  objectives: [],
  faults: [],
});

/** A kind is a word; what else was typed for one is none that a reader of diagrams takes. */
const PLAIN = /^[A-Za-z][\w-]*$/;
