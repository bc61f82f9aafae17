import { useContext, useRef, useState } from 'react';
import { QUIET } from '../base/button.ts';
import { ContestContext } from './contest-context.ts';
import { ContestForm } from './contest-form.tsx';
import { objectionsTo } from './contesting.ts';

type Props = { readonly mark: string; readonly name: string };

/** “I see this differently”: what was written on a mark, and where one writes it. */
export const Contest = ({ mark, name }: Props) => {
  const contesting = useContext(ContestContext);
  const [writing, setWriting] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (!contesting) return null;
  const { interview, debrief, contested, contest } = contesting;
  const close = () => {
    setWriting(false);
    button.current?.focus();
  };
  return (
    <div className="mt-2">
      {objectionsTo(mark, contested, debrief).map(({ reason, at, earlier }) => (
        <div key={at} className="my-2 border-edge border-l-2 pl-3">
          <p className="text-muted text-small">
            You see this differently,{' '}
            <time dateTime={new Date(at).toISOString()}>
              {new Date(at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })}
            </time>
            {earlier && ', on an earlier debrief'}
          </p>
          <p className="whitespace-pre-wrap text-pretty wrap-anywhere">{reason}</p>
        </div>
      ))}
      <button
        ref={button}
        type="button"
        onClick={() => setWriting((open) => !open)}
        aria-expanded={writing}
        aria-label={`I see this differently: ${name}`}
        className={`-ml-2 ${QUIET}`}
      >
        I see this differently
      </button>
      {writing && (
        <ContestForm
          keptAs={`dryrun.contest.${interview}.${mark}`}
          name={name}
          onKeep={(reason) => contest(mark, reason)}
          onClose={close}
        />
      )}
    </div>
  );
};
