import type { Board } from '@dryrun/domain';
import { amount, arrivalsSaid, share } from '@dryrun/interview';
import { busySaid, grouped } from './board-load.ts';
import type { Figures, Ran } from './board-load.ts';

type Props = { readonly board: Board; readonly ran: Ran };

/** What came of the run, in figures: all the way through first, then box by box, what limits it before all others. */
export const RunFiguresTable = ({ board, ran }: Props) => {
  const { figures, bottleneck } = ran;
  if (!figures) return null;
  const nameOf = (id: string) => board.components.find((box) => box.id === id)?.name || id;
  const boxes = [...(figures.components ?? [])].toSorted(
    (a, b) =>
      Number(b.id === bottleneck) - Number(a.id === bottleneck) ||
      (b.utilisation ?? -1) - (a.utilisation ?? -1),
  );
  return (
    <section
      aria-label="What the run showed"
      tabIndex={0}
      className="max-h-[40%] min-h-24 shrink-0 overflow-auto border-line border-t px-4 py-2 text-small -outline-offset-2 sm:px-6 short:max-h-none"
    >
      <p className="text-pretty">
        {ran.changed ? 'Run under what changed' : 'Run as it stands'}, at {arrivalsSaid(figures)}.
      </p>
      <dl className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
        {through(figures).map(([term, said]) => (
          <div key={term}>
            <dt className="text-muted">{term}</dt>
            <dd className="font-strong">{said}</dd>
          </div>
        ))}
      </dl>
      <details className="mt-1">
        <summary className="min-h-6 cursor-pointer">Box by box</summary>
        <table className="mt-1 w-full max-w-[36rem] text-left">
          <thead className="text-muted">
            <tr>
              <th scope="col" className="py-0.5 pr-4 font-normal">
                Box
              </th>
              <th scope="col" className="pr-4 font-normal">
                Busy
              </th>
              <th scope="col" className="font-normal">
                Waiting, in the mean
              </th>
            </tr>
          </thead>
          <tbody>
            {boxes.map(({ id, utilisation, queue }) => (
              <tr key={id} className="border-line border-t">
                <th scope="row" className="py-0.5 pr-4 font-normal wrap-anywhere">
                  {nameOf(id)}
                  {id === bottleneck && <span className="font-strong">, the limit</span>}
                </th>
                <td className="pr-4">{busySaid(utilisation) ?? 'has no limit'}</td>
                <td>{queue === undefined ? '–' : queue < 0.05 ? '0' : grouped(queue)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
};

const ALIKE = 1.02;

/** A queue that grows has no latency: how fast it grows is told in its place. */
const through = (figures: Figures): readonly (readonly [string, string])[] => {
  const { answeredRps, p50Ms, p99Ms, doneP99Ms, tooShort, errorRate, full } = figures;
  const least = tooShort ? 'at least ' : '';
  const growing = full.reduce((sum, { backlogPerSecond }) => sum + backlogPerSecond, 0);
  return [
    ...(answeredRps === undefined ? [] : [['Answered', `${grouped(answeredRps)} a second`] as const]),
    ['p50', p50Ms === undefined ? 'none: it grows' : `${least}${amount('p50', p50Ms)}`],
    ['p99', p99Ms === undefined ? 'none: it grows' : `${least}${amount('p99', p99Ms)}`],
    ...(p99Ms === undefined || (doneP99Ms !== undefined && doneP99Ms <= p99Ms * ALIKE)
      ? []
      : [
          [
            'All of it done, p99',
            doneP99Ms === undefined ? 'none: it grows' : `${least}${amount('p99', doneP99Ms)}`,
          ] as const,
        ]),
    ...(errorRate === undefined ? [] : [['Refused or lost', share(errorRate)] as const]),
    ...(growing > 0 ? [['Left waiting', `${grouped(growing)} more each second`] as const] : []),
  ];
};
