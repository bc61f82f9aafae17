/**
 * The line at which a candidate types, and the screen above it.
 *
 *     … what was said …
 *     problem exploration ▰▱▱▱▱  2:10 of 45:00      the header: drawn anew each second
 *     > half a sentence_                            typed text
 *
 * Invariants: what is printed comes above, and what is being typed stands unharmed below it; every line typed is
 * handed on, in order; without a screen nothing is redrawn and no control code is written.
 */
import { createInterface } from 'node:readline';
import type { Key } from 'node:readline';
import type { Live } from '../terminal.ts';
import { widthOf } from './layout.ts';
import { paintFor } from './narration.ts';
import type { Paint } from './narration.ts';
import { completions } from './typed.ts';

export type AtDesk =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'interrupt' }
  /** Nobody types any more: the end of the input, or Ctrl-D. */
  | { readonly kind: 'gone' };

export type Desk = {
  readonly paint: Paint;
  readonly screen: boolean;
  readonly width: () => number;
  readonly next: () => Promise<AtDesk>;
  readonly prompt: () => void;
  readonly print: (text: string) => void;
  /** What stands above the prompt from now on. */
  readonly head: (header: (columns: number) => string) => void;
  /** Words that were not taken go back to where they can be sent again. */
  readonly putBack: (text: string) => void;
  /** Told at each key: somebody types. */
  readonly onTyping: (typing: () => void) => void;
  /** Nothing more is asked: the prompt goes, words that were not sent stay readable. */
  readonly rest: () => void;
  readonly close: () => void;
};

const TICK_MS = 1000;
const PASTE_ON = '\u001b[?2004h';
const PASTE_OFF = '\u001b[?2004l';

export const openDesk = ({ input, output, screen, colour, columns }: Live): Desk => {
  const paint = paintFor(colour);
  const queue = newQueue<AtDesk>();
  const reader = createInterface({
    input,
    output: screen ? output : undefined,
    terminal: screen,
    completer: (line: string): [string[], string] => [completions(line), line],
    historySize: 200,
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  /** Lines of an answer that goes on. */
  let pending: string[] = [];
  let pasting = false;
  let prompting = false;
  let header: (columns: number) => string = () => '';
  let typing = () => {};

  const headLine = () => paint.dim(header(columns()));
  const promptText = () => {
    if (pending.length > 0) return '… ';
    const head = headLine();
    return `\n${head === '' ? '' : `${head}\n`}> `;
  };
  const toTop = () => {
    const { rows } = reader.getCursorPos();
    return rows > 0 ? `\u001b[${rows}A\r` : '\r';
  };
  const draw = () => {
    reader.setPrompt(promptText());
    reader.prompt(true);
    prompting = true;
  };

  reader.on('line', (line) => {
    prompting = false;
    const goesOn = line.endsWith('\\');
    pending.push(goesOn ? line.slice(0, -1) : line);
    if (goesOn || pasting) {
      if (screen) draw();
      return;
    }
    const text = pending.join('\n');
    pending = [];
    queue.put({ kind: 'line', text });
  });
  reader.on('SIGINT', () => queue.put({ kind: 'interrupt' }));
  reader.on('SIGCONT', draw);
  reader.on('close', () => {
    if (pending.length > 0) queue.put({ kind: 'line', text: pending.join('\n') });
    queue.put({ kind: 'gone' });
  });

  const onKey = (_: string | undefined, key: Key | undefined) => {
    if (key?.name === 'paste-start') pasting = true;
    if (key?.name === 'paste-end') pasting = false;
    typing();
  };
  // Before readline's own: it then draws the header as wide as the screen is now.
  const onResize = () => reader.setPrompt(promptText());
  const tick = () => {
    const head = headLine();
    if (!prompting || pending.length > 0 || head === '') return;
    const { rows } = reader.getCursorPos();
    output.write(`\u001b7\u001b[${rows - 1}A\r${head}\u001b[K\u001b8`);
  };
  const ticking = screen ? setInterval(tick, TICK_MS) : undefined;
  if (screen) {
    input.on('keypress', onKey);
    output.prependListener('resize', onResize);
    output.write(PASTE_ON);
  }

  return {
    paint,
    screen,
    onTyping: (listener) => {
      typing = listener;
    },
    width: () => widthOf(columns()),
    next: queue.take,
    prompt: () => {
      if (screen && !prompting) draw();
    },
    print: (text) => {
      if (!prompting) {
        output.write(`${text}\n`);
        return;
      }
      // readline draws from as many rows above the cursor as it last drew below its beginning: they are made good.
      const { rows } = reader.getCursorPos();
      output.write(`${toTop()}\u001b[J${text}\n${'\n'.repeat(rows)}`);
      draw();
    },
    head: (wanted) => {
      header = wanted;
    },
    putBack: (text) => {
      if (!screen) return;
      if (!prompting) draw();
      reader.write(text.replaceAll('\n', ' '));
    },
    rest: () => {
      clearInterval(ticking);
      if (!prompting) return;
      if (reader.line === '') output.write(`${toTop()}\u001b[J`);
      else reader.write('', { ctrl: true, name: 'e' });
      if (reader.line !== '') output.write('\n');
      prompting = false;
    },
    close: () => {
      clearInterval(ticking);
      input.off('keypress', onKey);
      output.off('resize', onResize);
      if (screen) output.write(PASTE_OFF);
      reader.close();
      input.destroy();
    },
  };
};

const newQueue = <Item>() => {
  const items: Item[] = [];
  const waiting: ((item: Item) => void)[] = [];
  return {
    put: (item: Item) => {
      const taker = waiting.shift();
      if (taker) taker(item);
      else items.push(item);
    },
    take: (): Promise<Item> => {
      const item = items.shift();
      return item === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(item);
    },
  };
};
