/** A recorded run beside the simulated one, for people: the times, how far they are apart, and what that rests on. */
import type { LlmErrors, Recorded, RecordedComparison } from '@dryrun/simulator';
import { digits, dollars, ms, share, whole } from './numbers.ts';
import { paintOf, table, wrapped } from './table.ts';
import type { Column } from './table.ts';

export type Compared = RecordedComparison & {
  readonly model: string;
  readonly gpu: string;
  readonly requests: readonly Recorded[];
};

const MEASURES = [
  { key: 'ttftMs', name: 'to the first token' },
  { key: 'tpotMs', name: 'a token after it' },
  { key: 'e2eMs', name: 'to the last token' },
] as const;

export const recordingText = (compared: Compared, colour: boolean): string => {
  const { server, simulated, recorded, error } = compared;
  const paint = paintOf(colour);
  const times = MEASURES.flatMap(({ key, name }) =>
    (['mean', 'p99'] as const).map((of) => [
      `${name}, ${of}`,
      ms(recorded[key][of]),
      ms(simulated[key][of]),
      percent(error[key][of]),
    ]),
  );
  const sensitivity = compared.sensitivity.map((one) => [one.change, ...meansOf(one.error)]);
  return [
    ...wrapped(
      `${compared.model} on ${server.tensorParallel} × ${compared.gpu}: ${whole(compared.requests.length)} requests, replayed at their instants. Nothing was fitted to the recording.`,
    ),
    '',
    ...table(columns('time', 'recorded', 'simulated', 'error'), times, paint),
    '',
    ...wrapped('The errors of the means if the card were other than its row says:'),
    ...table(
      columns('if', 'first token', 'token after', 'last token'),
      [['as it stands', ...meansOf(error)], ...sensitivity],
      paint,
    ),
    '',
    ...wrapped(
      `Simulated: ${digits(simulated.tokensPerS)} tokens/s; a step ran ${share(simulated.utilisation.busy)} of the time, ${share(simulated.utilisation.arithmetic)} of the arithmetic was used and ${share(simulated.utilisation.blocks)} of the ${whole(server.blocks)} blocks; ${whole(simulated.preemptions)} pre-empted; ${dollars(simulated.dollarsPerMillionTokens)} a million tokens.`,
    ),
  ].join('\n');
};

const columns = (first: string, ...rest: readonly string[]): readonly Column[] => [
  { title: first, align: 'left' },
  ...rest.map((title): Column => ({ title, align: 'right' })),
];

const meansOf = (error: LlmErrors): readonly string[] => MEASURES.map(({ key }) => percent(error[key].mean));

/** “+2.3 %”, “−0.3 %”. */
const percent = (relative: number): string => {
  const rounded = (relative * 100).toFixed(1);
  if (Number(rounded) === 0) return '0.0 %';
  return `${relative > 0 ? '+' : ''}${rounded.replace('-', '−')} %`;
};
