// A button that opens a menu of choices: one of them, or several with counts.
import { Check, ChevronDown, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { t } from '../messages/message.ts';
import { cx } from './class-names.ts';
import styles from './menu.module.css';

export type MenuOption<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly mark?: ReactNode;
  readonly count?: number;
};

type Props<Value extends string> = {
  readonly label: string;
  /** What is chosen, where the label is the choice itself. */
  readonly name?: string;
  readonly icon?: LucideIcon;
  readonly options: readonly MenuOption<Value>[];
  readonly chosen: readonly Value[];
  readonly several: boolean;
  /** Without a frame, for a row that has buttons enough. */
  readonly quiet?: boolean;
  readonly onChange: (chosen: readonly Value[]) => void;
  /** What the menu says when there is nothing to choose. */
  readonly empty?: string;
};

/** The button with its menu. A choice of several keeps the menu open. */
export function ChoiceMenu<Value extends string>(props: Props<Value>) {
  const { label, name, icon: Icon, options, chosen, several, quiet, onChange, empty } = props;
  return (
    <MenuTrigger>
      <AriaButton
        {...(name ? { 'aria-label': `${name}: ${label}` } : {})}
        className={cx(
          styles.button,
          quiet && styles.quiet,
          several && chosen.length > 0 && styles.active,
        )}
      >
        {Icon ? <Icon aria-hidden size={16} /> : null}
        <span>{label}</span>
        {several && chosen.length > 0 ? (
          <span className={styles.number}>
            {chosen.length}
            <span className="visually-hidden"> {t('filters.chosen')}</span>
          </span>
        ) : null}
        <ChevronDown aria-hidden size={14} />
      </AriaButton>
      <Popover className={cx(styles.popover)} placement="bottom start" offset={4}>
        <Menu
          aria-label={name ?? label}
          className={cx(styles.menu)}
          selectionMode={several ? 'multiple' : 'single'}
          disallowEmptySelection={!several}
          selectedKeys={chosen}
          onSelectionChange={(keys) => {
            const all = keys === 'all';
            onChange(
              options.filter(({ value }) => all || keys.has(value)).map(({ value }) => value),
            );
          }}
          renderEmptyState={() => <p className={styles.empty}>{empty}</p>}
        >
          {options.map(({ value, label: words, mark, count }) => (
            <MenuItem
              key={value}
              id={value}
              textValue={words}
              className={cx(styles.item)}
              shouldCloseOnSelect={!several}
            >
              {({ isSelected }) => (
                <>
                  <span className={cx(several ? styles.box : styles.tick, isSelected && styles.on)}>
                    {isSelected ? <Check aria-hidden size={12} strokeWidth={3} /> : null}
                  </span>
                  {mark}
                  <bdi className={styles.words}>{words}</bdi>
                  {count === undefined ? null : <span className={styles.count}>{count}</span>}
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
