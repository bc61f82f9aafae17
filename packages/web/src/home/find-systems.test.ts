import { describe, expect, it } from 'vitest';
import { byFamily } from './families.ts';
import { aliasesMeant, findSystems, marked } from './find-systems.ts';
import { system } from './testing/systems.ts';

const systems = [
  system('chat-assistant', 'Chat assistant', 'language', { aliases: ['ChatGPT'] }),
  system('ad-click-prediction', 'Ad click prediction', 'ads'),
  system('personalized-headshots', 'Personalised headshots', 'image-generation'),
  system('video-recommendation', 'Video recommendation', 'vision', { aliases: ['Two-tower retrieval'] }),
  system('picture-translation', 'Picture translation', 'vision', { aliases: ['Google Lens'] }),
];
const found = (query: string) => findSystems(systems, query).map(({ slug }) => slug);

describe('finding systems', () => {
  it.each([
    ['by nothing, all of them', '  ', systems.map(({ slug }) => slug)],
    ['by the beginning of a word of the title', 'head', ['personalized-headshots']],
    ['not by the middle of a word while another begins with it', 'ad', ['ad-click-prediction']],
    ['by the middle of a word when none begins with it', 'gpt', ['chat-assistant']],
    ['by slug', 'personalized-head', ['personalized-headshots']],
    ['in American spelling', 'personalized', ['personalized-headshots']],
    ['by family', 'image gen', ['personalized-headshots']],
    ['by alias, with words in any order', 'lens google', ['picture-translation']],
    ['in any case, with accents', 'CHÂT', ['chat-assistant']],
    ['by every word, not by some', 'chat lens', []],
    ['without the words that every question begins with', 'design a chat system', ['chat-assistant']],
    ['with its words written together', 'adclick', ['ad-click-prediction']],
    ['with a letter missing', 'picture translaton', ['picture-translation']],
    ['with a letter too many', 'headdshots', ['personalized-headshots']],
    ['with another letter', 'asdistant', ['chat-assistant']],
    ['with two letters swapped', 'goolge lens', ['picture-translation']],
    ['with letters doubled otherwise, however many', 'prreddiction cclick', ['ad-click-prediction']],
    ['with one letter doubled and another not', 'reccomendation', ['video-recommendation']],
    ['not with two typos in a word', 'goolgr', []],
    ['not with a typo in a word of three letters', 'lnz', []],
  ])('WB24 is %s', (_, query, slugs) => {
    expect(found(query)).toEqual(slugs);
  });

  it('says which alias was meant, unless the title says it', () => {
    expect(systems.map((each) => aliasesMeant(each, 'gpt'))).toEqual([['ChatGPT'], [], [], [], []]);
    expect(systems.map((each) => aliasesMeant(each, 'chat'))).toEqual([[], [], [], [], []]);
    expect(systems.map((each) => aliasesMeant(each, 'goolge'))).toEqual([[], [], [], [], ['Google Lens']]);
  });

  it('marks what was meant where it stands', () => {
    expect(marked('Picture translation', 'trans')).toEqual([
      { text: 'Picture ', meant: false },
      { text: 'trans', meant: true },
      { text: 'lation', meant: false },
    ]);
    expect(marked('Personalised', 'personalized')).toEqual([{ text: 'Personalised', meant: true }]);
    expect(marked('Chat', '')).toEqual([{ text: 'Chat', meant: false }]);
  });
});

it('families stand by title, and their systems too', () => {
  const families = byFamily([...systems, system('bidding', 'Bidding', 'ads'), system('a', 'Zebra', 'ads')]);
  expect(families.map(({ title }) => title)).toEqual(['Ads', 'Image generation', 'Language', 'Vision']);
  expect(families[0]?.systems.map(({ title }) => title)).toEqual(['Ad click prediction', 'Bidding', 'Zebra']);
});
