// Title, issuer and standing of a credential, with its picture.
import { corrected } from '../../domain/corrected-record.ts';
import { issuerLabelOf, standingOfRecord, titleOf } from '../../domain/summary.ts';
import { useState } from 'react';
import type { CredentialRecord } from '../../domain/credential.ts';
import { EndsSoonBadge, FlagBadge, StandingBadge } from '../controls/standing-badge.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { daysUntil, endsSoon } from '../dates.ts';
import { Thumbnail } from '../library/thumbnail.tsx';
import { t } from '../messages/message.ts';
import styles from './detail.module.css';

type Props = { readonly record: CredentialRecord; readonly level: 1 | 2 };

/** The head of the inspector and of the full view. */
export function CredentialHeader({ record: read, level }: Props) {
  const record = corrected(read);
  const Heading = level === 1 ? 'h1' : 'h2';
  const { latestReport, validUntil } = record;
  const issuerName = issuerLabelOf(record.issuer);
  const flags = latestReport?.flags ?? [];
  const [nowMs] = useState(() => Date.now());
  const soon = flags.length === 0 && validUntil && endsSoon(validUntil, nowMs);
  return (
    <div className={styles.head} data-level={level}>
      <Thumbnail id={record.id} mediaType={record.original.mediaType} size="large" />
      <div className={styles.headWords}>
        <Heading className={styles.title}>
          <UntrustedText text={titleOf(record)} max={300} />
        </Heading>
        <p className={styles.issuer}>
          {issuerName ? <UntrustedText text={issuerName} max={200} /> : t('credential.noIssuer')}
        </p>
        <p className={styles.badges}>
          <StandingBadge standing={standingOfRecord(record)} />
          {flags.map((flag) => (
            <FlagBadge key={flag} flag={flag} />
          ))}
          {soon ? <EndsSoonBadge days={daysUntil(validUntil, nowMs)} /> : null}
        </p>
      </div>
    </div>
  );
}
