/**
 * What a passage that can be cited under a dimension does there, in the guide's form: a thing that a candidate does, the words by which one
 * is sure of it, and no more than it shows. The surest of a dimension come first; the last says only what the dimension is.
 */
import type { Dimension } from '@dryrun/domain';
import {
  AIM,
  ANSWERS_FIRST,
  ASKS,
  ASSUMES,
  CALCULATES,
  CASE,
  CHECKS,
  CONCEDES,
  DOWNSIDE,
  ENDS,
  GIVES_WAY,
  LEAVES_OUT,
  LOAD,
  MAKE_OR_BUY,
  MEASURED,
  MONEY,
  NUMBER,
  ORDERS,
  PART,
  PEOPLE,
  PICTURE,
  PRICE,
  REFRAMES,
  RELEASE,
  RIVAL,
  SCOPE,
  SIGNPOST,
  SIZE,
  SUMS_UP,
  TAKES_BACK,
  TWO_SIDED,
  UNSURE,
  WATCHES,
  WENT_WRONG,
  WHY,
  WOULD_CHANGE,
} from '@dryrun/text';
import { distinctIn, timesIn } from './matches.ts';
import type { Passage } from './passages.ts';
import { sideOf } from './sides.ts';

type Plain = { readonly does: string; readonly shows: string };

type Telling = {
  readonly does: string | ((passage: Passage) => string);
  readonly shows: string;
  readonly holds: (passage: Passage) => boolean;
};

const says =
  (...all: readonly RegExp[]) =>
  ({ text }: Passage): boolean =>
    all.every((words) => words.test(text));

/** In the middle of a business story something fails too. */
const FAILS =
  /\b(?:fails?|failed|failure|down|dead|dies|dying|lost|late|slow|stale|overload\w*|errors?|unavailable|missing|out of|times? out|timeouts?|breaks?|broken|full|behind|past that|older than|unreachable)\b/i;
const FIGURE = /\d[\d,.]*|\b(?:hundred|thousand|million|billion|trillion|half|twice|\w+ty)\b/i;
/** A way from part to part. */
const FLOWS =
  /\b(?:goes|go|flows?|sends?|feeds?|writes?|reads?|pulls?|lands?|returns?|fans? out|merges?|hands?|passes|joins?|pushes)\b.{0,40}\b(?:to|into|from|through|over|in)\b|->|→|\bin front of\b|\bbehind (?:it|that|the)\b/i;
const ROADMAP =
  /\b(?:q[1-4]|(?:year|month|quarter|week|phase|horizon) (?:one|two|three|four|\d+)|(?:first|second|third|next|last)(?: \w+)? (?:year|quarter|month|half)s?)\b/i;
const SEPARATES =
  /\b(?:separate|own|in front|behind|split|apart|next to|per (?:region|shard|tenant|replica))\b/i;

const partsIn = ({ text }: Passage): number =>
  new Set(distinctIn(text, [PART]).map((part) => part.replace(/e?s$/, ''))).size;

/** “I don't know” alone helps nobody. */
const BARE = 10;
/** And neither does the first question that comes to anybody's mind. */
const THIN = 8;
const wordsIn = ({ text }: Passage): number => text.split(/\s+/).length;

const isQuestion = ({ text }: Passage): boolean => text.includes('?') && ASKS.test(text);

/** Where something is left out, its grounds are near. */
const LEFT_OUT_FOR = new RegExp(
  `(?:${LEAVES_OUT.source}).{0,100}\\b(?:because|since|as|until|unless|so|it's|that's|there's|\\d)`,
  'i',
);
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

const TELLINGS: Readonly<
  Record<Dimension, { readonly surest: readonly Telling[]; readonly plainest: Plain }>
