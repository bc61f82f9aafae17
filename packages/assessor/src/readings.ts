/** What is said where something is missing: what was wanted, and what would be more. */
import type { Dimension, Sign } from '@dryrun/domain';
import { capital, sentences } from '@dryrun/text';

const WANTED: Readonly<Record<Dimension, string>> = {
  'problem-navigation': 'what it is for, what it may cost and how one would tell that it works',
  'technical-depth': 'a mechanism, a figure or what was measured',
  'technical-breadth': 'how it is tested, watched and bounded',
  architecture: 'a figure, a condition or a limit that the structure follows from',
  'trade-offs': 'what it costs, or what was given up for it',
  production: 'what fails, what is watched and what happens then',
  strategy: 'who does it, by when and what it is worth',
  communication: 'a reason or a condition that the answer hangs on',
};

const QUOTED = 90;

export const wantedIn = (id: Dimension, question: string): string =>
  `was asked “${shortened(question)}”, and the answer did not say ${WANTED[id]}`;

export const scarceIn = (id: Dimension, showing: number, answers: number): string =>
  `said ${WANTED[id]} in ${showing} of ${answers} answers, which is too seldom for what was asked`;

const shortened = (text: string): string => {
  const asked = text.replaceAll(/\s+/g, ' ').trim();
  // What is quoted in a question has sentences of its own.
  const last = sentences(asked).findLast((sentence) => sentence.text.includes('?'))?.text ?? asked;
  return last.length <= QUOTED ? last : `${last.slice(0, QUOTED - 1).replace(/\s\S*$/, '')} …`;
};

const MORE: Readonly<Record<Sign, string>> = {
  figure: 'give a figure with its unit',
  horizon: 'say how long it takes, or how often it comes',
  money: 'name the money in it',
  people: 'say who does it and who owns it',
  measured: 'tell what was measured, with the number',
  reason: 'give the reason',
  condition: 'say on what it depends',
  limit: 'set a limit and say what happens when it is reached',
  failure: 'say what goes wrong, and how',
  cost: 'say what it costs',
  restraint: 'say what you would leave out, and why',
  evaluation: 'say how you would tell that it works',
  watch: 'say what you would watch while it runs',
  asks: 'ask before you decide',
};

export const moreOf = (signs: readonly Sign[], answers: number, band: string): string =>
  `${answers === 1 ? 'In one more answer' : `In ${NUMBERS[answers] ?? answers} more answers`} ${signs.map((sign) => MORE[sign]).join(', and ')}: that would be read as “${band}”.`;

/** “What goes wrong, and how: in 1 of 17 answers.” */
export const seldomText = (sign: Sign, by: number, answers: number): string => {
  const more = MORE[sign].replace(/^(?:say|give|tell|set|name|ask)\s/, '');
  return `${capital(more)}: ${by === 0 ? 'in none' : `in ${by}`} of ${answers} answers.`;
};

export const againText = (question: string, sign: Sign | undefined): string =>
  `Answer once more, aloud and in two minutes: “${shortened(question)}”${sign ? `, and ${MORE[sign]}` : ''}.`;

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six'];
