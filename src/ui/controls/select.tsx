// A labelled choice of one from a list, as forms need it.
import { Check, ChevronDown } from 'lucide-react';
import {
  Button as AriaButton,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';
import { cx } from './class-names.ts';
import styles from './select.module.css';

type Props<Value extends string> = {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
};

/** The choice. Labels may be untrusted text; they are isolated. */
export function Select<Value extends string>(props: Props<Value>) {
  const { label, hideLabel = false, value, options, onChange } = props;
  return (
    <AriaSelect
      className={cx(styles.select)}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen) onChange(chosen.value);
      }}
    >
      <Label className={hideLabel ? 'visually-hidden' : cx(styles.label)}>{label}</Label>
      <AriaButton className={cx(styles.button)}>
        <SelectValue className={cx(styles.value)} />
        <ChevronDown aria-hidden size={14} />
      </AriaButton>
      <Popover className={cx(styles.popover)} offset={4}>
        <ListBox className={cx(styles.list)}>
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className={cx(styles.option)}
            >
              {({ isSelected }) => (
                <>
                  <span className={styles.tick}>
                    {isSelected ? <Check aria-hidden size={12} strokeWidth={3} /> : null}
                  </span>
                  <bdi className={styles.words}>{option.label}</bdi>
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
