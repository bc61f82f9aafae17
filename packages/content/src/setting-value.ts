import type { Setting } from '@dryrun/domain';
import { describeDimension, parseQuantity } from '@dryrun/quantities';

/** Why a value cannot be one of a setting, as the end of “The default of servers …”; undefined where it can. */
export const valueProblem = (setting: Setting, value: string | number | boolean): string | undefined => {
  switch (setting.type) {
    case 'text':
      return typeof value === 'string' ? undefined : 'must be a text';
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'must be true or false';
    case 'word':
      if (typeof value !== 'string') return 'must be a word';
      return !setting.oneOf || setting.oneOf.includes(value)
        ? undefined
        : `must be one of ${setting.oneOf.join(', ')}`;
    case 'count':
    case 'number':
    case 'share':
    case 'duration':
    case 'size':
    case 'rate':
    case 'price':
    case 'money':
    case 'quantity':
      return amountProblem(setting, value);
  }
};

type Amount = Exclude<Setting['type'], 'text' | 'flag' | 'word'>;

/** What each type measures, as `describeDimension` puts it. */
const MEASURES: Readonly<
  Record<Exclude<Amount, 'quantity'>, { readonly like: RegExp; readonly say: string }>
> = {
  count: { like: /^a plain number$/, say: 'a whole number, such as 3' },
  number: { like: /^a plain number$/, say: 'a plain number, such as 1.5' },
  share: { like: /^a plain number$/, say: 'a share, such as 30 %' },
  duration: { like: /^s$/, say: 'a duration, such as 10ms' },
  size: { like: /^byte$/, say: 'a size, such as 4 GB' },
  rate: { like: /^[a-z0-9-]+\/s$/, say: 'a rate, such as 500 requests/s' },
  price: { like: /^usd\/([a-z-]+·)?s(·[a-z-]+)?$/, say: 'a price for a time, such as $2.50/h' },
  money: { like: /^usd(\/[a-z-]+)?$/, say: 'an amount of dollars, such as $0.01' },
};

const amountProblem = (
  { type, dimension = '', min, max }: Setting,
  value: string | number | boolean,
): string | undefined => {
  if (typeof value === 'boolean') return 'must be a number';
  const read =
    typeof value === 'number'
      ? Number.isFinite(value)
        ? { value, dimension: {} }
        : 'must be finite'
      : parseQuantity(value);
  if (typeof read === 'string') return `cannot be read: ${read}`;
  const measured = describeDimension(read.dimension);
  if (type === 'quantity') {
    if (measured !== dimension) return `must be in ${dimension}, and is ${measured}`;
  } else if (type !== 'text' && type !== 'flag' && type !== 'word') {
    const { like, say } = MEASURES[type];
    if (!like.test(measured)) return `must be ${say}`;
  }
  if (type === 'count' && !Number.isInteger(read.value)) return 'must be a whole number';
  if (min !== undefined && read.value < min) return `must be at least ${min}`;
  const most = max ?? (type === 'share' ? 1 : undefined);
  return most !== undefined && read.value > most ? `must be at most ${most}` : undefined;
};
