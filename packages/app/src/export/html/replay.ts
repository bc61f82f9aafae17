/** The conversation and the board, whole in the page; the script shows them as they were at a moment. */
import type { View } from '@dryrun/interview';
import { clockFace } from '../../clock-face.ts';
import { strokesOf } from '../board-strokes.ts';
import type { TimedEvent, Told } from '../told.ts';
import { endOf, phaseTitle, runSaid, SPEAKERS } from '../words.ts';
import { boardHtml } from './board.ts';
import { section } from './debrief.ts';
import { escaped, paragraphs } from './escape.ts';

export const replayHtml = ({ events, view }: Told): string =>
  section(
    'replay',
    'The conversation and the board',
    `${controls(events, endOf({ events, view }))}<div class="stage"><div class="desk"><h3>The board</h3>${boardHtml(strokesOf(events), view)}${runs(events, view)}</div><div class="talk" role="region" aria-label="Conversation" tabindex="0"><ol>${lines(events, view)}</ol></div></div>`,
  );

/** Shown by the script alone: without it nothing on the page is dead. */
const controls = (events: readonly TimedEvent[], end: number): string =>
  `<div class="controls" role="group" aria-label="Replay" hidden=""><div class="buttons"><button type="button" id="play" title="Play (Space)">Play</button><button type="button" id="back" title="The utterance before (←)">Previous</button><button type="button" id="on" title="The next utterance (→)">Next</button><label>Speed <select id="speed"><option value="1">as it was</option><option value="10" selected>10 times</option><option value="60">60 times</option></select></label><output id="now" for="time"></output></div><div class="line">${timeline(events, end)}<input type="range" id="time" min="0" max="${end}" step="any" value="${end}" aria-label="Moment of the interview"></div><p class="small muted keys"><kbd>Space</kbd> plays, <kbd>←</kbd> <kbd>→</kbd> go by utterance, <kbd>Home</kbd> <kbd>End</kbd> to either end.</p></div>`;

const TALL = 22;

/** Phases as bands behind; the candidate's words as blocks that end when they were said, the interviewer's as lines; strokes as ticks, runs as diamonds. */
const timeline = (events: readonly TimedEvent[], end: number): string => {
  const x = (ms: number) => Math.round((ms / end) * 10_000) / 10;
  const phases = events.filter((event) => event.type === 'phase');
  const bands = phases.map((event, index) => {
    const [from, to] = [x(event.atMs), x(phases[index + 1]?.atMs ?? end)];
    return `<rect class="stretch${index % 2 === 0 ? '' : ' other'}" x="${from}" y="0" width="${Math.max(0, to - from)}" height="${TALL}"/>`;
  });
  let saidMs = 0;
  const marks = events.flatMap((event) => {
    const at = x(event.atMs);
    if (event.type === 'spoke') {
      const from = x(saidMs);
      saidMs = event.atMs;
      return event.speaker === 'candidate'
        ? [`<rect class="candidate" x="${from}" y="4" width="${Math.max(1.5, at - from - 1)}" height="6"/>`]
        : [`<rect class="interviewer" x="${at}" y="2" width="1.5" height="10"/>`];
    }
    if (event.type === 'drew') return [`<rect class="drew" x="${at}" y="14" width="1.5" height="6"/>`];
    return event.type === 'ran' ? [`<path class="ran" d="M${at} 13l3 4-3 4-3-4z"/>`] : [];
  });
  return `<svg class="timeline" viewBox="0 0 1000 ${TALL}" preserveAspectRatio="none" aria-hidden="true">${bands.join('')}${marks.join('')}</svg>`;
};

/** An utterance of so many letters fits a page together with others, and is not cut by its end (EX13). */
const SHORT = 700;

const lines = (events: readonly TimedEvent[], view: View): string => {
  let phase: string | undefined;
  return events
    .map((event) => {
      switch (event.type) {
        case 'phase': {
          phase = event.phase;
          return `<li class="phase" data-from="${event.version}"><h3>${escaped(phaseTitle(view, phase))}</h3></li>`;
        }
        case 'spoke':
          return `<li class="turn ${event.speaker}${event.text.length <= SHORT ? ' short' : ''}" id="turn-${event.turn}" tabindex="-1" data-from="${event.version}"><p class="who"><span>${SPEAKERS[event.speaker]}</span> <span class="time">${clockFace(event.atMs)}</span></p>${paragraphs(event.text)}</li>`;
        case 'noted':
          return `<li class="note" data-from="${event.version}"><p class="who"><span>Your private note</span> <span class="time">${clockFace(event.atMs)}</span></p>${paragraphs(event.text)}</li>`;
        case 'paused':
          return mark(event, 'The clock was stopped.');
        case 'resumed':
          return mark(event, 'The clock went on.');
        case 'forked':
          return mark(event, `Here it branches from interview ${event.from}.`);
        case 'closed':
          return mark(event, 'The interview was closed.');
        case 'opened':
        case 'contested':
        case 'moving':
        case 'drew':
        case 'asked-for':
        case 'pace':
        case 'consent':
        case 'ran':
        case 'running':
        case 'not-run':
          return '';
      }
    })
    .join('');
};

const mark = ({ version, atMs }: TimedEvent, text: string) =>
  `<li class="event" data-from="${version}">${escaped(text)} <span class="time">${clockFace(atMs)}</span></li>`;

const runs = (events: readonly TimedEvent[], view: View): string => {
  const told = events.filter((event) => event.type === 'ran');
  const [first] = told;
  if (first === undefined) return '';
  return `<h3 data-from="${first.version}">Runs</h3><ul class="runs">${told
    .map((event) => `<li data-from="${event.version}">${escaped(runSaid(event, view.board))}</li>`)
    .join('')}</ul>`;
};
