/**
 * Mermaid flowcharts, as people draw them for a system:
 *
 *     flowchart LR
 *       subgraph serving [Serving]
 *         api(API) & cache[(Cache)]
 *       end
 *       users[Users] --> api -->|asks| model{{Ranker}}
 *       api -.-> log
 *
 * Statement by statement: what is understood goes into the graph; what is not is named with its line and column, and then there
 * is no board. Colours, clicks and directions of groups are passed over, and so are groups, but for the arrows that meet them.
 */
import type { Board } from '@dryrun/domain';
import type { DesignFinding } from './design.ts';
import { labelText } from './drawn-text.ts';
import { takeGroup, takeProperties, takeShape } from './mermaid-box.ts';
import type { Mention } from './mermaid-box.ts';
import { boardOf, closeGroup, connect, emptyGraph, mention, openGroup } from './mermaid-graph.ts';
import type { Graph } from './mermaid-graph.ts';
import {
  foundAt,
  isMisread,
  lineEnd,
  peekId,
  placeOf,
  placesIn,
  sees,
  skipBlank,
  skipSpaces,
  took,
  takeQuoted,
} from './mermaid-lexer.ts';
import type { Misread, TextPlace, Scanner } from './mermaid-lexer.ts';
import { takeLink } from './mermaid-link.ts';

const CHARACTERS_MAX = 200_000;
/** A text that is no flowchart at all would else be told of line by line. */
const FINDINGS_MAX = 20;

export type ReadMermaid = {
  readonly board?: Board;
  /** Where in the text each box and arrow stands, by id. */
  readonly places?: ReadonlyMap<string, TextPlace>;
  readonly findings: readonly DesignFinding[];
};

export const readMermaid = (text: string): ReadMermaid => {
  if (text.length > CHARACTERS_MAX) return { findings: [tooLarge(`more than ${CHARACTERS_MAX} characters`)] };
  const scanner: Scanner = { text, at: 0 };
  const graph = emptyGraph();
  const findings: DesignFinding[] = [];

  const head = takeHead(scanner, graph);
  if (typeof head === 'object') return { findings: [misreading(text, head)] };
  if (head !== undefined) return { findings: [noFlowchart(text, scanner.at, head)] };
  while (findings.length < FINDINGS_MAX) {
    const passed = skipBetween(scanner);
    if (!passed && scanner.at >= text.length) break;
    const wrong = passed ?? takeStatement(scanner, graph);
    if (wrong === undefined) continue;
    if (typeof wrong === 'string') return { findings: [...findings, tooLarge(wrong)] };
    findings.push(misreading(text, wrong));
    scanner.at = lineEnd({ text, at: Math.max(scanner.at, wrong.at) });
  }
  if (findings.length > 0) return { findings };
  const open = graph.around.at(-1);
  if (open)
    return {
      findings: [
        misreading(text, { expected: `“end” to close the subgraph “${open.title}”`, at: text.length }),
      ],
    };
  const built = boardOf(graph, placesIn(text));
  return 'tooLarge' in built ? { findings: [tooLarge(built.tooLarge)] } : { ...built, findings: [] };
};

const tooLarge = (what: string): DesignFinding => ({
  code: 'too-large',
  severity: 'error',
  message: `The flowchart has ${what}, which is more than a board shows; draw what matters, and leave the rest out.`,
});

const misreading = (text: string, { expected, at }: Misread): DesignFinding => {
  const { line, column } = placeOf(text, at);
  return {
    code: 'mermaid-syntax',
    severity: 'error',
    message: `Line ${line} of the flowchart, column ${column}: expected ${expected}; found ${foundAt(text, at)}.`,
    line,
    column,
  };
};

