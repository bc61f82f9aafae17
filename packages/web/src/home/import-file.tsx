import { useRef, useState } from 'react';
import { problemOf } from '../base/api-problem.ts';
import type { ApiProblem } from '../base/api-problem.ts';
import { isNamed } from '../base/api.ts';
import { PLAIN } from '../base/button.ts';
import { ProblemNote } from '../base/problem-note.tsx';
import { request } from '../base/request.ts';
import { interviewPath } from '../base/route.ts';
import { go } from '../base/router.ts';

/** Brings in an interview that was saved as a file, and opens it. */
export const ImportFile = () => {
  const [problem, setProblem] = useState<ApiProblem>();
  const input = useRef<HTMLInputElement>(null);
  const bring = async (file: File) => {
    setProblem(undefined);
    try {
      const body = await file.text();
      const { interview } = await request({ method: 'POST', path: '/api/imports', body, isAnswer: isNamed });
      go(interviewPath(interview));
    } catch (reason) {
      setProblem(problemOf(reason));
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
