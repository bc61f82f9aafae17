import { PLAIN, PRIMARY } from '../base/button.ts';
import { useModal } from '../base/use-modal.ts';
import { MicrophoneCheck } from './microphone-check.tsx';
import { ScreenCheck } from './screen-check.tsx';
import { useMicrophone } from './use-microphone.ts';

type Props = {
  readonly open: boolean;
  readonly onDone: () => void;
  readonly onSkip: () => void;
  readonly onClose: () => void;
};

/** A look at microphone and screen before it counts. Leaving it lets go of the microphone. */
export const EquipmentDialog = ({ open, onDone, onSkip, onClose }: Props) => {
  const dialog = useModal(open);
  const microphone = useMicrophone();
  const leaving = (then: () => void) => () => {
    microphone.stop();
    then();
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby="equipment-title"
      onClose={leaving(onClose)}
      className="m-auto w-[min(34rem,calc(100vw-2rem))] rounded border border-line bg-raised text-ink shadow-floating backdrop:bg-[rgb(0_0_0/0.4)]"
    >
      <div className="grid gap-y-6 p-6">
        <h2 id="equipment-title" className="font-strong text-large">
          Before it counts
        </h2>
        <MicrophoneCheck {...microphone} />
        <ScreenCheck />
        <div className="flex flex-wrap justify-end gap-3">
          <button type="button" onClick={leaving(onSkip)} className={PLAIN}>
            Skip it
          </button>
          <button type="button" onClick={leaving(onDone)} className={PRIMARY}>
            All is well
          </button>
        </div>
      </div>
    </dialog>
  );
};
