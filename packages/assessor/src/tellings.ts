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
  BUSINESS,
  CALCULATES,
  CASE,
  CHECKS,
  CONCEDES,
  DEMANDS,
  DOWNSIDE,
  ENDS,
  GIVES_WAY,
  inPlainMarks,
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
  PLANS,
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
import type { Cited, Reading } from './passage.ts';
import { sideOf, sidesOf } from './sides.ts';
import {
  ALARMS,
  ANNOUNCES,
  APART,
  ASKS_ASSENT,
  ASKS_HOW,
  ASKS_ON,
  BOTH_SIDES,
  BREAKS_OFF,
  CHANGES,
  CHOOSES,
  COMPARES,
  CUT,
  EARNS,
  FAILS,
  FIGURE,
  FILLS_IN,
  FLOWS,
  FOLLOWS,
  GROUNDS,
  HEADS,
  HESITATES,
  KEPT,
  OPENLY,
  PIECE,
  READY,
  ROADMAP,
  ROLE,
  SELLS,
  SEPARATES,
  STEERS,
  UNIT,
  WANTS,
} from './telling-words.ts';

/** What a dimension is, told of a passage that is about it at all. */
type Plain = {
  readonly does: string;
  readonly shows: string;
  readonly holds: (passage: Cited) => boolean;
};

type Telling = {
  readonly does: string | ((passage: Cited) => string);
  readonly shows: string;
  readonly holds: (passage: Cited) => boolean;
};

const says =
  (...all: readonly RegExp[]) =>
  ({ text }: Cited): boolean =>
    all.every((words) => words.test(text));

/** What is about money or people says little of a mechanism. */
const isOfBusiness = (passage: Cited): boolean => [MONEY, EARNS, HEADS].some((words) => says(words)(passage));

const partsIn = ({ text }: Cited): number =>
  new Set(distinctIn(text, [PART]).map((part) => part.replace(/e?s$/, ''))).size;

/** “I don't know” alone helps nobody. */
const BARE = 8;
/** And neither does the first question that comes to anybody's mind. */
const THIN = 8;
/** What can be taken in at once. */
const SHORT = 30;
/** What would be taken back is not taken back. */
const CONDITION = /^(?:if|unless|when)\b/i;
const wordsIn = ({ text }: Cited): number => text.split(/\s+/).length;

const isQuestion = ({ text }: Cited): boolean => text.includes('?') && ASKS.test(text);

/** Where something is left out, its grounds are near. */
const LEFT_OUT_FOR = new RegExp(
  `(?:${LEAVES_OUT.source}).{0,100}\\b(?:because|since|as|until|unless|so|it's|that's|there's|\\d)`,
  'i',
);
const NEAR = 30;

