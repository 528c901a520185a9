// How the checks of a credential went over time: its reports, the documents they rest on, and what changed in
// those documents. Nothing here is ever overwritten.
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { corrected } from '../../domain/corrected-record.ts';
import type { CredentialRecord } from '../../domain/credential.ts';
import type { Reader } from '../../domain/reason-wording.ts';
import { titleOf } from '../../domain/summary.ts';
import { Button } from '../controls/button.tsx';
import { cx } from '../controls/class-names.ts';
import { Dialog } from '../controls/dialog.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { t } from '../messages/message.ts';
import { Differences } from './differences.tsx';
import { Receipts } from './receipts.tsx';
import { ReportHistory } from './report-history.tsx';
import detailStyles from '../detail/detail.module.css';
import styles from './trust.module.css';

type Props = {
  readonly record: CredentialRecord;
  readonly reader: Reader;
  readonly onClose: () => void;
};

/** The dialog. */
export function HistoryDialog({ record, reader, onClose }: Props) {
  const tab = cx(detailStyles.tab);
  const panel = cx(styles.tabPanel);
  return (
    <Dialog
      open
      broad
      title={t('history.title')}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <p className={styles.soft}>
        <UntrustedText text={titleOf(corrected(record))} max={300} />
      </p>
      <Tabs>
        <TabList aria-label={t('history.parts')} className={cx(styles.tabList)}>
          <Tab id="reports" className={tab}>
            {t('history.reports')}
          </Tab>
          <Tab id="documents" className={tab}>
            {t('history.documents')}
          </Tab>
          <Tab id="differences" className={tab}>
            {t('history.differences')}
          </Tab>
        </TabList>
        <TabPanel id="reports" className={panel}>
          <ReportHistory id={record.id} reader={reader} />
        </TabPanel>
        <TabPanel id="documents" className={panel}>
          <Receipts id={record.id} />
        </TabPanel>
        <TabPanel id="differences" className={panel}>
          <Differences id={record.id} />
        </TabPanel>
      </Tabs>
    </Dialog>
  );
}
