/**
 * The plain subset of Mermaid flowcharts that people type in an interview:
 *
 *     flowchart LR
 *       users[Users] --> api(API) & cache
 *       api -->|asks| model{{Ranker}}
 *
 * Boxes of any bracket, arrows of any stroke with one label, `&`, chains and comments. Subgraphs only group, styles
 * only colour: both are passed over. Any other line is named and nothing is drawn.
 */
import type { BoardComponent, BoardConnection, BoardOperation } from '@dryrun/domain';

export const drawMermaid = (text: string): readonly BoardOperation[] | string => {
  const told = text
    .split('\n')
    .flatMap((line, at) => line.split(';').map((part) => ({ line: part.trim(), number: at + 1 })))
    .filter(({ line }) => line !== '' && !line.startsWith('%%'));
  const head = told.at(0);
  if (!head || !/^(?:flowchart|graph)\b/.test(head.line))
    return `Expected a Mermaid flowchart that begins with “flowchart LR” or “graph TD”; found “${head?.line ?? ''}”.`;

  const boxes = new Map<string, BoardComponent>();
  const arrows: BoardConnection[] = [];
  for (const { line, number } of told.slice(1)) {
    if (PASSED_OVER.test(line)) continue;
    const read = readLine(line);
    if (!read) return `Line ${number} of the flowchart was not understood: “${line}”.`;
    for (const box of read.boxes) {
      const known = boxes.get(box.id);
      if (!known || box.name !== box.id) boxes.set(box.id, box);
    }
    arrows.push(...read.arrows);
  }
  return [
    { op: 'clear' },
    ...[...boxes.values()].map((component) => ({ op: 'place', component }) as const),
    ...arrows.map(
      (arrow, at) => ({ op: 'connect', connection: { ...arrow, id: `arrow ${at + 1}` } }) as const,
    ),
  ];
};

const PASSED_OVER = /^(?:subgraph\b|end$|direction\b|style\b|classDef\b|class\b|linkStyle\b|click\b)/;

type Line = { readonly boxes: readonly BoardComponent[]; readonly arrows: readonly BoardConnection[] };

const readLine = (line: string): Line | undefined => {
  const boxes: BoardComponent[] = [];
  const arrows: BoardConnection[] = [];
  let rest = line;
  let from: readonly BoardComponent[] = [];
  let label: string | undefined;
  for (;;) {
    const group = readGroup(rest);
    if (!group) return undefined;
    boxes.push(...group.boxes);
    for (const one of from)
      for (const other of group.boxes) arrows.push({ id: '', from: one.id, to: other.id, label });
    if (group.rest === '') return { boxes, arrows };
    const arrow = ARROW.exec(group.rest);
    if (!arrow) return undefined;
    label = unquoted(arrow[1] ?? arrow[2] ?? arrow[3])?.slice(0, 200);
    from = group.boxes;
    rest = group.rest.slice(arrow[0].length);
  }
};

/** `-->`, `---`, `==>`, `-.->`, `<-->`, `--o`, each with `|label|` after it or `-- label -->` in it. */
const ARROW =
  /^\s*(?:[<xo]?(?:--|==)\s+([^-=|>][^|>]*?)\s+(?:-+|=+)[>xo]?|[<xo]?-\.\s+([^|>]*?)\s+\.+-+[>xo]?|[<xo]?(?:-{2,}|={2,}|-\.+-)[>xo]?(?:\s*\|([^|]*)\|)?)\s*/;

/** `A & B[Label]` */
const readGroup = (
  text: string,
): { readonly boxes: readonly BoardComponent[]; readonly rest: string } | undefined => {
  const boxes: BoardComponent[] = [];
  let rest = text;
  for (;;) {
    const found = BOX.exec(rest);
    const id = found?.[1];
    if (!found || id === undefined) return undefined;
    const name = unquoted(found[2] ?? found[3] ?? found[4] ?? found[5]) ?? id;
    boxes.push({ id: id.slice(0, 120), name: name.slice(0, 200) });
    rest = rest.slice(found[0].length).trimStart();
    if (!rest.startsWith('&')) return { boxes, rest };
    rest = rest.slice(1);
  }
};

/** An id, then perhaps a label in brackets of one of the shapes, then perhaps a `:::class`. */
const BOX =
  /^\s*([\p{L}\d_]+(?:[-.][\p{L}\d_]+)*)(?:\[[[(/\\]?([^\]]*?)[\])/\\]?\]|\(+\[?([^)\]]*)\]?\)+|\{+([^}]*)\}+|>([^\]]*)\])?(?::::\w+)?/u;

const unquoted = (label: string | undefined): string | undefined =>
  label
    ?.trim()
    .replace(/^"(.*)"$/s, '$1')
    .replaceAll(/<br\s*\/?>/g, ' ');
