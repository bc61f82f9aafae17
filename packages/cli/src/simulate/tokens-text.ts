/** What language models answer: until the first token and from one to the next by workload, tokens a second by server. */
import type { Latencies, Report } from '@dryrun/simulator';
import { digits, ms, msFigure, share } from './numbers.ts';
import { table, wrapped } from './table.ts';
import type { Cell, Paint } from './table.ts';

export const tokenRows = ({ workloads, components }: Report, paint: Paint): readonly string[] => {
  const rows = Object.entries(workloads).flatMap(
    ([name, { ttftMs, tpotMs }]): readonly (readonly Cell[])[] =>
      ttftMs === undefined ? [] : [[name, ...timesOf(ttftMs), ...timesOf(tpotMs ?? null)]],
  );
  const servers = components.flatMap(({ id, tokensPerSecond, stepping = 0 }) =>
    tokensPerSecond
      ? wrapped(
          `“${id}” gives ${digits(tokensPerSecond.value)} tokens/s, and a step runs ${share(stepping)} of the time.`,
        )
      : [],
  );
  if (rows.length === 0) return servers;
  const column = (title: string) => ({ title, align: 'right' }) as const;
  return [
    ...table(
      [
        { title: 'in tokens', align: 'left' },
        column('first: mean'),
        column('p95'),
        column('p99'),
        column('next: mean'),
        column('p95'),
        column('p99'),
      ],
      rows,
      paint,
    ),
    ...servers,
  ];
};

const timesOf = (times: Latencies | null): readonly Cell[] =>
  times ? [msFigure(times.mean), ms(times.p95.value), ms(times.p99.value)] : ['–', '–', '–'];
