/** What is said where something is missing: what was wanted, and what would be more. */
import type { Dimension, Sign } from '@dryrun/domain';
import { capital, sentences } from '@dryrun/text';
import type { RecordedTurn } from './record.ts';

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

/** Words by which a question asks for a dimension. */
const ASKING_FOR: Readonly<Record<Dimension, RegExp>> = {
  'problem-navigation':
    /\b(?:goals?|success|who (?:is it|are|uses)|users?|requirements?|assum\w+|scope|clarif\w+|before you (?:start|design)|what (?:is|are) (?:we|you) (?:after|optimi\w+)|objective|matters most)\b/i,
  'technical-depth':
    /\b(?:how (?:does|do|would|exactly|many|much|large|big|long|fast)|why does|mechanism|inside|compute|calculate|work (?:it|that) out|numbers?|estimate|memory|latency|bottleneck|measured?|what happens (?:in|inside|when))\b/i,
  'technical-breadth':
    /\b(?:data|labels?|features?|evaluat\w+|test(?:s|ed|ing)?|experiment|a\/b|metrics?|measure|drift|monitor\w*|privacy|bias|fair\w*|abuse|safety|retrain\w*|how (?:do|would) you know)\b/i,
  architecture:
    /\b(?:architecture|components?|parts?|boxes?|diagram|draw|walk (?:me|us) through|lay (?:it )?out|flow|stor(?:e|ed|age)|pipeline|path of|design (?:it|this|look)|high[- ]level|where does)\b/i,
  'trade-offs':
    /\b(?:why (?:not|this|that|did|would|do)|instead|alternatives?|trade-?offs?|compare\w*|rather|other (?:way|option)s?|give up|cost you|worth|what would change|downside|against|either)\b/i,
  production:
    /\b(?:fail\w*|break\w*|down|outage|on[- ]?call|roll(?:ed)? ?(?:out|back)|releas\w+|deploy\w*|production|alert\w*|incident|goes wrong|went wrong|at night|monitor\w*|degrad\w+|overload|notice|what happens (?:at|when|if)|(?:peak|spike)s?)\b/i,
  strategy:
    /\b(?:teams?|who (?:owns?|does|pays|decides)|months?|quarters?|years?|road ?map|business|budget|money|cost(?:s)? (?:a|per)|invest\w*|build or buy|hire|priorit\w+|leadership|stakeholders?|organi[sz]ation|strategy)\b/i,
  communication:
    /\b(?:sum(?:mari[sz]e|s? (?:it )?up)?|explain|in (?:one|two|a few) (?:sentences?|minutes?|words)|tell (?:a|your|the) |non-technical|executive|walk (?:me|us) through|recap)\b/i,
};

const QUOTED = 90;

export const wantedIn = (id: Dimension, question: string): string =>
  `was asked “${shortened(question)}”, and the answer did not say ${WANTED[id]}`;

export const scarceIn = (id: Dimension, showing: number, answers: number): string =>
  `said ${WANTED[id]} in ${showing} of ${answers} answers, which is too seldom for what was asked`;

/** The sentence of a turn that asks; what is quoted in a question has sentences of its own. */
const askedIn = (text: string): string => {
  const said = text.replaceAll(/\s+/g, ' ').trim();
  return sentences(said).findLast((sentence) => sentence.text.includes('?'))?.text ?? said;
};

/** By its words, or by what it followed from. */
export const isAskedFor = (id: Dimension, { text, asksFor }: RecordedTurn): boolean =>
  asksFor === id || ASKING_FOR[id].test(askedIn(text));

const shortened = (text: string): string => {
  const last = askedIn(text);
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
  `Where there is occasion, ${answers === 1 ? 'in one more answer' : `in ${NUMBERS[answers] ?? answers} more answers`} ${signs.map((sign) => MORE[sign]).join(', and ')}: that would be read as “${band}”.`;

/** “What goes wrong, and how: in 1 of 17 answers.” */
export const seldomText = (sign: Sign, by: number, answers: number): string => {
  const more = MORE[sign].replace(/^(?:say|give|tell|set|name|ask)\s/, '');
  return `${capital(more)}: ${by === 0 ? 'in none' : `in ${by}`} of ${answers} answers.`;
};

export const againText = (question: string, sign: Sign | undefined): string =>
  `Answer once more, aloud and in two minutes: “${shortened(question)}”${sign ? `, and ${MORE[sign]}` : ''}.`;

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six'];
