import type { Component, Connection, Design } from './design.ts';
import { replicasIn, saidByLabel } from './labels.ts';

/** The design as a Mermaid flowchart: a box for each component, its kind as its class, dotted arrows where nobody waits. */
export const toMermaid = ({ components, connections }: Design): string => {
  const ids = mermaidIds(components);
  const boxes = components.map(
    (component) => `  ${ids.get(component.id)}["${escaped(nameOf(component))}"]:::${component.kind}`,
  );
  const arrows = connections.map((connection) => {
    const label = labelOf(connection);
    const line = connection.mode === 'async' ? '-.->' : '-->';
    const said = label === '' ? '' : `|"${escaped(label)}"|`;
    return `  ${ids.get(connection.from)} ${line}${said} ${ids.get(connection.to)}`;
  });
  return `${['flowchart LR', ...boxes, ...arrows].join('\n')}\n`;
};

const RESERVED: ReadonlySet<string> = new Set(
  'end graph subgraph flowchart style class classdef click linkstyle direction default call href o x'.split(
    ' ',
  ),
);

/** An id that Mermaid would misread gets a number instead. */
const mermaidIds = (components: readonly Component[]): ReadonlyMap<string, string> => {
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

const nameOf = ({ name, written }: Component): string => {
  const { replicas } = written;
  const unsaid = replicas !== undefined && Number(replicas) > 1 && replicasIn(name) === undefined;
  return unsaid ? `${name} ×${replicas}` : name;
};

const labelOf = ({ label = '', written }: Connection): string => {
  const said = saidByLabel(label);
  const { onMiss, calls, probability } = written;
  return [
    label,
    onMiss !== undefined && !said.onMiss ? 'on miss' : '',
    calls !== undefined && said.calls === undefined ? `${calls} calls` : '',
    probability !== undefined && said.probability === undefined
      ? typeof probability === 'number'
        ? `p=${probability}`
        : probability
      : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
};

const escaped = (text: string): string =>
  text.replaceAll('#', '#35;').replaceAll('"', '#quot;').replaceAll(/\s+/g, ' ');
