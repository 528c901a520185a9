// One file of an import report: what became of it, what was found in it, and what went wrong.
import {
  BadgeCheck,
  CopyCheck,
  FileText,
  FileX2,
  MinusCircle,
  type LucideIcon,
} from 'lucide-react';
import type { ImportedFile } from '../../app/laurel-app.ts';
import { problemWording } from '../../domain/problem-wording.ts';
import { useDesk } from '../app-shell/desk.tsx';
import { LinkButton } from '../controls/button.tsx';
import { cx } from '../controls/class-names.ts';
import { FlagBadge, StandingBadge } from '../controls/standing-badge.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { fileOutcomeWording, formatAndCarrierWording } from '../format-wording.ts';
import { t } from '../messages/message.ts';
import styles from './import-screen.module.css';

const ICONS: Readonly<Record<ImportedFile['outcome'], LucideIcon>> = {
  read: BadgeCheck,
  kept: FileText,
  refused: FileX2,
  duplicate: CopyCheck,
  cancelled: MinusCircle,
};

/** The row of a file. */
export function ImportedFileRow({ file }: { readonly file: ImportedFile }) {
  const { go } = useDesk();
  const Icon = ICONS[file.outcome];
  return (
    <div className={styles.file}>
      <Icon
        className={cx(styles.icon, styles[file.outcome])}
        aria-hidden
        size={20}
        strokeWidth={1.75}
      />
      <div className={styles.body}>
        <p className={styles.line}>
          <span className={styles.name}>
            <UntrustedText text={file.name} max={160} />
          </span>
          <span className={cx(styles.outcome, styles[file.outcome])}>
            {fileOutcomeWording(file.outcome)}
          </span>
          {file.format === undefined ? null : (
            <span className={styles.format}>
              {formatAndCarrierWording(file.format, file.carrier)}
            </span>
          )}
        </p>
        {file.credentials.length > 0 ? (
          <ul className={styles.credentials}>
            {file.credentials.map((credential) => (
              <li key={credential.id} className={styles.credential}>
                <span className={styles.credentialTitle}>
                  <LinkButton
                    onPress={() => go({ kind: 'credential', id: credential.id, from: 'import' })}
                  >
                    {credential.title === '' ? (
                      t('credential.untitled')
                    ) : (
                      <UntrustedText text={credential.title} max={160} />
                    )}
                  </LinkButton>
                </span>
                <StandingBadge standing={credential.standing} />
                {credential.flags.map((flag) => (
                  <FlagBadge key={flag} flag={flag} />
                ))}
              </li>
            ))}
          </ul>
        ) : null}
        {file.problems.length > 0 ? (
          <ul className={styles.problems}>
            {file.problems.map((problem, index) => (
              <li key={index}>
                <bdi>{problemWording(problem)}</bdi>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}
