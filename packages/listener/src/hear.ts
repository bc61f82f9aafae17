import type { Exchange, Make } from '@dryrun/domain';
import { readActs } from './acts.ts';

/** The built-in make of the port `hear`: pure, immediate, always there. */
export const builtInHear = {
  make: { kind: 'built-in', version: '1' } satisfies Make,
  hear: (exchange: Exchange) => readActs(exchange.answer.text),
};
