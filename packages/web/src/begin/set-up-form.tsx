import { ChoiceGroup } from './choice-group.tsx';
import { FocusGroup } from './focus-group.tsx';
import type { Choices, Options } from './choices.ts';

type Props = {
  readonly options: Options;
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
};

export const SetUpForm = ({ options, choices, onChange }: Props) => (
  <div className="grid gap-y-6">
    <ChoiceGroup
      name="level"
      title="Level"
      options={options.level}
      chosen={choices.level}
      onChoose={(level) => onChange({ ...choices, level })}
      noteClass="min-h-10"
    />
    <ChoiceGroup
      name="format"
      title="Format"
      options={options.format}
      chosen={choices.format}
      onChoose={(format) => onChange({ ...choices, format })}
    />
    <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
      <ChoiceGroup
        name="mode"
        title="Manner"
        options={options.mode}
        noteClass="min-h-10"
        chosen={choices.mode}
        onChoose={(mode) => onChange({ ...choices, mode })}
      />
      <ChoiceGroup
        name="persona"
        title="Interviewer"
        options={options.persona}
        noteClass="min-h-10"
        chosen={choices.persona}
        onChoose={(persona) => onChange({ ...choices, persona })}
      />
    </div>
    <ChoiceGroup
      name="pace"
      title="Pace"
      options={options.pace}
      chosen={choices.pace}
      onChoose={(pace) => onChange({ ...choices, pace })}
    />
    <FocusGroup chosen={choices.focus} onChoose={(focus) => onChange({ ...choices, focus })} />
  </div>
);
