// What the checks of a credential say: first in a sentence, then check by check; and every way to look again,
// to look back, and to say what one saw oneself.
import { CloudDownload, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { CredentialRecord } from '../../domain/credential.ts';
import type { Reader } from '../../domain/reason-wording.ts';
import type { VerificationReport } from '../../domain/report.ts';
import { standingOfRecord } from '../../domain/summary.ts';
import { standingWording } from '../../domain/wording.ts';
import { useApp } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { Button } from '../controls/button.tsx';
import { Segments } from '../controls/choice.tsx';
import { FlagBadge, StandingBadge } from '../controls/standing-badge.tsx';
import { formatMoment, useDateLocale } from '../dates.ts';
import { t } from '../messages/message.ts';
import { dayWording } from '../trust/day-wording.ts';
import { headlineOf } from '../trust/headline.ts';
import { IssuerBlock, IssuerWarning } from '../trust/issuer-block.tsx';
import { MoreMenu } from '../trust/more-menu.tsx';
import { ReportChecks } from '../trust/report-checks.tsx';
import { SeenNotice } from '../trust/seen-notice.tsx';
import { TrustDialog, type TrustDialogKind } from '../trust/trust-dialog.tsx';
import styles from './checks-panel.module.css';

type Props = { readonly record: CredentialRecord; readonly level: 2 | 3 };

/** The panel of checks; `level` is the level of its headings. */
export function ChecksPanel({ record, level }: Props) {
  const app = useApp();
  const { perform } = useDesk();
  const [reader, setReader] = useState<Reader>('holder');
  const [dialog, setDialog] = useState<TrustDialogKind>();
  const report = record.latestReport;
  const standing = standingOfRecord(record);
  return (
    <div className={styles.panel}>
      {report ? (
        <>
          <IssuerWarning report={report} reader={reader} />
          <Summary report={report} standing={standing} />
        </>
      ) : (
        <p>{t('checks.never')}</p>
      )}
      <div className={styles.acts}>
        {report && asksSites(report) ? (
          <Button icon={CloudDownload} onPress={() => setDialog('online')}>
            {t('checks.askIssuer')}
          </Button>
        ) : null}
        <Button icon={RefreshCw} onPress={() => void perform(app.verify([record.id]))}>
          {report ? t('checks.again') : t('checks.now')}
        </Button>
        <MoreMenu id={record.id} onOpen={setDialog} />
      </div>
      <SeenNotice record={record} />
      {report ? (
        <>
          <div>
            <Segments
              label={t('checks.reader')}
              value={reader}
              options={[
                { value: 'holder', label: t('checks.forHolder') },
                { value: 'employer', label: t('checks.forEmployer') },
              ]}
              onChange={setReader}
            />
          </div>
          <ReportChecks
            key={`${record.id} ${report.checkedAt}`}
            report={report}
            reader={reader}
            level={level}
          />
          <IssuerBlock record={record} report={report} level={level} />
        </>
      ) : null}
      <TrustDialog
        kind={dialog}
        record={record}
        reader={reader}
        onClose={() => setDialog(undefined)}
      />
    </div>
  );
}

type SummaryProps = {
  readonly report: VerificationReport;
  readonly standing: VerificationReport['standing'];
};

function Summary({ report, standing }: SummaryProps) {
  const locale = useDateLocale();
  return (
    <div className={styles.summary}>
      <p className={styles.badges}>
        <StandingBadge standing={standing} />
        {report.flags.map((flag) => (
          <FlagBadge key={flag} flag={flag} />
        ))}
      </p>
      <p className={styles.headline} data-headline>
        {headlineOf(report, locale).join(' ')}
      </p>
      <p className={styles.soft}>{standingWording(standing).meaning}</p>
      <p className={styles.soft}>
        {t('checks.checkedOn', { when: formatMoment(report.checkedAt, locale) })}
        {'. '}
        {report.asOf.slice(0, 10) === report.checkedAt.slice(0, 10)
          ? null
          : `${t('checks.judgedAt', { day: dayWording(report.asOf, locale) })} `}
        {basisOf(report, locale)}
      </p>
    </div>
  );
}

/** Whether sites were asked for the report, or since when what it rests on was kept. */
function basisOf(report: VerificationReport, locale: string): string {
  if (report.askedNetwork) return t('checks.asked');
  const [oldest] = report.materials
    .flatMap(({ readAt, use }) => (readAt === undefined || use === 'context' ? [] : [readAt]))
    .sort();
  return oldest === undefined
    ? t('checks.noNetwork')
    : t('checks.keptFrom', { day: dayWording(oldest, locale) });
}

/** False where it is known that no check of the report stands on a site. */
function asksSites({ wanted, materials, unanswered }: VerificationReport): boolean {
  if (wanted === undefined || wanted.length > 0 || (unanswered ?? []).length > 0) return true;
  return materials.some(({ use }) => use !== undefined && use !== 'context');
}
