/** A run of the board in words: every figure is one of the recorded run's. */
import type { EventOf, RunFigures } from '@dryrun/domain';

type Run = Pick<EventOf<'RunRead'>, 'engine' | 'load' | 'figures' | 'holds'>;

export const spokenRun = ({ engine, figures, holds }: Run): string => {
  if (!figures) return '';
  const rate = arrivalsSaid(figures);
  const told = holds ? holding(figures, rate) : breaking(figures, rate);
  return engine === 'analytic' ? `By a first calculation: ${lowered(told)}` : told;
};

/** What the board was run under, as it was run: “700 requests a second, 210 of them “scripts” with prompts of 30,000 tokens”. */
export const arrivalsSaid = ({ arrivingRps, workloads = [], without }: RunFigures): string => {
  const [first, ...others] = workloads;
  const all = `${count(arrivingRps)} requests a second`;
  const each = others
    .slice(0, OTHERS_SAID)
    .map(({ name, rps, inputTokens }) => `${count(rps)} of them “${name}”${promptsOf(inputTokens)}`);
  const parts = [`${all}${promptsOf(first?.inputTokens)}`, ...each].join(', ');
  return without === undefined ? parts : `${parts}, with “${without}” gone`;
};

/** What was run may be a whole clause. */
const stop = (rate: string): string => (/ with |, \d/.test(rate) ? ',' : '');

const OTHERS_SAID = 2;

const promptsOf = (tokens: number | undefined): string =>
  tokens === undefined ? '' : ` with prompts of ${count(tokens)} tokens`;

const breaking = ({ full, missed, errorRate }: RunFigures, rate: string): string => {
  const said = full.slice(0, 2).map(({ name, capacityRps, backlogPerSecond }) => {
    const grows = `its queue grows by ${count(backlogPerSecond)} every second`;
    return capacityRps === undefined
      ? `“${name}” is full and ${grows}`
      : `“${name}” is full at ${count(capacityRps)} a second and ${grows}`;
  });
  const overloads = said.length > 0 ? [`At ${rate}${stop(rate)} ${said.join(', and ')}.`] : [];
  const misses = missed.slice(0, overloads.length > 0 ? 1 : 2).map(({ measure, value, limit, of }) => {
    const where = of === undefined ? '' : ` of “${of}”`;
    return `${measureName(measure)}${where} comes to ${amount(measure, value)}, and ${amount(measure, limit)} was asked for.`;
  });
  const failing =
    overloads.length === 0 && misses.length === 0 && errorRate !== undefined
      ? [`At ${rate}${stop(rate)} ${share(errorRate)} of them fail.`]
      : [];
  const first =
    misses.length > 0 && overloads.length === 0
      ? [`${rate.replace(/^./, (c) => c.toUpperCase())} arrive.`]
      : [];
  return [...overloads, ...first, ...misses.map(capital), ...failing].join(' ');
};

const holding = ({ busiest, p99Ms, tooShort }: RunFigures, rate: string): string => {
  const parts = [
    `At ${rate}${stop(rate)} nothing is full`,
    ...(busiest
      ? [`the busiest part, “${busiest.name}”, works ${share(busiest.utilisation)} of its time`]
      : []),
    ...(p99Ms === undefined
      ? []
      : [
          tooShort
            ? `one in a hundred takes ${amount('p99', p99Ms)} or more`
            : `ninety-nine in a hundred are answered within ${amount('p99', p99Ms)}`,
        ]),
  ];
  return `${parts.length > 1 ? `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}` : parts.join('')}.`;
};

const capital = (text: string) => text.replace(/^./, (letter) => letter.toUpperCase());
const lowered = (text: string) => text.replace(/^[A-Z]/, (letter) => letter.toLowerCase());

/** Three figures are as many as one says aloud. */
const count = (value: number): string => {
  const rounded = Number(value.toPrecision(value >= 1000 ? 3 : 2));
  return grouped(rounded);
};

const grouped = (value: number): string => String(value).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');

export const share = (value: number): string => `${Math.round(value * 1000) / 10} %`;

export const amount = (measure: string, value: number): string => {
  if (/^(availability|error-rate|recall|quality)$/.test(measure)) return `${Math.round(value * 1e5) / 1e3} %`;
  if (measure.startsWith('cost')) return `$${count(value)}`;
  if (/^(throughput|tokens)/.test(measure)) return `${count(value)} a second`;
  if (measure === 'memory') return `${count(value / 1e9)} GB`;
  return value >= 1000 ? `${count(value / 1000)} s` : `${count(value)} ms`;
};

const NAMES: Readonly<Record<string, string>> = {
  mean: 'the mean latency',
  p50: 'the median latency',
  'ttft-p95': 'the time to the first token, at p95,',
  'tpot-p95': 'the time between tokens, at p95,',
  throughput: 'the throughput',
  'tokens-per-second': 'the tokens a second',
  'error-rate': 'the share of errors',
  availability: 'the availability',
  'cost-per-month': 'the cost a month',
  'cost-per-thousand-requests': 'the cost of a thousand requests',
  'cost-per-million-tokens': 'the cost of a million tokens',
  'completes-by': 'the time until it is done',
  freshness: 'the age of what is served',
  memory: 'the memory',
  recall: 'the recall',
  quality: 'the quality',
};

const measureName = (measure: string): string => NAMES[measure] ?? `the ${measure} latency`;
