import { PLAIN } from '../base/button.ts';
import { TROUBLES } from './equipment.ts';
import type { useMicrophone } from './use-microphone.ts';

type Props = ReturnType<typeof useMicrophone>;

/** Asked for when it is pressed, and not before. */
export const MicrophoneCheck = ({ microphone, level, listen, stop }: Props) => (
  <section aria-labelledby="microphone-title">
    <h3 id="microphone-title" className="font-strong">
      Microphone
    </h3>
    <p className="mt-1 text-pretty text-small">
      You answer in writing, so none is needed; it helps if you dictate. Nothing is recorded and nothing is
      sent: the level is worked out on this page and forgotten.
    </p>
    <div className="mt-3 flex min-h-9 flex-wrap items-center gap-3">
      {microphone.state === 'on' ? (
        <>
          <button type="button" onClick={stop} className={`text-small ${PLAIN}`}>
            Stop listening
          </button>
          <label className="min-w-0 flex-1 text-small">
            <span className="sr-only">Which microphone</span>
            <select
              value={microphone.device}
              onChange={({ target }) => void listen(target.value)}
              className="h-9 w-full min-w-0 rounded border border-edge bg-paper px-2"
            >
              {microphone.devices.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </>
      ) : (
        <button
          type="button"
          onClick={() => void listen()}
          aria-disabled={microphone.state === 'asking'}
          className={`text-small ${PLAIN}`}
        >
          {microphone.state === 'asking' ? 'Asking the browser…' : 'Listen to the microphone'}
        </button>
      )}
    </div>
    <div className="mt-3 min-h-12 text-small">
      {microphone.state === 'on' && <Meter level={level} />}
      {microphone.state === 'refused' && (
        <p role="alert" className="border-concern border-l-2 pl-3 text-pretty">
          {TROUBLES[microphone.trouble]}
        </p>
      )}
    </div>
  </section>
);

const Meter = ({ level }: { readonly level: number }) => (
  <>
    <div
      role="meter"
      aria-label="Level of the microphone"
      aria-valuenow={Math.round(level * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
      className="h-2 overflow-hidden rounded-[1px] bg-line forced-colors:border"
    >
      <div
        className="h-full bg-accent transition-[width] forced-colors:bg-[Highlight]"
        style={{ width: `${100 * level}%` }}
      />
    </div>
    <p className="mt-1.5 text-muted">Say a sentence: the line moves when you are heard.</p>
  </>
);