> = {
  'problem-navigation': {
    surest: [
      {
        does: 'asked this before settling on a design',
        shows: 'that the problem is found out and not guessed',
        holds: (passage) =>
          passage.isEarly && isQuestion(passage) && wordsIn(passage) >= THIN && !says(CHECKS)(passage),
      },
      {
        does: 'stated an assumption aloud',
        shows: 'where the problem was open and what was put in its place',
        holds: says(ASSUMES),
      },
      {
        does: 'said what is to be reached',
        shows: 'that the design is tied to what it is for',
        holds: says(AIM),
      },
      {
        does: 'looked behind the question',
        shows: 'that the problem was named anew before it was solved',
        holds: says(REFRAMES),
      },
      { does: 'drew a line around the task', shows: 'what is in it and what is not', holds: says(SCOPE) },
    ],
    plainest: {
      does: 'worked on what the problem is and what is asked of it',
      shows: 'that it is not taken as it comes',
    },
  },
  'technical-depth': {
    surest: [
      {
        does: 'worked it out in figures',
        shows: 'that the sizes the mechanism has to carry are known',
        holds: (passage) => timesIn(passage.text, NUMBER) > 1 && says(LOAD, CALCULATES)(passage),
      },
      {
        does: 'put figures to it',
        shows: 'that the sizes it has to carry are known',
        holds: (passage) => timesIn(passage.text, FIGURE) > 2,
      },
      {
        does: 'told what was measured',
        shows: 'that this is known from having done it',
        holds: (passage) => passage.signs.has('measured') && says(MEASURED, SIZE)(passage),
      },
      {
        does: 'gave the reason behind it',
        shows: 'that the mechanism is understood and not only named',
        holds: says(WHY),
      },
    ],
    plainest: { does: 'went into how it works', shows: 'that there is more behind it than its name' },
  },
  'technical-breadth': {
    surest: [
      {
        does: (passage) => `took ${sideOf(passage)} into view`,
        shows: 'that the design is seen beyond its core',
        holds: (passage) => sideOf(passage) !== undefined,
      },
    ],
    plainest: {
      does: 'brought in what surrounds the core of the design',
      shows: 'a view over more than one side of the system',
    },
  },
  architecture: {
    surest: [
      {
        does: 'laid out how the parts hang together',
        shows: 'a structure with a way through it',
        holds: (passage) => partsIn(passage) > 1 && says(FLOWS)(passage),
      },
      {
        does: 'said why a part stands where it does',
        shows: 'a structure that was chosen',
        holds: says(SEPARATES, WHY),
      },
    ],
    plainest: { does: 'said how a part of the system is made', shows: 'a structure and not a list of names' },
  },
  'trade-offs': {
    surest: [
      {
        does: 'said what would change the choice',
        shows: 'that it holds under conditions and not by habit',
        holds: says(WOULD_CHANGE),
      },
      {
        does: 'left something out and gave the grounds',
        shows: 'that doing without was weighed too',
        holds: says(LEFT_OUT_FOR),
      },
      {
        does: 'set one way against another',
        shows: 'that the choice was weighed',
        holds: (passage) =>
          says(RIVAL)(passage) && [WHY, PRICE, DOWNSIDE, SIZE].some((words) => says(words)(passage)),
      },
      {
        does: 'said what the choice costs or saves',
        shows: 'that its price is known',
        holds: (passage) => says(DOWNSIDE)(passage) || says(PRICE, TWO_SIDED)(passage),
      },
    ],
    plainest: {
      does: 'gave grounds for a choice',
      shows: 'that it was made and not only taken',
    },
  },
  production: {
    surest: [
      {
        does: 'told of what went wrong in operation',
        shows: 'knowledge of how such a system behaves while it runs',
        holds: (passage) => passage.signs.has('failure') && says(WENT_WRONG)(passage),
      },
      {
        does: 'said what happens when a part fails or is late',
        shows: 'that the bad day was thought of',
        holds: says(GIVES_WAY, FAILS, CASE),
      },
      {
        does: 'said how a change goes out or comes back',
        shows: 'that releases are made to be undone',
        holds: says(RELEASE),
      },
      {
        does: 'named what is watched while it runs',
        shows: 'that somebody would notice',
        holds: says(WATCHES),
      },
    ],
    plainest: {
      does: 'spoke to how it is run',
      shows: 'that the design was thought of beyond its first day',
    },
  },
  strategy: {
    surest: [
      {
        does: 'said when to end it',
        shows: 'that going on is a decision too',
        holds: says(ENDS, CASE),
      },
      {
        does: 'weighed making it against getting it from others',
        shows: 'that the whole way there was thought of',
        holds: says(MAKE_OR_BUY),
      },
      {
        does: 'said who does it or owns it',
        shows: 'that it is seen with the people it takes',
        holds: says(PEOPLE),
      },
      { does: 'put it in money', shows: 'that it is seen as something that is paid for', holds: says(MONEY) },
      {
        does: 'put the steps in an order of time',
        shows: 'a way there and not only the end of it',
        holds: (passage) => distinctIn(passage.text, [ROADMAP]).length > 1,
      },
    ],
    plainest: {
      does: 'looked at it from above the system',
      shows: 'that people, money or time are a part of the design',
    },
  },
  communication: {
    surest: [
      { does: 'summed up', shows: 'an answer that can be carried away', holds: says(SUMS_UP) },
      {
        does: 'took something back openly',
        shows: 'that words can be relied on',
        holds: says(TAKES_BACK),
      },
      {
        does: 'said openly what is not known or only a guess',
        shows: 'that the rest can be relied on',
        holds: (passage) => says(UNSURE)(passage) && !passage.text.includes('?') && wordsIn(passage) >= BARE,
      },
      { does: 'granted a point', shows: 'that the other side is heard', holds: says(CONCEDES) },
      {
        does: 'asked the listener',
        shows: 'that the talk is held together with them',
        holds: says(CHECKS),
      },
      {
        does: 'said where the answer is going',
        shows: 'an answer that can be followed',
        holds: (passage) => says(SIGNPOST)(passage) && !passage.text.includes('?'),
      },
      { does: 'put the answer in an order', shows: 'an answer that can be followed', holds: says(ORDERS) },
      { does: 'gave an example or a picture', shows: 'that it is made easy to follow', holds: says(PICTURE) },
      {
        does: 'answered first and explained then',
        shows: 'that the question was heard',
        holds: (passage) => says(ANSWERS_FIRST)(passage) && passage.signs.size > 0,
      },
    ],
    plainest: { does: 'said it plainly', shows: 'that it can be followed' },
  },
};

export type Reading = { readonly does: string; readonly text: string; readonly isPlain: boolean };

/** The reading in the guide's form, with what was done; plain where it says no more than what the dimension is. */
export const readingOf = (id: Dimension, passage: Passage): Reading => {
  const plain = { ...passage, text: passage.text.replaceAll('’', "'") };
  const { surest, plainest } = TELLINGS[id];
  const telling = surest.find(({ holds }) => holds(plain));
  const told = telling ?? plainest;
  const does = typeof told.does === 'string' ? told.does : told.does(plain);
  return { does, text: `${does}, which shows ${told.shows}`, isPlain: !telling };
};
