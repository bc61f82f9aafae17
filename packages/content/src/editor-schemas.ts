import { Asking, Citing, Judgement, PaletteFile, Substance } from '@dryrun/domain';
import { z } from 'zod';
import { FormatFile, SystemEntry } from './catalogue.ts';
import { GpusFile, LlmModelsFile } from './hardware.ts';
import { FactsFile, ItemsFile, ScenarioLevelsFile, SpecimenFile, TwistsFile } from './scenario-files.ts';
import {
  AreaEntry,
  Concept,
  FollowUpEntry,
  GeneralTwistEntry,
  LevelEntry,
  Pair,
  RubricDimension,
  Signal,
  SubjectEntry,
} from './shared-files.ts';

/** Each kind of content file with the shape it is checked by: name → JSON Schema, for editors. */
export const editorSchemas = (): Readonly<Record<string, unknown>> => {
  const shapes = {
    systems: z.array(SystemEntry),
    levels: z.array(LevelEntry),
    format: FormatFile,
    signals: z.array(Signal),
    rubric: z.array(RubricDimension),
    pairs: z.array(Pair),
    concepts: z.array(Concept),
    'follow-ups': z.array(FollowUpEntry),
    areas: z.array(AreaEntry),
    subjects: z.array(SubjectEntry),
    'general-twists': z.array(GeneralTwistEntry),
    judgement: Judgement,
    asking: Asking,
    citing: Citing,
    substance: Substance,
    components: PaletteFile,
    gpus: GpusFile,
    'llm-models': LlmModelsFile,
    facts: FactsFile,
    items: ItemsFile,
    twists: TwistsFile,
    'scenario-levels': ScenarioLevelsFile,
    specimen: SpecimenFile,
  };
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [
      name,
      z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }),
    ]),
  );
};