/** Other diagrams by their first word; those that Mermaid calls `-beta` go without it. */
const DIAGRAMS: ReadonlyMap<string, string> = new Map([
  ['sequenceDiagram', 'a sequence diagram'],
  ['classDiagram', 'a class diagram'],
  ['stateDiagram', 'a state diagram'],
  ['erDiagram', 'an entity–relationship diagram'],
  ['gantt', 'a Gantt chart'],
  ['pie', 'a pie chart'],
  ['journey', 'a user journey'],
  ['gitGraph', 'a Git graph'],
  ['mindmap', 'a mind map'],
  ['timeline', 'a timeline'],
  ['quadrantChart', 'a quadrant chart'],
  ['requirementDiagram', 'a requirement diagram'],
  ['C4Context', 'a C4 diagram'],
  ['C4Container', 'a C4 diagram'],
  ['C4Component', 'a C4 diagram'],
  ['C4Dynamic', 'a C4 diagram'],
  ['C4Deployment', 'a C4 diagram'],
  ['sankey', 'a Sankey diagram'],
  ['xychart', 'an XY chart'],
  ['block', 'a block diagram'],
  ['packet', 'a packet diagram'],
  ['architecture', 'an architecture diagram'],
  ['kanban', 'a kanban board'],
  ['radar', 'a radar chart'],
  ['treemap', 'a treemap'],
  ['zenuml', 'a ZenUML diagram'],
]);

const noFlowchart = (text: string, at: number, word: string): DesignFinding => {
  const known = DIAGRAMS.get(word.replace(/-(?:beta|v2)$/, ''));
  const found = known ? `${known} (“${word}”)` : foundAt(text, at);
  return {
    code: known ? 'other-diagram' : 'mermaid-syntax',
    severity: 'error',
    message: `Expected a Mermaid flowchart that begins with “flowchart LR” or “graph TD”; found ${found}.`,
    ...placeOf(text, at),
  };
};

/** One that runs back is drawn the way one reads. */
const RIGHTWARDS: ReadonlySet<string> = new Set(['LR', 'RL', '<', '>']);

/** Front matter, directives and comments, then the first word; answers with the word if it is another. */
const takeHead = (scanner: Scanner, graph: Graph): string | undefined | Misread => {
  skipBlank(scanner);
  const from = scanner.at;
  if (sees(scanner, '---')) {
    const end = scanner.text.indexOf('\n---', from);
    if (end < 0)
      return { expected: '“---” on a line of its own, to close the front matter that opens here', at: from };
    scanner.at = end + 1;
    scanner.at = lineEnd(scanner);
  }
  const passed = skipBetween(scanner);
  if (passed) return passed;
  const word = peekId(scanner) ?? '';
  if (!['flowchart', 'graph', 'flowchart-elk'].includes(word)) return word;
  scanner.at += word.length;
  skipSpaces(scanner);
  const direction = /^(?:LR|TD|TB|BT|RL|[<>^v])(?![\p{L}\p{N}_-])/u.exec(
    scanner.text.slice(scanner.at, scanner.at + 3),
  );
  scanner.at += direction?.[0].length ?? 0;
  if (direction) graph.flow = RIGHTWARDS.has(direction[0]) ? 'right' : 'down';
  return endOfStatement(
    scanner,
    direction ? 'a new line after the direction' : 'a direction (LR, RL, TD, TB or BT)',
  );
};

/** Blank lines, semicolons, comments and directives. */
const skipBetween = (scanner: Scanner): Misread | undefined => {
  for (;;) {
    skipBlank(scanner);
    const from = scanner.at;
    if (took(scanner, ';')) continue;
    if (!sees(scanner, '%%')) return undefined;
    if (!sees(scanner, '%%{')) {
      scanner.at = lineEnd(scanner);
      continue;
    }
    const end = scanner.text.indexOf('}%%', from);
    if (end < 0) return { expected: '“}%%” to close the directive that opens here', at: from };
    scanner.at = end + '}%%'.length;
  }
};

const endOfStatement = (scanner: Scanner, expected: string): Misread | undefined => {
  skipSpaces(scanner);
  const ended = scanner.at >= scanner.text.length || '\n;'.includes(scanner.text[scanner.at] ?? '');
  return ended || sees(scanner, '%%') ? undefined : { expected, at: scanner.at };
};

/** A string says of what there is too much. */
const takeStatement = (scanner: Scanner, graph: Graph): Misread | string | undefined => {
  const word = peekId(scanner);
  const after = scanner.at + (word?.length ?? 0);
  if (word === 'subgraph' && /[\s;]|^$/.test(scanner.text[after] ?? '')) {
    scanner.at = after;
    return takeSubgraph(scanner, graph);
  }
  if (word === 'end' && !endOfStatement({ text: scanner.text, at: after }, '')) {
    if (!closeGroup(graph)) return { expected: 'a subgraph to be open before its “end”', at: scanner.at };
    scanner.at = after;
    return undefined;
  }
  if (word !== undefined && isPassedOver(scanner, word)) return passOver(scanner, word);
  if (word !== undefined && graph.arrowIds.has(word) && scanner.text.startsWith('@{', after)) {
    scanner.at = after;
    const properties = takeProperties(scanner);
    return isMisread(properties) ? properties : endOfStatement(scanner, 'the end of the line');
  }
  return takeChain(scanner, graph);
};

