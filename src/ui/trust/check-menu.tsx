// Checking a selection again: on this computer, or with the issuers.
import { ChevronDown, CloudDownload, RefreshCw } from 'lucide-react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { cx } from '../controls/class-names.ts';
import menuStyles from '../controls/menu.module.css';
import { t } from '../messages/message.ts';

type Props = { readonly onCheck: () => void; readonly onAsk: () => void };

/** The button with its two choices. */
export function CheckMenu({ onCheck, onAsk }: Props) {
  return (
    <MenuTrigger>
      <AriaButton className={cx(menuStyles.button, menuStyles.quiet)}>
        <RefreshCw aria-hidden size={16} />
        {t('selection.check')}
        <ChevronDown aria-hidden size={14} />
      </AriaButton>
      <Popover className={cx(menuStyles.popover)} placement="top start" offset={4}>
        <Menu
          aria-label={t('selection.check')}
          className={cx(menuStyles.menu)}
          onAction={(key) => (key === 'here' ? onCheck() : onAsk())}
        >
          <MenuItem id="here" textValue={t('selection.checkHere')} className={cx(menuStyles.item)}>
            <RefreshCw aria-hidden size={16} strokeWidth={1.75} />
            {t('selection.checkHere')}
          </MenuItem>
          <MenuItem id="issuers" textValue={t('online.button')} className={cx(menuStyles.item)}>
            <CloudDownload aria-hidden size={16} strokeWidth={1.75} />
            {t('online.button')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
