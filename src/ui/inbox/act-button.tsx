// A button of the inbox with the key that does the same.
import type { LucideIcon } from 'lucide-react';
import { Button } from '../controls/button.tsx';
import styles from './report.module.css';

type Props = {
  readonly icon: LucideIcon;
  readonly words: string;
  /** The key as it stands on the keyboard. */
  readonly shortcut: string;
  readonly primary?: boolean;
  readonly onPress: () => void;
};

/** The button. The key is decoration; screen readers learn it from the shortcut attribute. */
export function ActButton({ icon, words, shortcut, primary = false, onPress }: Props) {
  return (
    <Button
      kind={primary ? 'primary' : 'plain'}
      icon={icon}
      onPress={onPress}
      aria-keyshortcuts={shortcut}
    >
      {words}
      <kbd className={styles.key} aria-hidden>
        {shortcut}
      </kbd>
    </Button>
  );
}
