/** “uncertain 0.01%”, “about 1 in 1,000 payments”: how many of what passes take an arrow, among a few words that say which. */
import { nameAt } from './arrow-names.ts';
import { tokensOf } from './arrow-tokens.ts';

/** As a setting has it; nothing where the words may speak of a share of something else. */
export const shareAmong = (text: string): string | number | undefined => {
  const [found, percent] = PERCENT.exec(text) ?? [];
  const [ratio, some = '', all = ''] = percent === undefined ? (ONE_IN.exec(text) ?? []) : [];
  const said = found ?? ratio;
  if (said === undefined) return undefined;
  const tokens = tokensOf(text.replace(said, ' ').replaceAll(/:(?=\s|$)/g, ' '));
  const isOther = tokens.some(
    ({ text: word, value }, at) =>
      value !== undefined || !WORD.test(word) || nameAt(tokens, at) !== undefined,
  );
  if (isOther || tokens.length > WORDS_MAX || tokens.some(({ text: word }) => MEASURED.test(word)))
    return undefined;
  if (percent !== undefined) return `${percent}%`;
  const share = countOf(some) / countOf(all);
  return share > 0 && share <= 1 ? Number(share.toPrecision(12)) : undefined;
};

const PERCENT = /(?:^|\s)[~=]? ?(\d{1,3}(?:\.\d{1,6})?) ?%(?=\s|$)/;
const COUNT = String.raw`\d{1,3}(?:,\d{3}){1,2}|\d{1,7}`;
const ONE_IN = new RegExp(
  String.raw`(?:^|\s)[~=]? ?(${COUNT}|one) (?:in|out of|per) (?:an? |every )?(${COUNT}|ten|hundred|thousand|million)(?=\s|$)`,
);
const SPELT: Readonly<Record<string, number>> = {
  one: 1,
  ten: 10,
  hundred: 100,
  thousand: 1000,
  million: 1_000_000,
};
const countOf = (written: string): number => SPELT[written] ?? Number(written.replaceAll(',', ''));

/** More of them tell something of their own. */
const WORDS_MAX = 6;
const WORD = /^~?[\p{L}'’/-]+$/u;

/** What a share is of where it is none of what passes: a measure, a limit, a change, a mix of reads and writes, a place in an order. */
const MEASURED =
  /^(?:hits?|hit-rate|miss(?:es)?|cached?|rates?|ratio|cpu|gpu|memory|ram|disk|utili[sz](?:ation|ed)|util|busy|full|load|capacity|headroom|availability|available|uptime|sl[aoi]s?|accuracy|precision|recall|auc|f1|quality|confidence|confident|scores?|thresholds?|coverage|percentile|errors?|loss|lost|drops?|budget|costs?|cheaper|discount|off|growth|grows?|more|less|fewer|faster|slower|larger|smaller|above|below|over|under|least|most|than|compress(?:ed|ion|es)?|reads?|writes?|read-only|top|bottom|best|worst|steps?|stages?|phases?|parts?|versions?|no|not|never|without|until|unless)$/;
