// Parts of the report on a file: what was found in it, what stands in the way, how it is kept, and a
// message to the issuer.
import { Copy, Search, TriangleAlert } from 'lucide-react';
import type { Finding } from '../../domain/finding.ts';
import { findingWording } from '../../domain/finding-wording.ts';
import type { InboxEntry } from '../../domain/inbox.ts';
import type { Problem } from '../../domain/problem.ts';
import { problemWording } from '../../domain/problem-wording.ts';
import { useDesk } from '../app-shell/desk.tsx';
import { Button } from '../controls/button.tsx';
import { Part } from '../detail/part.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { t } from '../messages/message.ts';
import { sizeWording } from '../sizes.ts';
import { issuerMessage } from './issuer-message.ts';
import styles from './report.module.css';

/** What was found and where, in the order it was looked for. */
export function FoundPart({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <Part level={3} title={t('report.found')}>
      {findings.length === 0 ? <p className={styles.soft}>{t('report.nothingFound')}</p> : null}
      <ul className={styles.found}>
        {findings.map((found, index) => (
          <li key={index} className={styles.finding}>
            <Search aria-hidden size={14} />
            <span>
              <UntrustedText text={findingWording(found)} max={300} />
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** What stands in the way, in sentences; nothing where nothing does. */
export function ProblemsPart({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <Part level={3} title={t('report.problems')}>
      <ul className={styles.problems}>
        {problems.map((problem, index) => (
          <li key={index} className={styles.finding}>
            <TriangleAlert aria-hidden size={14} />
            <span>
              <UntrustedText text={problemWording(problem)} max={600} />
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

type AskProps = {
  readonly problems: readonly Problem[];
  readonly fileName: string;
  readonly title?: string;
};

/** A message the person can send; nothing where the issuer cannot help. */
export function AskIssuerPart({ problems, fileName, title }: AskProps) {
  const { announce } = useDesk();
  const message = issuerMessage(problems, fileName, title);
  if (message === undefined) return null;
  const copy = () => {
    void navigator.clipboard.writeText(message).then(
      () => announce(t('common.copied')),
      () => announce(t('common.copyFailed')),
    );
  };
  return (
    <Part level={3} title={t('ask.title')}>
      <blockquote className={styles.message}>
        <bdi>{message}</bdi>
      </blockquote>
      <div>
        <Button icon={Copy} onPress={copy}>
          {t('ask.copy')}
        </Button>
      </div>
    </Part>
  );
}

type KeptProps = {
  readonly fileName: string;
  readonly bytes: number | undefined;
  readonly from: InboxEntry['from'];
  readonly fetchedFrom?: string | undefined;
  readonly kept: boolean;
};

/** How the file is kept, and the container it came in. */
export function KeptPart({ fileName, bytes, from, fetchedFrom, kept }: KeptProps) {
  return (
    <Part level={3} title={t('report.kept')}>
      <p className={styles.soft}>
        <bdi>
          {kept
            ? t('report.keptWhole', { file: fileName.slice(0, 160), size: sizeWording(bytes ?? 0) })
            : t('report.notKept')}
        </bdi>
      </p>
      {from ? (
        <p className={styles.soft}>
          <bdi>
            {t('report.keptFrom', {
              file: from.fileName.slice(0, 160),
              part: from.part.slice(0, 160),
            })}
          </bdi>
        </p>
      ) : null}
      {fetchedFrom === undefined ? null : (
        <p className={styles.soft}>
          <bdi>{t('report.fetchedFrom', { address: fetchedFrom.slice(0, 300) })}</bdi>
        </p>
      )}
    </Part>
  );
}
