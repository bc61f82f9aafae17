/** How surely a passage can be cited under a dimension, to somebody who sees its words alone, and how much it says. */
import { z } from 'zod';
import { Dimension } from './vocabulary.ts';
import { Weighing } from './weighing.ts';

export const Citing = z.record(Dimension, Weighing).readonly();
export type Citing = z.infer<typeof Citing>;

/** What a passage says, whatever it is of: something specific to this system, and what only somebody with command of it says. */
export const Substance = z.strictObject({ specific: Weighing, commanding: Weighing }).readonly();
export type Substance = z.infer<typeof Substance>;
