/**
 * The room of an interview in the terminal: what becomes visible is printed, what is typed is done, until the
 * interview is closed or the candidate leaves. Leaving stops the clock; the interview is kept.
 */
import { realWorld } from '@dryrun/app';
import type { App } from '@dryrun/app';
import type { CandidateAction, InterviewId } from '@dryrun/domain';
import { foldView } from '@dryrun/interview';
import type { View } from '@dryrun/interview';
import { closingSummary } from '../summary.ts';
import type { Terminal } from '../terminal.ts';
import { boardIn } from './board-file.ts';
import type { Desk } from './desk.ts';
import { header, wrap } from './layout.ts';
import { narrated } from './narration.ts';
import { readTyped, roomHelp } from './typed.ts';

export type Room = {
  readonly app: App;
  readonly interview: InterviewId;
  readonly desk: Desk;
  readonly terminal: Terminal;
  /** Whether the reasons of moves are told too. */
  readonly explain: boolean;
};

type Stay = 'stay' | 'leave';

/** Follows the interview after a view, and takes what is typed. */
export const converse = async (room: Room, seen: View): Promise<void> => {
  const { app, interview, desk } = room;
  let view = seen;
  desk.head((columns) => header(view, realWorld.now(), columns));
  const leaving = new AbortController();
  desk.onTyping(presenceOf(room));
  const following = (async (): Promise<{ readonly kind: 'over' }> => {
    for await (const event of app.follow(interview, seen.version, leaving.signal)) {
      view = foldView(view, event);
      const text = narrated({ event, view }, desk.width(), desk.paint);
      if (room.explain && event.type === 'moving') await explained(room, event.version);
      if (text !== undefined) desk.print(text);
      if (view.status === 'closed') break;
    }
    return { kind: 'over' };
  })();

  if (!desk.screen) await app.settled();
  for (let warned = false; ; ) {
    desk.prompt();
    const happened = await Promise.race([following, desk.next()]);
    switch (happened.kind) {
      case 'over':
        await farewell(room, view);
        return;
      case 'gone':
        await leave(room, leaving);
        return;
      case 'interrupt':
        if (warned) {
          await leave(room, leaving);
          return;
        }
        warned = true;
        hint(desk, `Press Ctrl-C again to leave; the interview is kept (dryrun resume ${interview}).`);
        break;
      case 'line':
        warned = false;
        if ((await taken(room, happened.text)) === 'leave') {
          await leave(room, leaving);
          return;
        }
        break;
    }
    // Nobody watches, so the next line waits until this one is answered.
    if (!desk.screen) await app.settled();
  }
};

/** Often enough that no silence is taken for one, seldom enough to be no burden (IN23). */
const SHOW_EVERY_MS = 20_000;

/** Whoever types is not silent. Nothing depends on its being told: while the clock stands it is refused, and that is as well. */
const presenceOf = ({ app, interview }: Room): (() => void) => {
  let shownAt = Number.NEGATIVE_INFINITY;
  return () => {
    const now = realWorld.now();
    if (now - shownAt < SHOW_EVERY_MS) return;
    shownAt = now;
    app.send(interview, { type: 'ShowPresence' }).catch(() => {});
  };
};

const explained = async ({ app, interview, desk }: Room, version: number): Promise<void> => {
  const [reason] = await app.reasons(interview, version - 1);
  if (!reason) return;
  desk.print(desk.paint.dim(`\n[${reason.move}: ${reason.reason}]`));
  // What else it could have been, and what each was worth.
  for (const { move, worth, why } of (reason.weighed ?? []).slice(1, 4))
    desk.print(desk.paint.dim(`  ${worth}  ${move}: ${why}`));
};

const taken = async (room: Room, line: string): Promise<Stay> => {
  const typed = readTyped(line);
  switch (typed.kind) {
    case 'nothing':
      return 'stay';
    case 'words':
      return done(room, { type: 'Say', text: typed.text, channel: 'typed' }, line);
    case 'wrong':
      hint(room.desk, typed.message);
      // A mistyped command alone is quicker typed again than taken out of the way of an answer.
      if (/\s/.test(line.trim())) room.desk.putBack(line);
      return 'stay';
    case 'help':
      room.desk.print(`\n${roomHelp(room.desk.width())}`);
      return 'stay';
    case 'hint':
    case 'repeat':
    case 'time':
      return done(room, { type: 'RequestHelp', help: typed.kind }, line);
    case 'next':
      return done(room, { type: 'RequestNextPhase' }, line);
    case 'pause':
      return done(room, { type: 'Pause' }, line);
    case 'resume':
      return done(room, { type: 'Resume' }, line);
    case 'note':
      return done(room, { type: 'WriteNote', text: typed.text }, line, 'Noted.');
    case 'board':
      return drawn(room, typed.file, line);
    case 'end':
      return done(room, { type: 'End' }, line);
    case 'quit':
      return 'leave';
  }
};

/** Done, or told why not, with what was typed put back. */
const done = async (
  { app, interview, desk }: Room,
  action: CandidateAction,
  line: string,
  told?: string,
): Promise<Stay> => {
  const outcome = await app.send(interview, action);
  if (outcome.done) {
    if (told !== undefined) hint(desk, told);
    return 'stay';
  }
  const paused = outcome.refusal.code === 'paused';
  hint(
    desk,
    paused ? 'The clock stands: /resume first. Your words are kept in the prompt.' : outcome.refusal.message,
  );
  if (action.type === 'Say') desk.putBack(line);
  return 'stay';
};

const drawn = async (room: Room, file: string, line: string): Promise<Stay> => {
  const { app, desk, terminal } = room;
  const board = await boardIn(file, terminal, app.catalogue.palette, desk.width());
  if (typeof board !== 'string')
    return done(room, { type: 'ChangeBoard', operations: board.operations }, line, board.told);
  hint(room.desk, board);
  room.desk.putBack(line);
  return 'stay';
};

const leave = async ({ app, interview, desk }: Room, leaving: AbortController): Promise<void> => {
  leaving.abort();
  // Refused when the clock stands already, which is as well.
  await app.send(interview, { type: 'Pause' });
  desk.rest();
  desk.print(`\nYour interview is kept and its clock stands. Go on with:\n\n  dryrun resume ${interview}\n`);
};

const farewell = async ({ app, interview, desk }: Room, view: View): Promise<void> => {
  desk.rest();
  hint(desk, closingSummary(view));
  desk.print(
    `\nThe interview is kept. Read what it showed, or all of it again:\n\n  dryrun debrief ${interview}\n  dryrun replay ${interview}\n`,
  );
  // So that the debrief is there when it is asked for.
  await app.settled();
};

const hint = ({ print, paint, width }: Desk, text: string): void =>
  print(`\n${paint.dim(wrap(text, width()))}`);
