import { toySheet } from '@dryrun/domain/testing';
import { describe, expect, it } from 'vitest';
import { readActs } from './acts.ts';
import { factsAskedIn } from './facts.ts';
import { readQuestions } from './questions.ts';

/** Everyday ways of asking, typed and spoken, written before the rules were looked at. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  'asks-verdict': [
    'Was my sharding choice right?',
    'so how did I do on that one',
    'Do you have any feedback on my routing?',
    'Does anything in my design worry you?',
    "Anything you'd disagree with?",
    'Is that the answer you were hoping for?',
    "do you think that's a good approach",
    'Was the two-tower the correct call there?',
    'What do you think of it so far?',
    'does that sound reasonable to you?',
    'Have I missed anything important?',
    'um did I get the capacity numbers right',
    'What would you have done differently?',
    'Do you see any holes in this?',
    'How would you rate my answer so far?',
    'would this design pass at your company',
    'Are you happy with the cache in front?',
    'is that good enough for a senior level',
  ],
  'asks-meaning': [
    'What do you mean by it?',
    'What do you mean by degrade?',
    'sorry what exactly are you asking',
    'Could you clarify the question?',
    'When you say fresh, do you mean the data or the model?',
    "um I'm not sure I understand the question",
    'By cost, do you mean money or latency?',
    'What does "one part" refer to here?',
    'can you put that differently',
    'Are you asking about training or about inference?',
    "I don't follow, can you explain what you're after?",
    'In what sense?',
    'do you mean at peak or on average',
    'Could you be more specific?',
    'Which part are you talking about?',
    "sorry, I don't get the question",
    'How do you define failure in this case?',
    "What's the question exactly?",
  ],
  'questions-the-question': [
    'Why does that matter here?',
    'Why do you think 400 ms is right?',
    'why are you asking me that',
    'Is that even relevant for this system?',
    'What makes you say the cache would be cold?',
    "How come that's important?",
    "What's the point of that question?",
    'where do you get that number from',
    'Why would anyone need that?',
    'Do you really think users would notice?',
    'What difference would it make?',
    "isn't that a bit beside the point",
    'Why should I worry about thirty-page contracts?',
    'Who says a router is needed?',
    'what does that have to do with my design',
    'Why is that a problem?',
    "I don't see why that matters.",
    "Are you sure that's realistic?",
    "What's the reason for asking that?",
    'Why ask me again?',
    "Didn't you just ask that?",
    'You already asked that.',
    'why are you asking this twice',
  ],
  'asks-hint': [
    'I am stuck. Can you give me a hint?',
    'Could you point me in the right direction?',
    'can i get a nudge',
    'Any tips on where to look?',
    "um I'm drawing a blank, could you help me out a bit",
    'Give me a clue, please.',
    'A little help here?',
    'Can you help me get started on this?',
    'i need some help with this part',
    'I have no idea how to begin. Any pointers?',
    'What should I be thinking about here?',
    'can you give me something to go on',
    "I'm a bit lost, what should I look at first?",
    'Would you mind giving me a hint?',
    'what am i missing here',
    'Help me out here.',
    'I could use a hint.',
    'Is there something I should be considering here?',
  ],
  'asks-the-way': [
    'Which step do you want more of?',
    "Anything else you'd like me to cover?",
    'Should I draw this now?',
    'do you want me to go into the training side or the serving side',
    'Where would you like me to start?',
    'is it okay if I skip the data collection',
    'Would you rather hear about monitoring or about cost?',
    'Shall I do the numbers first?',
    'how deep do you want me to go here',
    'How much detail are you looking for?',
    'What would you like to hear about next?',
    'Do I need to cover the front end at all?',
    "Is there a part you'd like me to expand on?",
  ],
  'asks-to-return': [
    'Could we go back to the deep dive?',
    'Can I come back to the evaluation part for a minute?',
    'can we return to what I said about the features',
    "let's go back to the data if that's alright",
    'Do we have time for me to revisit the requirements?',
    "I want to go back to the requirements, there's a case missing.",
    "Let's get back to the scope.",
    'May we revisit the scope? I think transfers are in.',
  ],
};
const OF_THE_SYSTEM = [
  'How many requests per second do we get at peak?',
  "what's the latency target",
  'Who are the users of this thing, developers or consumers?',
  'um so do we like have any labelled data to start with',
  "Is there an existing model we're replacing?",
  'Does it have to work in more than one region?',
  'and how fresh does the data need to be',
  'Can I assume English only?',
  "Since it's an offline job, we can ignore time to first token, right?",
  'Do we own the GPUs or rent them?',
  'what would you say is the typical length of a prompt',
  "Am I right that there's no budget for human labelling?",
  'Is personal data involved, and are there rules on where it may be kept?',
  'What metric does the business actually care about?',
  'so before I go on are we talking millions of items or billions',
  'Any constraints on cost?',
  'How many requests a second do we see?',
  'Is ten percent growth a year a fair guess?',
  "I'm assuming one region is enough. Tell me if that's off.",
];
const NOTHING = [
  'So how do we keep it fresh? We rebuild the index every hour.',
  'The question is whether the cache is warm, and I would measure that.',
  'We ask users for feedback after each answer.',
  "What would I do if the region fails? I'd shed free traffic first.",
  'Then we go back to the last good version and page somebody.',
  'The model gives a hint of what the user wants.',
  'Why a queue? Because bursts are short.',
  'I would start with the data and then move on to the model.',
  'The verdict of the raters is the label.',
  'It matters because users leave after two seconds.',
  'What is wrong with the labels: three things. Chargebacks come late, and blocked payments have none.',
  'What is wrong with the labels? Three things, and the delay is the worst.',
  'Why gradient boosting: it is fast, and it handles missing values.',
  'Where the labels come from:\nChargebacks and disputes.',
  'How do we retrain – nightly, and whenever the input drifts.',
  'What is wrong with the labels is that they come late.',
  'Users who disagree can appeal and a person looks at it.',
  'We point the router in the right direction with a small classifier.',
];

const kindsIn = (text: string) => [
  ...readActs(text).flatMap((finding) => (finding.kind === 'act' ? [finding.act] : [])),
  ...readQuestions(text, toySheet).map(({ kind }) => kind),
];

describe('kinds of asking', () => {
  it.each(Object.entries(ASKED).flatMap(([kind, texts]) => texts.map((text) => [kind, text] as const)))(
    'LI16 %s: %s',
    (kind, text) => expect(kindsIn(text)).toEqual([kind]),
  );

  it.each(OF_THE_SYSTEM)('LI2 of the system: %s', (text) =>
    expect(new Set(kindsIn(text))).toEqual(new Set(['question'])),
  );

  it.each(NOTHING)('LI2 LI16 nothing is asked of anybody: %s', (text) => expect(kindsIn(text)).toEqual([]));
});

const fact = (id: string, heading: string, ...asks: string[]) => ({
  id,
  heading,
  asks,
  answer: `${id} it is.`,
});
const sheet = {
  ...toySheet,
  facts: [
    fact('rate', 'predictions-per-second', 'requests per second', 'peak traffic'),
    fact('token-rate', 'predictions-per-second', 'input tokens per second', 'prompt load'),
    fact('prompt', 'features-and-sources', 'average prompt', 'how long are the prompts'),
    fact('long-prompt', 'features-and-sources', 'p95 prompt', 'long prompts'),
    fact('answer', 'volume-and-labels', 'answers typically', 'how long are the answers'),
    fact('first-token', 'latency', 'TTFT', 'time to first token', 'latency'),
    fact('tail', 'latency', 'tail latency', 'p99', 'first token at p99'),
    fact('pace', 'latency', 'tokens per second per user', 'pace'),
    fact('chat', 'online-or-offline', 'online or offline', 'interactive'),
    fact('languages', 'fairness', 'non-English', 'languages'),
    { ...fact('machines', 'predictions-per-second', 'how many GPUs'), answer: 'We have 480 GPUs.' },
    fact('labels', 'volume-and-labels', 'labels', 'ratings'),
  ],
};

describe('the facts that are asked for', () => {
  it.each([
    ['What latency do we promise: TTFT, tokens/s, percentile?', ['first-token', 'pace', 'tail']],
    ['Requests/s, typical prompt and answer, p99 prompt?', ['answer', 'long-prompt', 'prompt', 'rate']],
    ['Tail of the first token, and the pace?', ['pace', 'tail']],
    ['How long are the prompts, and the answers?', ['answer', 'prompt']],
    ['Is it offline?', ['chat']],
    ['Who labels it?', []],
  ])('LI2 each part of a question finds its own: %s', (text, expected) =>
    expect(factsAskedIn(text, sheet).toSorted()).toEqual(expected),
  );

  it.each([
    ["Since it's an offline job we can ignore TTFT, right?", ['chat', 'first-token']],
    ['Can I assume English only?', ['languages']],
    ['I take it in English, on 480 GPUs. Tell me if any of these is off.', ['languages']],
    [
      'Everything is in English and we have 100 GPUs: correct me if that is wrong.',
      ['languages', 'machines'],
    ],
  ])('LI19 what is put forward is held against the facts: %s', (text, expected) => {
    const found = readQuestions(text, sheet).flatMap((one) => (one.kind === 'question' ? [one] : []));
    expect(found.map((one) => one.fact).toSorted()).toEqual(expected);
    expect(found.every(({ premise }) => premise)).toBe(true);
  });

  it.each([
    "I'd guess 10% of the payments are fraudulent, is that right?",
    'about ten percent are fraudulent, does that sound right?',
    'So we get 5,000 a second at peak – is that realistic?',
    'I assume cards only. Is that correct?',
    'I take it the loss is ours, is that a fair assumption?',
    'And we answer within 100 ms, is that still true?',
    'The peak is 5,000 requests per second, am I right?',
    'Roughly 5,000 at peak. Are these about right?',
  ])('LI19 whether something of the system is right is no verdict: %s', (text) => {
    expect(kindsIn(text)).toEqual(['question']);
    expect(readQuestions(text, undefined)).toMatchObject([{ premise: true }]);
  });

  it.each([
    "I'd shard by user, is that right?",
    'My design has two stages, is that correct?',
    'Is that right?',
  ])('LI16 whether what one proposes is right is a verdict: %s', (text) =>
    expect(kindsIn(text)).toEqual(['asks-verdict']),
  );

  it.each([
    [
      "A few questions. P2P or card payments? What is the rate at peak? I'd guess 10% is fraud, is that right? Who bears the loss? Tell me if any of these is off.",
      3,
      ["I'd guess 10% is fraud, is that right?"],
    ],
    [
      'so who are the users? and how many? One region is enough. Correct me if that is wrong.',
      2,
      ['One region is enough.'],
    ],
    ['Do we own the machines? Is there a budget? Let me know if any of that is off.', 2, []],
  ])('LI19 what is asked beside a premise stays a question: %s', (text, open, premises) => {
    const found = readQuestions(text, undefined).flatMap((one) => (one.kind === 'question' ? [one] : []));
    expect(found.filter(({ premise }) => !premise)).toHaveLength(open);
    expect(found.flatMap(({ premise, span }) => (premise ? [text.slice(span.start, span.end)] : []))).toEqual(
      premises,
    );
  });

  it('LI19 what nothing speaks against stands', () =>
    expect(readQuestions('Can I assume that the shop is open at night?', sheet)).toMatchObject([
      { kind: 'question', premise: true },
    ]));
});
