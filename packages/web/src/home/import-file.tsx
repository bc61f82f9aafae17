import { useRef, useState } from 'react';
import { problemOf } from '../base/api-problem.ts';
import type { ApiProblem } from '../base/api-problem.ts';
import { LINK, PLAIN } from '../base/button.ts';
import { ProblemNote } from '../base/problem-note.tsx';
import { hasField, request } from '../base/request.ts';
import { interviewPath } from '../base/route.ts';
import { go } from '../base/router.ts';
import { importProblem } from './import-problem.ts';

/** Brings in an interview that was saved as a file, and opens it. */
export const ImportFile = () => {
  const [problem, setProblem] = useState<ApiProblem>();
  const [already, setAlready] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const bring = async (file: File) => {
    setProblem(undefined);
    setAlready(undefined);
    try {
      const body = await file.text();
      const asked = { method: 'POST', path: '/api/imports', body, isAnswer: isImported } as const;
      const { interview, already: wasHere } = await request(asked);
      if (wasHere) setAlready(interview);
      else go(interviewPath(interview));
    } catch (reason) {
      setProblem(importProblem(file.name, problemOf(reason)));
    }
  };
  return (
    <div className="mt-5">
      <label
        className={`w-fit text-small has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 ${PLAIN}`}
      >
        Bring in a file
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          onChange={({ target }) => {
            const file = target.files?.[0];
            target.value = '';
            if (file) void bring(file);
          }}
          className="sr-only"
        />
      </label>
      <p role="status" className="mt-3 text-small empty:hidden">
        {already && (
          <>
            This interview is here already: nothing was added.{' '}
            <a href={interviewPath(already)} className={`inline-flex min-h-7 items-center ${LINK}`}>
              Open it
            </a>
          </>
        )}
      </p>
      {problem && (
        <div className="mt-4">
          <ProblemNote
            title="The file could not be brought in"
            problem={problem}
            retrying={false}
            onRetry={() => input.current?.click()}
            again="Choose another"
          />
        </div>
      )}
    </div>
  );
};

const isImported = hasField<{ readonly interview: string; readonly already: boolean }>(
  'already',
  (value) => typeof value === 'boolean',
);
