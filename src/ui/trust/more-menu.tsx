// What else can be done with the checks of a credential: its history, saving a report, details for experts,
// and what the person looked up.
import {
  ChevronDown,
  Eye,
  FileJson,
  FlaskConical,
  History,
  Package,
  type LucideIcon,
} from 'lucide-react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { CredentialId } from '../../domain/id.ts';
import { useApp } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { cx } from '../controls/class-names.ts';
import menuStyles from '../controls/menu.module.css';
import type { PlainKey } from '../messages/en.ts';
import { t } from '../messages/message.ts';
import type { TrustDialogKind } from './trust-dialog.tsx';
import styles from './trust.module.css';
import { settled, useTrust } from './use-trust.ts';

type Choice = Exclude<TrustDialogKind, 'online'> | 'json' | 'bundle';

const CHOICES: readonly {
  readonly id: Choice;
  readonly icon: LucideIcon;
  readonly words: PlainKey;
}[] = [
  { id: 'history', icon: History, words: 'more.history' },
  { id: 'seen', icon: Eye, words: 'more.seen' },
  { id: 'json', icon: FileJson, words: 'more.saveJson' },
  { id: 'bundle', icon: Package, words: 'more.saveBundle' },
  { id: 'facts', icon: FlaskConical, words: 'more.facts' },
];

type Props = {
  readonly id: CredentialId;
  readonly onOpen: (kind: TrustDialogKind) => void;
};

/** The button with its menu. */
export function MoreMenu({ id, onOpen }: Props) {
  const save = useSaveReport();
  const choose = (choice: Choice) => {
    if (choice === 'json' || choice === 'bundle') void save(id, choice);
    else onOpen(choice);
  };
  return (
    <MenuTrigger>
      <AriaButton className={cx(menuStyles.button, menuStyles.quiet, styles.more)}>
        {t('more.button')}
        <ChevronDown aria-hidden size={14} />
      </AriaButton>
      <Popover className={cx(menuStyles.popover)} placement="bottom end" offset={4}>
        <Menu
          aria-label={t('more.label')}
          className={cx(menuStyles.menu)}
          onAction={(key) => {
            const chosen = CHOICES.find((one) => one.id === key);
            if (chosen) choose(chosen.id);
          }}
        >
          {CHOICES.map(({ id: choice, icon: Icon, words }) => (
            <MenuItem key={choice} id={choice} textValue={t(words)} className={cx(menuStyles.item)}>
              <Icon aria-hidden size={16} strokeWidth={1.75} />
              {t(words)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Saves the latest report, alone or with everything it rests on. */
export function useSaveReport(): (id: CredentialId, as: 'json' | 'bundle') => Promise<void> {
  const app = useApp();
  const trust = useTrust();
  const { perform, announce, complain } = useDesk();
  return async (id, as) => {
    const made = await settled(trust.exportReport(id, as));
    if (!made.ok) {
      complain(made.problem);
      return;
    }
    const { name, mediaType, bytes } = made.value;
    const saving = app.saveFile(name, mediaType, bytes);
    if (!(await perform(saving))) return;
    const saved = await saving;
    if (saved.ok && saved.value) announce(t('more.saved', { name }));
  };
}
