// What the credential says: dates, people, skills, descriptions; and what the holder added: tags, notes.
import { Award, Copy, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CredentialRecord, SkillSource } from '../../domain/credential.ts';
import { useDesk } from '../app-shell/desk.tsx';
import { IconButton } from '../controls/button.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { formatDate, formatMoment, useDateLocale } from '../dates.ts';
import { formatAndCarrierWording } from '../format-wording.ts';
import type { PlainKey } from '../messages/en.ts';
import { t } from '../messages/message.ts';
import { problemWording } from '../../domain/problem-wording.ts';
import styles from './detail.module.css';
import { Narrative, OutsideLink } from './narrative.tsx';
import { NotesEditor } from './notes-editor.tsx';
import { TagsEditor } from './tags-editor.tsx';

const SKILL_SOURCES: Readonly<Record<SkillSource, PlainKey>> = {
  issuer: 'skill.issuer',
  extracted: 'skill.extracted',
  holder: 'skill.holder',
  coach: 'skill.coach',
};

type Props = { readonly record: CredentialRecord; readonly level: 2 | 3 };

/** The panel; `level` is the level of its headings. */
export function AboutPanel({ record, level }: Props) {
  const { achievement, evidence, problems } = record;
  return (
    <div className={styles.about}>
      {problems.length > 0 ? (
        <ul className={styles.problems} aria-label={t('detail.problems')}>
          {problems.map((problem, index) => (
            <li key={index}>
              <bdi>{problemWording(problem)}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
      <Facts record={record} />
      <Part level={level} title={t('detail.tags')}>
        <TagsEditor record={record} />
      </Part>
      {record.skills.length > 0 ? (
        <Part level={level} title={t('detail.skills')}>
          <ul className={styles.skills}>
            {record.skills.map((skill, index) => (
              <li key={index} className={styles.skill} title={t(SKILL_SOURCES[skill.source])}>
                {skill.source === 'issuer' ? (
                  <Award aria-hidden size={13} />
                ) : (
                  <UserRound aria-hidden size={13} />
                )}
                <UntrustedText text={skill.name} max={120} />
                {skill.level ? (
                  <span className={styles.soft}>
                    <UntrustedText text={skill.level} max={60} />
                  </span>
                ) : null}
                <span className="visually-hidden"> ({t(SKILL_SOURCES[skill.source])})</span>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      {achievement.description ? (
        <Part level={level} title={t('detail.description')}>
          <Narrative text={achievement.description} />
        </Part>
      ) : null}
      {achievement.criteriaNarrative || achievement.criteriaUrl ? (
        <Part level={level} title={t('detail.criteria')}>
          {achievement.criteriaNarrative ? (
            <Narrative text={achievement.criteriaNarrative} />
          ) : null}
          {achievement.criteriaUrl ? (
            <p>
              <OutsideLink url={achievement.criteriaUrl} />
            </p>
          ) : null}
        </Part>
      ) : null}
      {evidence.length > 0 ? (
        <Part level={level} title={t('detail.evidence')}>
          <ul className={styles.evidence}>
            {evidence.map((one, index) => (
              <li key={index}>
                {one.name ? (
                  <p className={styles.strong}>
                    <UntrustedText text={one.name} />
                  </p>
                ) : null}
                {one.description ? <Narrative text={one.description} /> : null}
                {one.narrative ? <Narrative text={one.narrative} /> : null}
                {one.id ? (
                  <p>
                    <OutsideLink url={one.id} />
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      <Part level={level} title={t('detail.notes')}>
        <NotesEditor key={record.id} record={record} />
      </Part>
    </div>
  );
}

type PartProps = { readonly title: string; readonly level: 2 | 3; readonly children: ReactNode };

function Part({ title, level, children }: PartProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={styles.part}>
      <Heading className={styles.partTitle}>{title}</Heading>
      {children}
    </section>
  );
}

function Facts({ record }: { readonly record: CredentialRecord }) {
  const locale = useDateLocale();
  const { announce } = useDesk();
  const { recipient, issuedOn, validFrom, validUntil, original } = record;
  const identifiers = recipient.identifiers.map((one) => one.value);
  const copy = (text: string) => {
    void navigator.clipboard.writeText(text).then(
      () => announce(t('common.copied')),
      () => announce(t('common.copyFailed')),
    );
  };
  return (
    <dl className={styles.facts}>
      {recipient.name || identifiers.length > 0 ? (
        <Fact term={t('fact.recipient')}>
          {recipient.name ? <UntrustedText text={recipient.name} /> : null}
          {identifiers.slice(0, 3).map((value) => (
            <span key={value} className={styles.identifier}>
              <UntrustedText text={value} max={120} />
            </span>
          ))}
        </Fact>
      ) : null}
      {issuedOn ? <Fact term={t('fact.issued')}>{formatDate(issuedOn, locale)}</Fact> : null}
      {validFrom && validFrom.text !== issuedOn?.text ? (
        <Fact term={t('fact.validFrom')}>{formatDate(validFrom, locale)}</Fact>
      ) : null}
      <Fact term={t('fact.ends')}>
        {validUntil ? formatDate(validUntil, locale) : t('fact.noEnd')}
      </Fact>
      {record.credentialNumber ? (
        <Fact term={t('fact.number')}>
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
        <Fact term={t('fact.verify')}>
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

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
