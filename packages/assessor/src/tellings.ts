/**
 * What a passage tells of a dimension to somebody who sees its words alone. Each telling is a thing that a candidate does, the
 * words by which one is sure of it, and no more than it shows; the surest of a dimension come first.
 */
import type { Dimension } from '@dryrun/domain';
import {
  NUMBER,
  SIZE,
  WHY,
  CASE,
  PART,
  JOINED,
  MEASURED,
  STANDS,
  RIVAL,
  PRICE,
  TWO_SIDED,
  LEAVES_OUT,
  WOULD_CHANGE,
  RELEASE,
  GIVES_WAY,
  WATCHES,
  WENT_WRONG,
  MONEY,
  BUSINESS,
  PEOPLE,
  TIME,
  PLANS,
  MAKE_OR_BUY,
  ENDS,
  ASKS,
  ASSUMES,
  AIM,
  REFRAMES,
  SCOPE,
  DEMANDS,
  NEEDS,
  SIGNPOST,
  SUMS_UP,
  CHECKS,
  CORRECTS,
  PICTURE,
  ANSWERS_FIRST,
  LOAD,
  CALCULATES,
  listed,
} from '@dryrun/text';
import { distinctIn, timesIn } from './matches.ts';
import type { Passage } from './passages.ts';
import { SIDE_WORDS, SIDES, sidesOf, sideWordsIn, WIDE, widelyIn } from './sides.ts';

type Telling = {
  readonly does: string | ((passage: Passage) => string);
  readonly shows: string;
  readonly holds: (passage: Passage) => boolean;
};

const says =
  (...all: readonly RegExp[]) =>
  ({ text }: Passage): boolean =>
    all.every((words) => words.test(text));

const LAW = /\b(?:legal|lawyers?|law|contract|regulator\w*|spending|revenue)\b/i;
const FAILS =
  /\b(?:fails?|failed|failure|down|dead|dies|dying|lost|late|slow|stale|overload\w*|errors?|unavailable|missing|out of|times? out|timeouts?|breaks?|broken|full|behind|past that|older than|unreachable)\b/i;
const WAS =
  /\b(?:we|us|our|nobody|somebody|it|which) (?:\w+ )?(?:had|was|were|went|lost|took|woke|found|noticed|broke|blew|bit|turned)\b/i;
/** A number that is a limit sizes nothing. */
const BOUNDS =
  /\b(?:limits?|quotas?|retr(?:y|ies)|alarms?|alerts?|at most|no more than|per key|refusals?|budget)\b/i;
const BINDS = /\b(?:because|so|if|when|once|until|unless|otherwise|but|before|after|which|while|since)\b/i;

/** So many, or so large: what a part is sized by, and not how fast it is. */
const AMOUNT =
  /(?:\d[\d,.]*|two|three|four|five|six|eight|ten|twelve|\w+ty|hundred|thousand|million|billion)\s?(?:k|m)?\s?(?:[kmgt]i?b\b|gigabytes?|terabytes?|qps|rps|tokens?|gpus?|cards?|cores?|replicas?|shards?|machines?|requests?|queries|vectors?|items?|documents?|listings?|partitions?|copies|nodes?|million|thousand|billion)\b/i;

/** A size within a few words of the part that has it. */
const SIZED = new RegExp(
  `(?:${PART.source})[^.;:?]{0,30}?(?:${AMOUNT.source})|(?:${AMOUNT.source})[^.;:?]{0,20}?(?:${PART.source})`,
  'i',
);

const BAD =
  /\b(?:break|wrong|worse|lose|leak|stale|silent|poison|corrupt|collaps|overfit|diverg|bias|hallucinat|regress|thrash|stall|explode|blow|drop|evict|starv)\w*/i;
/** The sides on which a mechanism can be explained. */
const INNER: ReadonlySet<string> = new Set(['data', 'training', 'serving', 'retrieval', 'evaluation']);

const partsIn = ({ text }: Passage): number =>
  new Set(distinctIn(text, [PART]).map((part) => part.replace(/e?s$/, ''))).size;

const NEAR = 30;

/** What ends at a place is given a reason right after it, and not only the word for one. */
export const givesReasonNear = (text: string, place: number): boolean => {
  const reason = WHY.exec(text.replaceAll('’', "'"))?.index;
  return (
    reason !== undefined &&
    reason >= place &&
    reason - place <= NEAR &&
    !/[,;:]/.test(text.slice(place, reason).trimEnd().slice(0, -1))
  );
};

/** A slogan names no thing of the trade and no size. */
const isOfTheMatter = (passage: Passage): boolean => passage.concepts > 0 || says(SIZE)(passage);

const isQuestion = ({ text }: Passage): boolean => text.includes('?') && ASKS.test(text);

