/** Readings in the guide's form: what was done, and what that shows. */
import type { Dimension, Sign } from '@dryrun/domain';

/** No more than the words are sure to do. */
const DID: Readonly<Record<Sign, string>> = {
  figure: 'gave a figure',
  horizon: 'gave a time or a rhythm',
  money: 'spoke of the money in it',
  people: 'named who is part of it',
  measured: 'told what came out',
  reason: 'gave a reason',
  condition: 'named a condition',
  limit: 'named a limit or a way back',
  failure: 'spoke of what can fail or hurt',
  cost: 'weighed what it costs or saves',
  restraint: 'held something back or left it out',
  evaluation: 'spoke of how one would tell',
  watch: 'named what is watched or taken back',
  asks: 'asked before deciding',
};

/** What speaks for each dimension to a reader who sees the words alone, the surest first. */
export const SPEAKS_FOR: Readonly<Record<Dimension, readonly Sign[]>> = {
  'problem-navigation': ['asks', 'restraint', 'evaluation'],
  'technical-depth': ['reason', 'failure', 'measured', 'figure'],
  'technical-breadth': ['watch', 'limit', 'evaluation'],
  architecture: ['condition', 'limit', 'failure', 'figure'],
  'trade-offs': ['cost', 'restraint'],
  production: ['watch', 'limit', 'failure'],
  strategy: ['money', 'people', 'horizon'],
  communication: ['reason', 'condition'],
};

/** The words by which a clause is about it: of two that bear the same sign, the one that has them comes first. */
export const ABOUT: Readonly<Partial<Record<Dimension, RegExp>>> = {
  'problem-navigation':
    /\b(?:goal|objective|success|users?|customers?|require\w*|assum\w*|scope|who|business|problem|latency do|how many|how fast|target|metric)\b/i,
  'technical-breadth':
    /\b(?:shadow|canary|a\/b|experiment|holdout|offline|online|monitor\w*|alert\w*|drift|roll(?:ed|ing)? ?back|calibrat\w*|slices?|labels?|retrain\w*)\b/i,
  architecture:
    /\b(?:caches?|queues?|stores?|index(?:es)?|services?|replicas?|shards?|gateways?|routers?|rankers?|stages?|pipelines?|databases?|servers?|regions?|nodes?|tables?|streams?|layers?|batch(?:es)?|workers?|fan ?out|lookups?|kafka|redis)\b/i,
  'trade-offs':
    /\b(?:instead|rather|cheap\w*|expensive|cost\w*|worth|trade\w*|lose|price|pay|saves?|against|versus|less|more|simpler)\b/i,
  production:
    /\b(?:alert\w*|alarm\w*|on[- ]?call|page[rd]|p9\d|roll(?:ed|ing)? ?back|fall(?:s|ing)? ?back|canary|shadow|down|outage|incident|degrad\w*|timeout|retry|retries|dashboard|drift|stale)\b/i,
  strategy:
    /[$€£]|\b(?:teams?|legal|quarters?|roadmap|hire|budget|revenue|million|vendor|contract|roi|stakeholders?|launch|engineers?|people|leadership|product|build|buy)\b/i,
};

const SHOWS: Readonly<Record<Dimension, string>> = {
  'problem-navigation': 'that the problem is found out and tied to what it is for',
  'technical-depth': 'an understanding of the mechanism, and not only of its name',
  'technical-breadth': 'a view over more than one part of the system',
  architecture: 'a structure that was chosen for this load and these failures',
  'trade-offs': 'that alternatives are weighed by what they cost',
  production: 'knowledge of how it behaves while it runs',
  strategy: 'that it is seen with the people, the time and the money it takes',
  communication: 'an answer that can be followed',
};

/** A clause bears several signs; the surest of them is told. */
export const readingOf = (id: Dimension, signs: readonly Sign[]): string => {
  const surest = SPEAKS_FOR[id].find((sign) => signs.includes(sign)) ?? signs[0];
  return `${surest === undefined ? 'said this' : DID[surest]}, which shows ${SHOWS[id]}`;
};

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
  const last = /[^.!?]*\?[^?]*$/.exec(asked)?.[0].trim() ?? asked;
  return last.length <= QUOTED ? last : `${last.slice(0, QUOTED - 1).replace(/\s\S*$/, '')} …`;
};

const MORE: Readonly<Record<Sign, string>> = {
  figure: 'give a figure with its unit',
  horizon: 'say how long it takes, or how often it comes',
  money: 'put it in money',
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
  const more = MORE[sign].replace(/^(?:say|give|tell|set|put|ask)\s/, '');
  return `${more.charAt(0).toUpperCase()}${more.slice(1)}: ${by === 0 ? 'in none' : `in ${by}`} of ${answers} answers.`;
};

export const againText = (question: string, sign: Sign | undefined): string =>
  `Answer once more, aloud and in two minutes: “${shortened(question)}”${sign ? `, and ${MORE[sign]}` : ''}.`;

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six'];
