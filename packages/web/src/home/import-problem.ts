import { ApiProblem } from '../base/api-problem.ts';

/** Why a file was not brought in, for whoever chose it: what it should have been, what it is, and where to get one. */
export const importProblem = (file: string, problem: ApiProblem): ApiProblem => {
  const { answer } = problem;
  if (!answer || answer.status >= 500) return problem;
  const [found, todo] = FOUND[answer.code ?? '']?.(answer.detail ?? '', file) ?? [
    answer.detail ?? '',
    SAVE_IT,
  ];
  return new ApiProblem(EXPECTED, `“${file}”. ${found}`, todo, answer);
};

const EXPECTED = 'an interview that was saved from Dryrun: a file that ends in .json';
const SAVE_IT =
  'Open the debrief of the interview, press Export, choose JSON, and bring in the file that is saved.';

type Found = (detail: string, file: string) => readonly [found: string, todo: string];

const FOUND: Readonly<Record<string, Found>> = {
  'not-json': (_, file) => [whatElse(file), SAVE_IT],
  invalid: (_, file) => [whatElse(file), SAVE_IT],
  'too-large': () => ['It is larger than any interview that Dryrun saves.', SAVE_IT],
  'newer-file': (detail) => [detail, 'Update Dryrun, then bring it in again.'],
  exists: (detail) => [
    detail,
    'Delete the one that is here if you want the one in the file, then bring it in again.',
  ],
};

const whatElse = (file: string): string =>
  /\.(?:html?|md|pdf)$/i.test(file)
    ? 'A web page, a text or a PDF of an interview is made to be read, and cannot be brought in again.'
    : 'What is in it is something else.';
