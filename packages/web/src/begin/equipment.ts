/** What is known of the room one sits in: whether it was looked at, and what a window has room for. */

export type Checked = { readonly how: 'checked' | 'skipped'; readonly at: number };

export const checkedFrom = (text: string | undefined): Checked | undefined => {
  const [how, at] = (text ?? '').split(' ');
  return (how === 'checked' || how === 'skipped') && Number.isFinite(Number(at)) && at !== ''
    ? { how, at: Number(at) }
    : undefined;
};

export const checkedText = ({ how, at }: Checked): string => `${how} ${at}`;

/** Both panes stand side by side from here on, measured in the browser's own text size. */
const BOTH_REM = 64;

export type Window = {
  readonly width: number;
  readonly height: number;
  readonly rem: number;
  readonly ratio: number;
};

export type ScreenFact = { readonly good: boolean; readonly text: string };

/** In sentences: how wide the window is, how far it is zoomed, whether both panes fit, and what to do where they do not. */
export const screenFacts = ({ width, height, rem, ratio }: Window): readonly ScreenFact[] => {
  const fits = width >= BOTH_REM * rem;
  const tall = height >= 30 * rem;
  return [
    {
      good: fits,
      text: fits
        ? `The window is ${width} pixels wide: conversation and board stand side by side.`
        : `The window is ${width} pixels wide: conversation and board are tabs. From ${BOTH_REM * rem} on they stand side by side.`,
    },
    {
      good: tall,
      text: tall
        ? `It is ${height} pixels high: each pane scrolls in itself.`
        : `It is ${height} pixels high: the whole page scrolls. Make the window higher or zoom out to keep the field in sight.`,
    },
    { good: true, text: zoomText(ratio) },
  ];
};

const zoomText = (ratio: number): string =>
  `Zoom and screen together draw it at ${Math.round(ratio * 100)} %. Change the zoom if letters are too small, or use the sizes of text above.`;

/** From samples around 0 to a level from 0 to 1 that moves with a voice as an ear hears it. */
export const levelOf = (samples: Float32Array): number => {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const rms = Math.sqrt(sum / Math.max(1, samples.length));
  const decibels = 20 * Math.log10(Math.max(rms, 1e-6));
  return Math.min(1, Math.max(0, (decibels - QUIET_DB) / (LOUD_DB - QUIET_DB)));
};

const QUIET_DB = -60;
const LOUD_DB = -12;

export type MicrophoneTrouble = 'refused' | 'none' | 'busy' | 'unsupported' | 'other';

/** By the name of what the browser threw. */
export const troubleOf = (name: string): MicrophoneTrouble => {
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'other';
};

export const TROUBLES: Readonly<Record<MicrophoneTrouble, string>> = {
  refused:
    'The browser did not let this page hear it. Press the sign to the left of the address, allow the microphone, then listen again. You can also go on without: everything is done in writing.',
  none: 'No microphone was found. Plug one in, or go on without: everything is done in writing.',
  busy: 'Another program holds the microphone. Close it, then listen again.',
  unsupported:
    'This browser gives microphones only to pages at 127.0.0.1 or over HTTPS. Open Dryrun at the address it printed, or go on without.',
  other: 'The microphone could not be opened. Unplug it, plug it in again, then listen once more.',
};
