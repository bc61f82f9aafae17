/**
 * Replaces what gives a person away, the same everywhere.
 *
 *     texts of the interview ─▶ names introduced in them ─┐
 *     words that were listed ─────────────────────────────┼─▶ redactor ─▶ text with “[redacted]”, and the count
 *     forms: e-mail, link, telephone ─────────────────────┘
 */
import { listedWord } from './listed.ts';
import { asWord, escaped, namesIn, waysToWrite } from './names.ts';
import { EMAILS, isFigure, LINKS, PHONES } from './patterns.ts';

export const REDACTED = '[redacted]';
/** Stands for it while others are looked for: a private character that none of the patterns can match. */
const HELD = '\ue000';

const KINDS = ['email', 'link', 'phone', 'listed', 'name'] as const;
type Kind = (typeof KINDS)[number];

/** How much was left out: places, and how many different things of each kind. */
export type Redacted = { readonly places: number; readonly kinds: Readonly<Record<Kind, number>> };

export type Redactor = {
  readonly text: (text: string) => string;
  /** An element's id on the board: a number where it would give something away, the same for the same id. */
  readonly id: (id: string) => string;
  readonly count: () => Redacted;
  /** Listed words that were found nowhere so far. */
  readonly missing: () => readonly string[];
};

type Rule = { readonly kind: Kind; readonly pattern: RegExp; readonly about?: string };

/** `texts` are all that was said and drawn, `listed` the words to be left out besides. */
export const redactorFor = (texts: readonly string[], listed: readonly string[]): Redactor => {
  const rules: readonly Rule[] = [
    ...FORMS,
    ...foundIn(texts),
    ...listed
      .toSorted((a, b) => b.length - a.length)
      .map((word): Rule => ({ kind: 'listed', pattern: listedWord(word), about: word })),
    ...namesIn(texts).flatMap((name) =>
      waysToWrite(name).map((pattern): Rule => ({ kind: 'name', pattern, about: name })),
    ),
  ];
  const things = new Map<Kind, Set<string>>(KINDS.map((kind) => [kind, new Set()]));
  const ids = new Map<string, string>();
  let places = 0;

  const text = (before: string): string => {
    let after = before.replaceAll(HELD, '');
    for (const { kind, pattern, about } of rules)
      after = after.replace(pattern, (found) => {
        if (kind === 'phone' && isFigure(found)) return found;
        places += 1;
        things.get(kind)?.add((about ?? found).toLowerCase());
        return HELD;
      });
    return after.replaceAll(HELD, REDACTED);
  };

  return {
    text,
    id: (id) => {
      const known = ids.get(id);
      if (known !== undefined) return known;
      const given = text(id) === id ? id : `redacted-${ids.size + 1}`;
      ids.set(id, given);
      return given;
    },
    count: () => ({
      places,
      kinds: {
        email: things.get('email')?.size ?? 0,
        link: things.get('link')?.size ?? 0,
        phone: things.get('phone')?.size ?? 0,
        listed: things.get('listed')?.size ?? 0,
        name: things.get('name')?.size ?? 0,
      },
    }),
    missing: () => listed.filter((word) => !things.get('listed')?.has(word.toLowerCase())),
  };
};

const FORMS: readonly Rule[] = [
  ...EMAILS.map((pattern): Rule => ({ kind: 'email', pattern })),
  ...LINKS.map((pattern): Rule => ({ kind: 'link', pattern })),
  ...PHONES.map((pattern): Rule => ({ kind: 'phone', pattern })),
];

/** What was known by its form where it was said is left out too where a quote has cut its form off. */
const foundIn = (texts: readonly string[]): readonly Rule[] =>
  FORMS.flatMap(({ kind, pattern }) => {
    const found = new Set(
      texts
        .flatMap((text) => [...text.matchAll(pattern)].map(([one]) => one))
        .filter((one) => !isFigure(one)),
    );
    return [...found].map((one): Rule => ({ kind, pattern: asWord(escaped(one), 'giu'), about: one }));
  });

/** “Redacted in 9 places: 2 names, 1 e-mail address.” */
export const redactedSaid = ({ places, kinds }: Redacted): string => {
  if (places === 0) return 'Nothing was found to redact.';
  const told = KINDS.filter((kind) => kinds[kind] > 0).map((kind) => {
    const [one, many] = SAID[kind];
    return `${kinds[kind]} ${kinds[kind] === 1 ? one : many}`;
  });
  return `Redacted in ${places} ${places === 1 ? 'place' : 'places'}: ${told.join(', ')}.`;
};

const SAID: Readonly<Record<Kind, readonly [string, string]>> = {
  email: ['e-mail address', 'e-mail addresses'],
  link: ['link', 'links'],
  phone: ['telephone number', 'telephone numbers'],
  listed: ['listed word', 'listed words'],
  name: ['name', 'names'],
};
