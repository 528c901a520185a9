// The Add button: every way in which something comes into the library.
import {
  ClipboardPaste,
  CloudDownload,
  FilePlus2,
  FolderPlus,
  FolderSync,
  Plus,
  type LucideIcon,
} from 'lucide-react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useDesk } from '../app-shell/desk.tsx';
import { cx } from '../controls/class-names.ts';
import type { PlainKey } from '../messages/en.ts';
import { t } from '../messages/message.ts';
import styles from './add.module.css';

type Way = 'files' | 'folder' | 'paste' | 'provider' | 'watch';

const WAYS: readonly { readonly way: Way; readonly icon: LucideIcon; readonly words: PlainKey }[] =
  [
    { way: 'files', icon: FilePlus2, words: 'add.files' },
    { way: 'folder', icon: FolderPlus, words: 'add.folder' },
    { way: 'paste', icon: ClipboardPaste, words: 'add.paste' },
    { way: 'provider', icon: CloudDownload, words: 'add.provider' },
    { way: 'watch', icon: FolderSync, words: 'add.watch' },
  ];

/** The button with its menu. */
export function AddMenu() {
  const { pickFiles, pickFolder, add } = useDesk();
  const go = (way: Way) => {
    if (way === 'files') pickFiles();
    else if (way === 'folder') pickFolder();
    else add({ kind: way });
  };
  return (
    <MenuTrigger>
      <AriaButton className={cx(styles.button)}>
        <Plus aria-hidden size={16} />
        {t('add.button')}
      </AriaButton>
      <Popover className={cx(styles.popover)} placement="bottom end" offset={4}>
        <Menu
          aria-label={t('add.menu')}
          className={cx(styles.menu)}
          onAction={(key) => {
            const chosen = WAYS.find(({ way }) => way === key);
            if (chosen) go(chosen.way);
          }}
        >
          {WAYS.map(({ way, icon: Icon, words }) => (
            <MenuItem key={way} id={way} textValue={t(words)} className={cx(styles.item)}>
              <Icon aria-hidden size={16} strokeWidth={1.75} />
              {t(words)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