const TELLINGS: Readonly<Record<Dimension, readonly Telling[]>> = {
  'problem-navigation': [
    {
      does: 'asked this before settling on a design',
      shows: 'that the problem is found out and not guessed',
      holds: (passage) => passage.isEarly && isQuestion(passage) && !says(CHECKS)(passage),
    },
    {
      does: 'said what is to be reached',
      shows: 'that the design is tied to what it is for',
      holds: says(AIM),
    },
    {
      does: 'stated an assumption aloud',
      shows: 'where the problem was open and what was put in its place',
      holds: says(ASSUMES),
    },
    {
      does: 'looked behind the question',
      shows: 'that the problem was named anew before it was solved',
      holds: says(REFRAMES),
    },
    { does: 'drew a line around the task', shows: 'what is in it and what is not', holds: says(SCOPE) },
    {
      does: 'spoke first of the people it is for',
      shows: 'that the design is tied to a need',
      holds: (passage) => passage.isEarly && says(NEEDS)(passage),
    },
    {
      does: 'put a number to what is asked of it',
      shows: 'a requirement that a design can be held to',
      holds: (passage) => passage.isEarly && says(DEMANDS, SIZE)(passage),
    },
  ],
  'technical-depth': [
    {
      does: 'gave the reason behind it',
      shows: 'that the mechanism is understood and not only named',
      holds: (passage) =>
        passage.concepts > 0 &&
        says(WHY)(passage) &&
        (says(LOAD)(passage) || says(BAD)(passage) || passage.concepts > 1) &&
        sidesOf(passage).some((side) => INNER.has(side)),
    },
    {
      does: 'worked it out in figures',
      shows: 'that the sizes the mechanism has to carry are known',
      holds: (passage) =>
        timesIn(passage.text, NUMBER) > 1 &&
        says(LOAD, CALCULATES)(passage) &&
        !says(MONEY)(passage) &&
        !says(BUSINESS)(passage),
    },
    {
      does: 'said how it goes wrong',
      shows: 'that the mechanism is known by its weak side too',
      holds: (passage) =>
        passage.concepts > 0 &&
        passage.signs.has('failure') &&
        says(CASE, BAD)(passage) &&
        sidesOf(passage).some((side) => INNER.has(side)),
    },
    {
      does: 'told what was measured',
      shows: 'that this is known from having done it',
      holds: (passage) =>
        passage.concepts > 0 &&
        passage.signs.has('measured') &&
        says(MEASURED, SIZE)(passage) &&
        !says(BUSINESS)(passage) &&
        !says(CORRECTS)(passage),
    },
  ],
  'technical-breadth': [
    {
      does: (passage) => `brought ${listed(sidesOf(passage).slice(0, 3))} into one thought`,
      shows: 'a view over more than one side of the system',
      holds: (passage) =>
        sidesOf(passage).length > 1 &&
        sidesOf(passage).some((side) => WIDE.has(side)) &&
        sideWordsIn(passage) >= SIDE_WORDS &&
        passage.signs.size > 1 &&
        says(BINDS)(passage),
    },
    {
      does: (passage) => `took ${widelyIn(passage) ?? ''} into the design`,
      shows: 'a view that goes beyond its core',
      holds: (passage) =>
        widelyIn(passage) !== undefined &&
        (passage.signs.has('reason') || passage.signs.has('condition') || passage.signs.has('figure')),
    },
  ],
  architecture: [
    {
      does: 'laid out how the parts hang together',
      shows: 'a structure with a way through it',
      holds: (passage) => partsIn(passage) > 1 && says(JOINED)(passage),
    },
    {
      does: 'sized a part of the design',
      shows: 'a structure that follows from its load',
      holds: (passage) => says(SIZED)(passage) && !says(BOUNDS)(passage),
    },
    {
      does: 'said why a part stands where it does',
      shows: 'a structure that was chosen',
      holds: (passage) => partsIn(passage) > 0 && says(STANDS, WHY)(passage),
    },
  ],
  'trade-offs': [
    {
      does: 'set one way against another and said what decides',
      shows: 'that the choice was weighed',
      holds: (passage) =>
        says(RIVAL)(passage) &&
        (says(WHY)(passage) || says(PRICE)(passage) || passage.signs.has('cost')) &&
        isOfTheMatter(passage),
    },
    {
      does: 'said what the choice costs or saves',
      shows: 'that its price is known',
      holds: (passage) => says(PRICE, TWO_SIDED)(passage) && isOfTheMatter(passage),
    },
    {
      does: 'left something out and gave the grounds',
      shows: 'that doing without was weighed too',
      holds: (passage) =>
        says(LEAVES_OUT)(passage) &&
        !/give up/i.test(passage.text) &&
        (says(WHY)(passage) || says(CASE)(passage) || says(SIZE)(passage)),
    },
    {
      does: 'said what would change the choice',
      shows: 'that it holds under conditions and not by habit',
      holds: says(WOULD_CHANGE),
    },
  ],
  production: [
    {
      does: 'said what happens when a part fails or is late',
      shows: 'that the bad day was thought of',
      holds: (passage) => says(GIVES_WAY, FAILS, CASE)(passage) && !says(LAW)(passage),
    },
    {
      does: 'said how a change goes out or comes back',
      shows: 'that releases are made to be undone',
      holds: says(RELEASE),
    },
    {
      does: 'named what is watched while it runs',
      shows: 'that somebody would notice',
      holds: (passage) => says(WATCHES)(passage) && passage.signs.size > 1,
    },
    {
      does: 'told of what went wrong in operation',
      shows: 'knowledge of how such a system behaves while it runs',
      holds: (passage) => passage.signs.has('failure') && says(WENT_WRONG, WAS)(passage),
    },
  ],
  strategy: [
    { does: 'put it in money', shows: 'that it is seen as something that is paid for', holds: says(MONEY) },
    {
      does: 'said when to end it',
      shows: 'that going on is a decision too',
      holds: (passage) => says(ENDS, CASE)(passage),
    },
    {
      does: 'tied it to what the business gets from it',
      shows: 'that it is seen from above the system',
      holds: (passage) => says(BUSINESS, NUMBER)(passage) && passage.signs.size > 1,
    },
    {
      does: 'weighed making it against getting it from others',
      shows: 'that the whole way there was thought of',
      holds: (passage) =>
        says(MAKE_OR_BUY)(passage) &&
        (says(WHY)(passage) || says(CASE)(passage) || passage.signs.has('cost')),
    },
    {
      does: 'put the steps in an order of time',
      shows: 'a way there and not only the end of it',
      holds: (passage) => timesIn(passage.text, TIME) > 1 && says(TIME, PLANS)(passage),
    },
    {
      does: 'said who does it or owns it',
      shows: 'that it is seen with the people it takes',
      holds: says(PEOPLE),
    },
  ],
  communication: [
    { does: 'summed up', shows: 'an answer that can be carried away', holds: says(SUMS_UP) },
    {
      does: 'said where the answer is going',
      shows: 'an answer that can be followed',
      holds: (passage) => says(SIGNPOST)(passage) && !passage.text.includes('?'),
    },
    {
      does: 'asked how to go on',
      shows: 'that the talk is held together with the listener',
      holds: says(CHECKS),
    },
    {
      does: 'said openly what was wrong or is not known',
      shows: 'that words can be relied on',
      holds: says(CORRECTS),
    },
    { does: 'gave an example or a picture', shows: 'that it is made easy to follow', holds: says(PICTURE) },
    {
      does: 'answered first and explained then',
      shows: 'that the question was heard',
      holds: (passage) => says(ANSWERS_FIRST)(passage) && says(WHY)(passage),
    },
  ],
};

