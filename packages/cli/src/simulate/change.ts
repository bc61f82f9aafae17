/** A design with one setting of one component written differently, and read again as if a person had written it so. */
import { readDesign, toDocument } from '@dryrun/design';
import type { Design } from '@dryrun/design';
import type { Palette } from '@dryrun/domain';
import { didYouMean } from '@dryrun/text';
import { UsageFault } from '../command.ts';

export const withSetting = (
  design: Design,
  { component, name }: { readonly component: string; readonly name: string },
  value: string,
  palette: Palette,
): Design => {
  const ids = design.components.map(({ id }) => id);
  if (!ids.includes(component))
    throw new UsageFault(
      `“${design.name}” has no component “${component}” to change.${didYouMean(component, ids) || ` It has ${ids.join(', ')}.`}`,
    );
  const written = /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  const changed: Design = {
    ...design,
    components: design.components.map((one) =>
      one.id === component ? { ...one, written: { ...one.written, [name]: written } } : one,
    ),
  };
  const read = readDesign(toDocument(changed), palette);
  if (read.design) return read.design;
  const wrong = read.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  throw new UsageFault(`With ${component}.${name} at ${value} the design cannot run: ${wrong.join(' ')}`);
};
