// The pane beside the list: the focused credential, or how many are selected.
import { Maximize2, MousePointerClick, Rows3 } from 'lucide-react';
import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { CredentialId } from '../../domain/id.ts';
import { useDesk } from '../app-shell/desk.tsx';
import { IconButton } from '../controls/button.tsx';
import { cx } from '../controls/class-names.ts';
import { EmptyState } from '../controls/empty-state.tsx';
import type { LibraryView } from '../library/library-view.ts';
import { t } from '../messages/message.ts';
import { OriginalPanel } from '../original-viewer/original-panel.tsx';
import { AboutPanel } from './about-panel.tsx';
import { ChecksPanel } from './checks-panel.tsx';
import { CredentialHeader } from './credential-header.tsx';
import styles from './detail.module.css';
import { useCredential } from './use-credential.ts';

/** The content of the inspector. */
export function Inspector({ view }: { readonly view: LibraryView }) {
  const { selected, active } = view.selection;
  if (selected.size > 1) {
    return (
      <EmptyState icon={Rows3} title={t('inspector.several', { count: selected.size })}>
        {t('inspector.severalText')}
      </EmptyState>
    );
  }
  if (active === undefined) {
    return (
      <EmptyState icon={MousePointerClick} title={t('inspector.noneTitle')}>
        {t('inspector.noneText')}
      </EmptyState>
    );
  }
  return <InspectedCredential id={active} />;
}

type PanelId = 'about' | 'original' | 'checks';

function InspectedCredential({ id }: { readonly id: CredentialId }) {
  const { go } = useDesk();
  const loaded = useCredential(id);
  const [panel, setPanel] = useState<PanelId>('about');
  if (loaded.kind === 'loading') return null;
  if (loaded.kind === 'gone') return <p className={styles.gone}>{t('credential.gone')}</p>;
  const { record } = loaded;
  return (
    <>
      <div className={styles.inspectorTop}>
        <CredentialHeader record={record} level={2} />
        <IconButton
          icon={Maximize2}
          label={t('inspector.open')}
          onPress={() => go({ kind: 'credential', id, from: 'library' })}
        />
      </div>
      <Tabs
        className={cx(styles.tabs)}
        selectedKey={panel}
        onSelectionChange={(key) => setPanel(key as PanelId)}
      >
        <TabList aria-label={t('detail.parts')} className={cx(styles.tabList)}>
          <Tab id="about" className={cx(styles.tab)}>
            {t('detail.about')}
          </Tab>
          <Tab id="original" className={cx(styles.tab)}>
            {t('detail.original')}
          </Tab>
          <Tab id="checks" className={cx(styles.tab)}>
            {t('detail.checks')}
          </Tab>
        </TabList>
        <TabPanel id="about" className={cx(styles.panel)}>
          <AboutPanel key={id} record={record} level={3} />
        </TabPanel>
        <TabPanel id="original" className={cx(styles.panel, styles.fill)}>
          <OriginalPanel key={id} record={record} />
        </TabPanel>
        <TabPanel id="checks" className={cx(styles.panel)}>
          <ChecksPanel record={record} level={3} />
        </TabPanel>
      </Tabs>
    </>
  );
}