/** How many words of a dimension are in a passage: of two that tell the same, the one that is full of it is the surer. */
const OWN_WORDS: Readonly<Record<Dimension, readonly RegExp[]>> = {
  'problem-navigation': [AIM, ASSUMES, SCOPE, NEEDS, DEMANDS],
  'technical-depth': [WHY, LOAD, CALCULATES],
  'technical-breadth': SIDES.map(([, words]) => words),
  architecture: [PART, JOINED, STANDS, SIZED],
  'trade-offs': [RIVAL, PRICE, LEAVES_OUT, WOULD_CHANGE, TWO_SIDED],
  production: [RELEASE, GIVES_WAY, WATCHES, WENT_WRONG],
  strategy: [MONEY, BUSINESS, PEOPLE, TIME, MAKE_OR_BUY],
  communication: [SUMS_UP, SIGNPOST, CHECKS, CORRECTS, PICTURE],
};
const DENSITY_MOST = 6;

const densityOf = (id: Dimension, { text }: Passage): number =>
  Math.min(DENSITY_MOST, distinctIn(text, OWN_WORDS[id]).length);

export type Reading = { readonly does: string; readonly text: string; readonly worth: number };

/** The reading in the guide's form, with what was done and how much of it the passage does; undefined where it tells nothing of it. */
export const readingOf = (id: Dimension, passage: Passage): Reading | undefined => {
  // What is not about the system can be well said all the same.
  if (passage.signs.size === 0 && id !== 'communication') return undefined;
  const plain = { ...passage, text: passage.text.replaceAll('’', "'") };
  const holding = TELLINGS[id].flatMap((telling, place) =>
    telling.holds(plain) ? [{ telling, place }] : [],
  );
  const [surest] = holding;
  if (!surest) return undefined;
  const { does, shows } = surest.telling;
  const done = typeof does === 'string' ? does : does(plain);
  return {
    does: done,
    text: `${done}, which shows ${shows}`,
    worth: 3 * holding.length + densityOf(id, plain) - surest.place,
  };
};
