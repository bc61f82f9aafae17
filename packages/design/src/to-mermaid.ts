import type { Board, BoardComponent } from '@dryrun/domain';
import type { Component, Connection, Design } from './design.ts';
import { saidByLabel } from './arrow-words.ts';
import { decimal } from './decimal.ts';
import { replicasIn } from './labels.ts';

/** What of a design a flowchart can hold. */
type Drawn = {
  readonly components: readonly (Pick<Component, 'id' | 'name' | 'written'> &
    Pick<BoardComponent, 'kind' | 'shape'>)[];
  readonly connections: readonly Pick<Connection, 'from' | 'to' | 'label' | 'mode' | 'written'>[];
  readonly flow?: Board['flow'];
};

/** The design as a Mermaid flowchart: a box for each component, its kind as its class, dotted arrows where nobody waits. */
export const toMermaid = (design: Design): string => flowchart(design);

/** A board as it stands, whatever nobody has said of its boxes yet. */
export const boardToMermaid = ({ components, connections, flow }: Board): string =>
  flowchart({
    flow,
    components: components.map(({ id, name, kind, shape, settings = {} }) => ({
      id,
      name: name === '' ? id : name,
      kind: kind !== undefined && PLAIN.test(kind) ? kind : undefined,
      shape,
      written: settings,
    })),
    connections: connections.map(({ from, to, label, settings = {} }) => ({
      from,
      to,
      label,
      mode: settings['mode'] === 'async' ? 'async' : 'sync',
      written: settings,
    })),
  });

/** A kind is a word; what else was typed for one is none that a reader of diagrams takes. */
const PLAIN = /^[A-Za-z][\w-]*$/;

const flowchart = ({ components, connections, flow }: Drawn): string => {
  const ids = mermaidIds(components);
  const boxes = components.map((component) => {
    const kind = component.kind === undefined ? '' : `:::${component.kind}`;
    const [open, close] = component.shape === 'store' ? ['[("', '")]'] : ['["', '"]'];
    return `  ${ids.get(component.id)}${open}${escaped(nameOf(component))}${close}${kind}`;
  });
  const arrows = connections.map((connection) => {
    const label = labelOf(connection);
    const line = connection.mode === 'async' ? '-.->' : '-->';
    const said = label === '' ? '' : `|"${escaped(label)}"|`;
    return `  ${ids.get(connection.from)} ${line}${said} ${ids.get(connection.to)}`;
  });
  return `${[`flowchart ${flow === 'down' ? 'TD' : 'LR'}`, ...boxes, ...arrows].join('\n')}\n`;
};

const RESERVED: ReadonlySet<string> = new Set(
  'end graph subgraph flowchart style class classdef click linkstyle direction default call href o x'.split(
    ' ',
  ),
);

/** An id that Mermaid would misread gets a number instead. */
const mermaidIds = (components: Drawn['components']): ReadonlyMap<string, string> => {
  const plain = (id: string) => /^[A-Za-z]\w*(-\w+)*$/.test(id) && !RESERVED.has(id.toLowerCase());
  const taken = new Set(components.flatMap(({ id }) => (plain(id) ? [id] : [])));
  let count = 0;
  const numbered = (): string => {
    do count += 1;
    while (taken.has(`box${count}`));
    return `box${count}`;
  };
  return new Map(components.map(({ id }) => [id, plain(id) ? id : numbered()]));
};

const nameOf = ({ name, written }: Drawn['components'][number]): string => {
  const { replicas } = written;
  const unsaid = replicas !== undefined && Number(replicas) > 1 && replicasIn(name) === undefined;
  return unsaid ? `${name} ×${replicas}` : name;
};

/** The label, and whatever was written of the connection that it does not say yet. */
const labelOf = ({ label = '', written }: Drawn['connections'][number]): string => {
  const said = saidByLabel(label);
  const unsaid = Object.entries(written).filter(
    ([name]) => name !== 'mode' && name !== 'onMiss' && !said.settings.some((one) => one.name === name),
  );
  return [
    label,
    written['onMiss'] !== undefined && !said.onMiss ? 'on miss' : '',
    ...unsaid.map(([name, set]) => {
      const value = typeof set === 'number' ? decimal(set) : set;
      if (name === 'calls') return `${value} calls`;
      return name === 'probability' ? `p=${value}` : `${name}=${value}`;
    }),
  ]
    .filter((part) => part !== '')
    .join(', ');
};

const escaped = (text: string): string =>
  text.replaceAll('#', '#35;').replaceAll('"', '#quot;').replaceAll('<', '#lt;').replaceAll(/\s+/g, ' ');
