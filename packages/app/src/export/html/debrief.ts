/** The letter, and the marks with the words they rest on. */
import type { Debrief, Evidence } from '@dryrun/domain';
import type { View } from '@dryrun/interview';
import type { Told } from '../told.ts';
import {
  BAND_TITLES,
  DIMENSION_TITLES,
  nothingQuoted,
  ideaSaid,
  isOnlyNamed,
  levelSaid,
  idSaid,
  onlyNamedSaid,
} from '@dryrun/domain';
import {
  elementSaid,
  faceAt,
  greeting,
  ledToSaid,
  letterParts,
  readingSaid,
  SEVERITIES,
  turnOf,
} from '../words.ts';
import { escaped } from './escape.ts';

export const letterHtml = (told: Told): string =>
  section(
    'letter',
    'Your debrief',
    `<div class="letter"><p>${escaped(greeting(told))}</p>${letterParts(told.debrief)
      .map(({ title, points, none }) => {
        const [only] = points;
        if (only === undefined)
          return none === '' ? '' : part(title, `<p class="muted">${escaped(none)}</p>`);
        return part(title, points.length === 1 ? `<p>${escaped(only)}</p>` : list(points.map(escaped)));
      })
      .join('')}</div>`,
  );

export const section = (id: string, title: string, body: string): string =>
  `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${body}</section>`;

const part = (title: string, body: string) => `<h3>${title}</h3>${body}`;
/** Each entry is markup already. */
const list = (entries: readonly string[]) =>
  `<ul>${entries.map((entry) => `<li>${entry}</li>`).join('')}</ul>`;

export const marksHtml = ({ debrief, view }: Told): string => {
  const { levelReading, dimensions } = debrief;
  return [
    section(
      'level',
      'Level',
      `<p class="strong">${escaped(levelSaid(levelReading))}</p><p class="read">${escaped(levelReading.why)}</p>`,
    ),
    section(
      'dimensions',
      'Eight dimensions',
      dimensions
        .map(
          ({ id, band, evidence, wouldMove }) =>
            `<article class="mark" aria-labelledby="mark-${id}"><div class="row"><h3 id="mark-${id}">${DIMENSION_TITLES[id]}</h3><p class="band ${band}">${scale(band)}${BAND_TITLES[band]}</p></div>${
              evidence.length > 0
                ? pieces(evidence, view)
                : `<p class="muted small">${nothingQuoted(band)}</p>`
            }${
              wouldMove.length > 0
                ? `<h4>What would have moved this mark</h4>${list(wouldMove.map(escaped))}`
                : ''
            }</article>`,
        )
        .join(''),
    ),
  ].join('');
};

const SCALE = ['below', 'meets', 'exceeds'] as const;

/** For the eye that runs down the rows; the word beside it says the same. */
const scale = (band: Debrief['dimensions'][number]['band']): string =>
  `<svg class="scale" viewBox="0 0 60 14" aria-hidden="true">${band === 'not-shown' ? '' : '<line x1="7" y1="7" x2="53" y2="7"/>'}${SCALE.map(
    (place, index) =>
      `<circle cx="${7 + index * 23}" cy="7" r="${place === band ? 6 : 4}"${place === band ? ' class="on"' : ''}/>`,
  ).join('')}</svg>`;

const pieces = (evidence: readonly Evidence[], view: View): string =>
  `<ul class="evidence">${evidence
    .map(
      (piece) =>
        `<li class="${piece.polarity}"><span class="kind">${piece.polarity === 'strength' ? 'Strength' : 'Concern'}</span> ${source(piece, view)}<p class="small">${escaped(readingSaid(piece))}</p></li>`,
    )
    .join('')}</ul>`;

const source = (piece: Evidence, view: View): string => {
  const turn = turnOf(piece);
  switch (piece.kind) {
    case 'quote':
      return toTurn(`<q>${escaped(piece.quote)}</q>`, turn, view);
    case 'absence':
      return toTurn('Where it could have come', turn, view);
    case 'board':
      return `<span>On the board: ${escaped(elementSaid(piece.element, view.board))}</span>`;
    case 'run':
      return `<span>In the run <code>${escaped(piece.run.slice(0, 8))}</code></span>`;
  }
};

/** A link to what was said, with its time; words alone where it is not in the conversation. */
const toTurn = (words: string, turn: number | undefined, view: View): string => {
  const face = turn === undefined ? undefined : faceAt(view, turn);
  return face === undefined
    ? words
    : `<a href="#turn-${turn}">${words} <span class="time">${face}</span></a>`;
};

const heardHtml = (concepts: Debrief['concepts'], names: Told['names']): string => {
  const named = concepts.filter(isOnlyNamed);
  const more = concepts.filter((one) => !isOnlyNamed(one));
  const told = more.map(
    ({ id, depth, mistaken }) =>
      `${escaped(ideaSaid(id, names))} <span class="muted">${depth}${mistaken ? ', with a mistake' : ''}</span>`,
  );
  return [
    ...(more.length > 0 ? [`<p class="read">${told.join('; ')}.</p>`] : []),
    ...(named.length > 0 ? [`<p class="read">${escaped(onlyNamedSaid(named, names))}</p>`] : []),
  ].join('');
};

/** What qualifies the marks. */
export const aroundHtml = ({ debrief, view, names }: Told): string => {
  const { redFlags, safety, missed, hints, concepts, cannotRead } = debrief;
  return [
    redFlags.length === 0
      ? ''
      : section(
          'flags',
          'Red flags',
          redFlags
            .map(
              ({ id, severity, evidence }) =>
                `<article class="mark"><h3>${escaped(idSaid(id))} <span class="muted">${SEVERITIES[severity]}</span></h3>${pieces(evidence, view)}</article>`,
            )
            .join(''),
        ),
    view.contested.length === 0
      ? ''
      : section(
          'contested',
          'What you see differently',
          list(view.contested.map(({ mark, reason }) => escaped(`${idSaid(mark)}: ${reason}`))),
        ),
    section('safety', 'Safety and fairness', `<p class="read">${escaped(safety)}</p>`),
    missed.length === 0
      ? ''
      : section(
          'missed',
          'Moments, and what the next level says there',
          `<dl class="moments">${missed
            .map(
              ({ item, turn, nextLevelSays }) =>
                `<div><dt>${toTurn(escaped(ideaSaid(item, names)), turn ?? undefined, view)}</dt><dd>${escaped(nextLevelSays)}</dd></div>`,
            )
            .join('')}</dl>`,
        ),
    section(
      'hints',
      'Hints',
      hints.length === 0
        ? '<p class="muted">None was given.</p>'
        : list(
            hints.map(
              ({ turn, rung, ledTo }) =>
                `${toTurn(`Step ${rung} of 3`, turn, view)}: ${escaped(ledToSaid(ledTo, view))}`,
            ),
          ),
    ),
    concepts.length === 0 ? '' : section('heard', 'What was heard', heardHtml(concepts, names)),
    cannotRead.length === 0
      ? ''
      : section('cannot', 'What this reading cannot see', list(cannotRead.map(escaped))),
  ].join('');
};
