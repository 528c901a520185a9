// Text fields and the search box, labelled, with help and error in their place.
import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import {
  Button as AriaButton,
  FieldError,
  Input,
  Label,
  SearchField as AriaSearchField,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps,
} from 'react-aria-components';
import { t } from '../messages/message.ts';
import { cx } from './class-names.ts';
import styles from './field.module.css';

type Props = Omit<TextFieldProps, 'className' | 'style' | 'children'> & {
  readonly label: string;
  readonly help?: string;
  readonly error?: string | undefined;
  /** Rows of a longer text; a single line where absent. */
  readonly rows?: number;
  readonly hideLabel?: boolean;
};

/** A labelled text field, of one line or several. */
export function TextField({ label, help, error, rows, hideLabel = false, ...rest }: Props) {
  return (
    // An error is told, and holds nobody back: the same words may do the next time.
    <AriaTextField
      {...rest}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      className={cx(styles.field)}
    >
      <Label className={hideLabel ? 'visually-hidden' : cx(styles.label)}>{label}</Label>
      {rows === undefined ? (
        <Input className={cx(styles.input)} />
      ) : (
        <TextArea className={cx(styles.input, styles.area)} rows={rows} />
      )}
      {help ? (
        <Text slot="description" className={cx(styles.help)}>
          {help}
        </Text>
      ) : null}
      <FieldError className={cx(styles.error)}>{error}</FieldError>
    </AriaTextField>
  );
}

type SearchProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Arrow down leaves the box for what it found. */
  readonly onLeaveDown?: () => void;
};

/** The search box: Escape empties it, arrow down goes on to the results. */
export function SearchField(props: SearchProps) {
  const { label, placeholder, value, onChange, inputRef, onLeaveDown } = props;
  return (
    <AriaSearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      className={cx(styles.search)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' && onLeaveDown) onLeaveDown();
      }}
    >
      <Search className={styles.searchIcon} aria-hidden size={16} />
      <Input
        {...(inputRef ? { ref: inputRef } : {})}
        className={cx(styles.searchInput)}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
      />
      {value === '' ? null : (
        <AriaButton className={cx(styles.clear)} aria-label={t('search.clear')}>
          <X aria-hidden size={14} />
        </AriaButton>
      )}
    </AriaSearchField>
  );
}
