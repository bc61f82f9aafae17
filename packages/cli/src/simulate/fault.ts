/**
 * A fault as it is written on the command line, and checked against the design that it strikes.
 *
 *     "db down from=60s for=30s"     "api slow by=4x"     "zone=eu-1 down from=60s"     "search spike by=10x for=1min"
 */
import { FAULTS } from '@dryrun/design';
import type { Design, Fault } from '@dryrun/design';
import { parseDurationMs, parseQuantity } from '@dryrun/quantities';
import { didYouMean } from '@dryrun/text';
import { oneOf, UsageFault } from '../command.ts';

const FIELDS = ['from', 'for', 'by', 'replicas', 'zone', 'region'] as const;
type Field = (typeof FIELDS)[number];

export const parseFault = (text: string): Fault => {
  const words = text.trim().split(/\s+/);
  const fields = new Map<Field, string>();
  const names: string[] = [];
  for (const word of words) {
    const [, name = '', value = ''] = /^([a-z]+)=(.*)$/.exec(word) ?? [];
    if (name === '') {
      names.push(word);
      continue;
    }
    const field = FIELDS.find((candidate) => candidate === name);
    if (!field || value === '')
      throw new UsageFault(
        `Expected ${FIELDS.map((known) => `${known}=…`).join(', ')} in --fault “${text}”; found “${word}”.${didYouMean(name, FIELDS)}`,
      );
    if (fields.has(field)) throw new UsageFault(`“${field}=” is there twice in --fault “${text}”: keep one.`);
    fields.set(field, value);
  }
  const [zone, region] = [fields.get('zone'), fields.get('region')];
  const placed = zone !== undefined || region !== undefined;
  const [target, kindWord, extra] = placed ? [undefined, ...names] : names;
  if (kindWord === undefined || extra !== undefined || (zone !== undefined && region !== undefined))
    throw new UsageFault(
      `Expected --fault to say what is struck and how, such as "db down from=60s for=30s" or "zone=a down"; found “${text}”.`,
    );
  const kind = oneOf('the kind of a --fault', FAULTS, kindWord);
  const [from, lasts, by, replicas] = (['from', 'for', 'by', 'replicas'] as const).map((field) =>
    fields.get(field),
  );
  return {
    kind,
    ...(zone === undefined ? {} : { zone }),
    ...(region === undefined ? {} : { region }),
    ...(target === undefined ? {} : kind === 'spike' ? { workload: target } : { component: target }),
    ...(replicas === undefined ? {} : { replicas: wholeReplicas(replicas, text) }),
    ...byOf(kind, by, text),
    fromS: from === undefined ? 0 : seconds('from', from, text),
    ...(lasts === undefined ? {} : { forS: seconds('for', lasts, text) }),
  };
};

const seconds = (field: string, value: string, text: string): number => {
  const ms = parseDurationMs(value);
  if (ms !== undefined) return ms / 1000;
  throw new UsageFault(
    `Expected ${field}= as a duration such as 30s in --fault “${text}”; found “${value}”.`,
  );
};

const wholeReplicas = (value: string, text: string): number => {
  if (/^[1-9]\d*$/.test(value)) return Number(value);
  throw new UsageFault(`Expected replicas= as a whole number from 1 in --fault “${text}”; found “${value}”.`);
};

const byOf = (kind: Fault['kind'], by: string | undefined, text: string): { readonly by?: number } => {
  switch (kind) {
    case 'down':
    case 'flush':
      if (by !== undefined)
        throw new UsageFault(`“${kind}” has no degree: leave out “by=${by}” in --fault “${text}”.`);
      return {};
    case 'slow':
    case 'spike': {
      const factor = /^(\d+(?:\.\d+)?)x?$/.exec(by ?? '')?.[1];
      if (factor !== undefined && Number(factor) > 0) return { by: Number(factor) };
      throw new UsageFault(`Expected by= as a factor such as 4x in --fault “${text}”; found ${said(by)}.`);
    }
    case 'errors': {
      const part = parseQuantity(by ?? '');
      if (typeof part !== 'string' && Object.keys(part.dimension).length === 0 && part.value <= 1)
        return { by: part.value };
      throw new UsageFault(`Expected by= as a share such as 20% in --fault “${text}”; found ${said(by)}.`);
    }
  }
};

const said = (value: string | undefined): string => (value === undefined ? 'nothing' : `“${value}”`);

/** The same design with these happening to it too; a fault that strikes nothing is a mistake. */
export const withFaults = (design: Design, faults: readonly Fault[]): Design => {
  for (const fault of faults) mustStrike(design, fault);
  return { ...design, faults: [...design.faults, ...faults] };
};

const mustStrike = (design: Design, { component, workload, zone, region }: Fault): void => {
  const ids = design.components.map(({ id }) => id);
  const settings = (name: string) =>
    design.components.flatMap((one) => {
      const value = one.settings[name];
      return typeof value === 'string' ? [value] : [];
    });
  const known = [
    ['component', component, ids],
    ['workload', workload, design.workloads.map(({ name }) => name)],
    ['zone', zone, settings('zone')],
    ['region', region, settings('region')],
  ] as const;
  for (const [what, name, names] of known) {
    if (name === undefined || names.includes(name)) continue;
    const there = [...new Set(names)];
    const told = there.length === 0 ? ` It has none.` : ` It has ${there.join(', ')}.`;
    throw new UsageFault(
      `“${design.name}” has no ${what} “${name}” for a --fault to strike.${didYouMean(name, there) || told}`,
    );
  }
};
