// The fields of a credential as terms and values, each with where it was read.
import { Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CorrectableField } from '../../domain/correction.ts';
import { corrected } from '../../domain/corrected-record.ts';
import type { CredentialRecord } from '../../domain/credential.ts';
import type { FieldSource } from '../../domain/field-source.ts';
import { useDesk } from '../app-shell/desk.tsx';
import { IconButton } from '../controls/button.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { TakeBack } from '../corrections/take-back.tsx';
import { formatDate, formatMoment, useDateLocale } from '../dates.ts';
import { formatAndCarrierWording } from '../format-wording.ts';
import { t } from '../messages/message.ts';
import styles from './detail.module.css';
import { OutsideLink } from './narrative.tsx';
import { ProvenanceChip } from './provenance-chip.tsx';
import { isGuess } from './provenance.ts';

type Props = {
  /** The record as read; its corrections are applied here. */
  readonly record: CredentialRecord;
  /** True where title and issuer do not stand above already. */
  readonly whole?: boolean;
};

/** The fields of a credential, each with the place it was read at and what the person put right. */
export function Facts({ record: read, whole = false }: Props) {
  const record = corrected(read);
  const locale = useDateLocale();
  const { announce } = useDesk();
  const { recipient, issuedOn, validFrom, validUntil, original, sources, corrections } = record;
  const identifiers = recipient.identifiers
    .map(({ value }) => value)
    .filter((value) => value !== recipient.name);
  const copy = (text: string) => {
    void navigator.clipboard.writeText(text).then(
      () => announce(t('common.copied')),
      () => announce(t('common.copyFailed')),
    );
  };
  return (
    <dl className={styles.facts}>
      {whole || corrections?.title || isUnsure(sources?.title) ? (
        <Fact term={t('field.title')} source={sources?.title} from={read} field="title">
          <UntrustedText text={record.achievement.name} max={300} />
        </Fact>
      ) : null}
      {whole || corrections?.issuer || isUnsure(sources?.issuer) ? (
        <Fact term={t('field.issuer')} source={sources?.issuer} from={read} field="issuer">
          {record.issuer.name ? (
            <UntrustedText text={record.issuer.name} max={200} />
          ) : (
            t('credential.noIssuer')
          )}
        </Fact>
      ) : null}
      {recipient.name || identifiers.length > 0 || corrections?.recipient ? (
        <Fact term={t('fact.recipient')} source={sources?.recipient} from={read} field="recipient">
          {recipient.name ? <UntrustedText text={recipient.name} /> : null}
          {identifiers.slice(0, 3).map((value) => (
            <span key={value} className={styles.identifier}>
              <UntrustedText text={value} max={120} />
            </span>
          ))}
        </Fact>
      ) : null}
      {issuedOn || corrections?.issuedOn ? (
        <Fact term={t('fact.issued')} source={sources?.issuedOn} from={read} field="issuedOn">
          {issuedOn ? formatDate(issuedOn, locale) : t('correct.emptied')}
        </Fact>
      ) : null}
      {validFrom && validFrom.text !== issuedOn?.text ? (
        <Fact term={t('fact.validFrom')} source={sources?.validFrom}>
          {formatDate(validFrom, locale)}
        </Fact>
      ) : null}
      <Fact term={t('fact.ends')} source={sources?.validUntil} from={read} field="validUntil">
        {validUntil ? formatDate(validUntil, locale) : t('fact.noEnd')}
      </Fact>
      {record.credentialNumber ? (
        <Fact
          term={t('fact.number')}
          source={sources?.credentialNumber}
          from={read}
          field="credentialNumber"
        >
          <span className={styles.copyable}>
            <UntrustedText text={record.credentialNumber} max={120} />
            <CopyButton
              label={t('fact.copyNumber')}
              onPress={() => copy(record.credentialNumber ?? '')}
            />
          </span>
        </Fact>
      ) : null}
      {record.verifyUrl ? (
        <Fact term={t('fact.verify')} source={sources?.verifyUrl} from={read} field="verifyUrl">
          <span className={styles.copyable}>
            <OutsideLink url={record.verifyUrl} />
            <CopyButton label={t('link.copy')} onPress={() => copy(record.verifyUrl ?? '')} />
          </span>
        </Fact>
      ) : null}
      {record.achievement.achievementType ? (
        <Fact term={t('fact.type')}>
          <UntrustedText text={record.achievement.achievementType} max={80} />
        </Fact>
      ) : null}
      <Fact term={t('fact.format')}>{formatAndCarrierWording(record.format, record.carrier)}</Fact>
      <Fact term={t('fact.file')}>
        <UntrustedText text={original.fileName} max={160} />
      </Fact>
      <Fact term={t('fact.added')}>{formatMoment(record.addedAt, locale)}</Fact>
    </dl>
  );
}

function CopyButton({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return <IconButton icon={Copy} label={label} onPress={onPress} small />;
}

type FactProps = {
  readonly term: string;
  readonly source?: FieldSource | undefined;
  /** The record as read and the field, where the field can be put right. */
  readonly from?: CredentialRecord;
  readonly field?: CorrectableField;
  readonly children: ReactNode;
};

function Fact({ term, source, from, field, children }: FactProps) {
  const correction = field ? from?.corrections?.[field] : undefined;
  return (
    <div className={styles.fact}>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>
        {children}
        {from && field && correction ? (
          <TakeBack record={from} field={field} />
        ) : (
          <ProvenanceChip source={source} />
        )}
      </dd>
    </div>
  );
}

function isUnsure(source: FieldSource | undefined): boolean {
  return source !== undefined && isGuess(source);
}
