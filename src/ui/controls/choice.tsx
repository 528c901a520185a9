// Choosing one of a few: a row of segments for views, radio buttons for settings; and the on/off switch.
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Label,
  RadioButton,
  RadioField,
  RadioGroup,
  SwitchButton,
  SwitchField,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components';
import styles from './choice.module.css';
import { cx } from './class-names.ts';

type Option<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly help?: string;
  readonly icon?: LucideIcon;
};

type Props<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
};

/** A compact row of segments, exactly one of them on. */
export function Segments<Value extends string>({ label, value, options, onChange }: Props<Value>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={cx(styles.segments)}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.value));
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map(({ value: id, label: text, icon: Icon }) => (
        <ToggleButton key={id} id={id} className={cx(styles.segment)}>
          {Icon ? <Icon aria-hidden size={14} /> : null}
          {text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** Radio buttons under a label, each with a sentence of help where it has one. */
export function RadioChoice<Value extends string>({
  label,
  value,
  options,
  onChange,
}: Props<Value>) {
  return (
    <RadioGroup
      className={cx(styles.radios)}
      value={value}
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen);
        if (option) onChange(option.value);
      }}
    >
      <Label className={cx(styles.label)}>{label}</Label>
      {options.map((option) => (
        <RadioField key={option.value} value={option.value}>
          <RadioButton className={cx(styles.radio)}>
            <span className={styles.dot} aria-hidden />
            <span className={styles.words}>
              <span>{option.label}</span>
              {option.help ? <span className={styles.help}>{option.help}</span> : null}
            </span>
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  );
}

type SwitchProps = {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: ReactNode;
  readonly help?: string;
};

/** An on/off switch with its words. */
export function Switch({ on, onChange, children, help }: SwitchProps) {
  return (
    <SwitchField isSelected={on} onChange={onChange}>
      <SwitchButton className={cx(styles.switch)}>
        <span className={styles.track} aria-hidden />
        <span className={styles.words}>
          <span>{children}</span>
          {help ? <span className={styles.help}>{help}</span> : null}
        </span>
      </SwitchButton>
    </SwitchField>
  );
}
