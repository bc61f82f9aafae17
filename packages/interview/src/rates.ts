/** Requests a second that somebody names as what arrives: “700 requests per second”, “36k at peak”, “5,000 QPS”. */
import { READ_CHARACTERS } from '@dryrun/domain';
import { sentences } from '@dryrun/text';

const RATE =
  /(?<![\d,.])(\d[\d,]{0,11}(?:\.\d{1,3})?) ?(k|thousand|million|m)? ?(?:qps\b|rps\b|req\/s\b|(?:requests?|queries|predictions|calls|messages|searches|loads) ?(?:a second|per second|each second|every second|\/ ?s(?:ec(?:ond)?)?\b)|(?:a second |per second )?at (?:the )?(?:evening )?peak\b)/gi;
const SCALES: Readonly<Record<string, number>> = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6 };
/** What one machine does is not what arrives. */
const OF_ONE =
  /\b(?:each|per|one|a single|every) (?:machine|replica|server|node|gpu|card|instance|pod|worker|core|shard)\b/i;

export const ratesIn = (text: string): readonly number[] =>
  sentences(text.slice(0, READ_CHARACTERS))
    .filter((sentence) => !OF_ONE.test(sentence.text))
    .flatMap((sentence) => [...sentence.text.matchAll(RATE)])
    .flatMap(([, figure = '', scale = '']) => {
      const value = Number(figure.replaceAll(',', '')) * (SCALES[scale.toLowerCase()] ?? 1);
      return Number.isFinite(value) && value > 0 ? [value] : [];
    });