const COLOURS = ['style', 'classDef', 'class', 'linkStyle', 'click', 'direction'];
const TITLES = ['accTitle', 'accDescr'];

/** A keyword with something to say; `class --> school` is a box. */
const isPassedOver = ({ text, at }: Scanner, word: string): boolean => {
  const next = text.slice(at + word.length, at + word.length + 20);
  return (
    (COLOURS.includes(word) && /^[ \t]+[\p{L}\p{N}_"]/u.test(next)) ||
    (TITLES.includes(word) && /^[ \t]*[:{]/.test(next))
  );
};

/** To the end of the line, or to a semicolon that is not in quotes. */
const passOver = (scanner: Scanner, word: string): Misread | undefined => {
  const from = scanner.at;
  const end = lineEnd(scanner);
  if (TITLES.includes(word)) {
    const line = scanner.text.slice(from, end);
    const brace = /^accDescr[ \t]*\{/.test(line) ? scanner.text.indexOf('}', from) : end - 1;
    if (brace < 0) return { expected: 'a closing “}” for the description that opens here', at: from };
    scanner.at = brace + 1;
    return undefined;
  }
  let quoted = false;
  for (; scanner.at < end; scanner.at++) {
    if (scanner.text[scanner.at] === '"') quoted = !quoted;
    if (scanner.text[scanner.at] === ';' && !quoted) break;
  }
  return undefined;
};

/** `subgraph id [Title]`, `subgraph id`, `subgraph A title`, `subgraph "A title"`. */
const takeSubgraph = (scanner: Scanner, graph: Graph): Misread | string | undefined => {
  skipSpaces(scanner);
  const rest = 'the end of the line after the subgraph’s title';
  if (!endOfStatement(scanner, rest)) return openGroup(graph, undefined, undefined);
  if (sees(scanner, '"')) {
    const quoted = takeQuoted(scanner);
    return isMisread(quoted)
      ? quoted
      : (endOfStatement(scanner, rest) ?? openGroup(graph, undefined, labelText(quoted)));
  }
  const from = scanner.at;
  const id = peekId(scanner);
  scanner.at += id?.length ?? 0;
  if (!endOfStatement(scanner, rest)) return openGroup(graph, id, undefined);
  const title = id !== undefined && sees(scanner, '[') ? takeShape(scanner) : undefined;
  if (isMisread(title)) return title;
  if (title !== undefined) return endOfStatement(scanner, rest) ?? openGroup(graph, id, title);
  // A title in plain words, which nothing can point at.
  const end = lineEnd(scanner);
  const semicolon = scanner.text.slice(from, end).indexOf(';');
  scanner.at = semicolon < 0 ? end : from + semicolon;
  return openGroup(graph, undefined, labelText(scanner.text.slice(from, scanner.at)));
};

/** `A & B[Label] --> C -->|asks| D` */
const takeChain = (scanner: Scanner, graph: Graph): Misread | string | undefined => {
  const first = takeMentions(scanner, graph);
  if (typeof first === 'string' || isMisread(first)) return first;
  let from = first;
  for (;;) {
    const link = takeLink(scanner);
    if (isMisread(link)) return link;
    if (!link) return endOfStatement(scanner, 'an arrow such as “-->”, or the end of the line');
    const to = takeMentions(scanner, graph);
    if (typeof to === 'string' || isMisread(to)) return to;
    const wrong = connect(graph, from, link, to);
    if (wrong !== undefined) return wrong;
    from = to;
  }
};

const takeMentions = (scanner: Scanner, graph: Graph): readonly Mention[] | Misread | string => {
  const group = takeGroup(scanner);
  if (isMisread(group)) return group;
  for (const one of group) {
    const wrong = mention(graph, one);
    if (wrong !== undefined) return wrong;
  }
  return group;
};