/** What ends at a place is given a reason right after it, and not only the word for one. */
export const givesReasonNear = (text: string, place: number): boolean => {
  const reason = WHY.exec(inPlainMarks(text))?.index;
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
          passage.isEarly &&
          isQuestion(passage) &&
          wordsIn(passage) >= THIN &&
          ![CHECKS, ASKS_ASSENT].some((words) => says(words)(passage)) &&
          !/\b(?:can|may|could) i\b/i.test(passage.text),
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
      {
        does: 'said what must hold',
        shows: 'what the design will be measured against',
        holds: (passage) => says(DEMANDS)(passage) && !passage.text.includes('?'),
      },
      {
        does: 'said what people want of it',
        shows: 'that it is begun from those who use it',
        holds: (passage) => says(WANTS)(passage) && !says(ASKS_HOW)(passage),
      },
    ],
    plainest: {
      does: 'worked on what the problem is and what is asked of it',
      shows: 'that it is not taken as it comes',
      holds: ({ text }) => !ASKS_ASSENT.test(text) && !/\bwant (?:me|depth|more)\b/i.test(text),
    },
  },
  'technical-depth': {
    surest: [
      {
        does: 'worked it out in figures',
        shows: 'that the sizes the mechanism has to carry are known',
        holds: (passage) =>
          timesIn(passage.text, NUMBER) > 1 &&
          says(LOAD, CALCULATES)(passage) &&
          !/\b(?:target|goal)s?\b/i.test(passage.text),
      },
      {
        does: 'put figures to it',
        shows: 'a statement that can be checked',
        holds: (passage) =>
          timesIn(passage.text, FIGURE) > 2 &&
          [LOAD, UNIT].some((words) => says(words)(passage)) &&
          !isOfBusiness(passage) &&
          !says(BREAKS_OFF)(passage),
      },
      {
        does: 'told what was measured',
        shows: 'that this is known from having done it',
        holds: (passage) => passage.signs.has('measured') && says(MEASURED, UNIT)(passage),
      },
      {
        does: 'gave the reason behind it',
        shows: 'that the mechanism is understood and not only named',
        holds: (passage) => passage.concepts > 0 && says(WHY)(passage),
      },
      {
        does: 'said what follows from what in it',
        shows: 'that it is known how one thing moves the other',
        holds: (passage) => passage.concepts > 0 && says(FOLLOWS)(passage),
      },
    ],
    plainest: {
      does: 'went into how it works',
      shows: 'that there is more behind it than its name',
      holds: (passage) => !isOfBusiness(passage),
    },
  },
  'technical-breadth': {
    surest: [
      {
        does: (passage) => `took ${sideOf(passage)} into view`,
        shows: 'that the design is seen beyond its core',
        holds: (passage) => sideOf(passage) !== undefined,
      },
      {
        does: (passage) => `spoke of ${sidesOf(passage).slice(0, 2).join(' and of ')} together`,
        shows: 'a view over more than one side of the system',
        holds: (passage) => sidesOf(passage).length > 1,
      },
    ],
    plainest: {
      does: 'brought in what surrounds the core of the design',
      shows: 'a view over more than one side of the system',
      holds: () => true,
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
        holds: says(SEPARATES, PART, WHY),
      },
      {
        does: 'divided it into stages, paths or layers',
        shows: 'a structure and not one block',
        holds: says(CUT),
      },
      {
        does: 'said where something is kept or computed',
        shows: 'that each thing has its place',
        holds: (passage) => says(KEPT)(passage) && !isOfBusiness(passage),
      },
      {
        does: 'set one part apart from the others',
        shows: 'that the parts have borders',
        holds: says(APART),
      },
      {
        does: 'said what a part of it does',
        shows: 'that it is there for something and not for its name',
        holds: (passage) => says(ROLE)(passage) && !/\bon-?call\b/i.test(passage.text),
      },
    ],
    plainest: {
      does: 'said how a part of the system is made',
      shows: 'a structure and not a list of names',
      holds: (passage) => [PART, PIECE].some((words) => says(words)(passage)) && !isOfBusiness(passage),
    },
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
          says(RIVAL)(passage) &&
          [CHOOSES, PRICE, DOWNSIDE, BOTH_SIDES].some((words) => says(words)(passage)) &&
          [WHY, PRICE, DOWNSIDE, SIZE, GROUNDS].some((words) => says(words)(passage)),
      },
      {
        does: 'said what the choice costs or saves',
        shows: 'that its price is known',
        holds: (passage) =>
          [CHOOSES, UNIT, MONEY].some((words) => says(words)(passage)) &&
          !says(SELLS)(passage) &&
          (says(DOWNSIDE)(passage) || says(PRICE, TWO_SIDED)(passage)),
      },
      {
        does: 'set a gain against a loss',
        shows: 'that both sides of the choice are seen',
        holds: says(BOTH_SIDES),
      },
      {
        does: 'gave grounds for a choice',
        shows: 'that it was made and not only taken',
        holds: says(CHOOSES, GROUNDS),
      },
    ],
    plainest: {
      does: 'said what speaks for or against a way of doing it',
      shows: 'that it is not taken as given',
      holds: (passage) =>
        [CHOOSES, PRICE, DOWNSIDE, RIVAL, TWO_SIDED, COMPARES].some((words) => says(words)(passage)),
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
        holds: (passage) => [WATCHES, ALARMS].some((words) => says(words)(passage)),
      },
      {
        does: 'said what is held ready for load or loss',
        shows: 'that the bad day was thought of',
        holds: says(READY),
      },
    ],
    plainest: {
      does: 'spoke to how it is run',
      shows: 'that the design was thought of beyond its first day',
      holds: () => true,
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
        does: 'counted the people that it takes',
        shows: 'that it is seen with those who do it',
        holds: says(HEADS),
      },
      {
        does: 'put the steps in an order of time',
        shows: 'a way there and not only the end of it',
        holds: (passage) => distinctIn(passage.text, [ROADMAP]).length > 1,
      },
      {
        does: 'tied it to what the business earns or risks',
        shows: 'that the design is there for something beyond itself',
        holds: says(EARNS),
      },
    ],
    plainest: {
      does: 'looked at it from above the system',
      shows: 'that people, money or time are a part of the design',
      holds: (passage) =>
        isOfBusiness(passage) || [PEOPLE, BUSINESS, PLANS].some((words) => says(words)(passage)),
    },
  },
  communication: {
    surest: [
      { does: 'summed up', shows: 'an answer that can be carried away', holds: says(SUMS_UP) },
      {
        does: 'took something back openly',
        shows: 'that words can be relied on',
        holds: (passage) =>
          [TAKES_BACK, CHANGES].some((words) => says(words)(passage)) &&
          !CONDITION.test(passage.text) &&
          !/\bshould have asked\b/i.test(passage.text) &&
          wordsIn(passage) >= BARE,
      },
      {
        does: 'said openly what is not known or only a guess',
        shows: 'that the rest can be relied on',
        holds: (passage) =>
          [UNSURE, OPENLY].some((words) => says(words)(passage)) &&
          !says(FILLS_IN)(passage) &&
          !passage.text.includes('?') &&
          wordsIn(passage) >= BARE,
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
        holds: (passage) =>
          [SIGNPOST, STEERS].some((words) => says(words)(passage)) &&
          !passage.text.includes('?') &&
          !says(ASKS_ON)(passage) &&
          wordsIn(passage) >= BARE,
      },
      {
        does: 'put the answer in an order',
        shows: 'an answer that can be followed',
        holds: (passage) => says(ORDERS)(passage) && wordsIn(passage) >= BARE,
      },
      {
        does: 'gave an example or a picture',
        shows: 'that it is made easy to follow',
        holds: (passage) => says(PICTURE)(passage) && wordsIn(passage) >= BARE,
      },
      {
        does: 'answered first and explained then',
        shows: 'that the question was heard',
        holds: (passage) =>
          says(ANSWERS_FIRST)(passage) &&
          [WHY, CASE].some((words) => says(words)(passage)) &&
          passage.signs.size > 0 &&
          !/^\w+ /.test(passage.text) &&
          wordsIn(passage) >= BARE,
      },
      {
        does: 'said in one sentence what and why',
        shows: 'an answer that can be followed',
        holds: (passage) =>
          says(WHY)(passage) &&
          wordsIn(passage) >= BARE &&
          wordsIn(passage) <= SHORT &&
          ![HESITATES, ANNOUNCES].some((words) => says(words)(passage)),
      },
    ],
    plainest: {
      does: 'said it plainly',
      shows: 'that it can be followed',
      holds: (passage) =>
        !passage.text.includes('?') && !says(HESITATES)(passage) && wordsIn(passage) >= BARE,
    },
  },
};

/** The reading in the guide's form, with what was done; plain where it says no more than what the dimension is. */
export const readingOf = (id: Dimension, passage: Cited): Reading => {
  const plain = { ...passage, text: inPlainMarks(passage.text) };
  const { surest, plainest } = TELLINGS[id];
  const telling = surest.find(({ holds }) => holds(plain));
  const told = telling ?? plainest;
  const does = typeof told.does === 'string' ? told.does : told.does(plain);
  return { does, text: `${does}, which shows ${told.shows}`, isPlain: !telling, holds: told.holds(plain) };
};
