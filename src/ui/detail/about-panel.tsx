// What the credential says: dates, people, skills, descriptions; and what the holder added: corrections,
// copies, tags, notes.
import { Award, PenLine, UserRound } from 'lucide-react';
import { useState } from 'react';
import { corrected } from '../../domain/corrected-record.ts';
import type { CredentialRecord, SkillSource } from '../../domain/credential.ts';
import { problemWording } from '../../domain/problem-wording.ts';
import { Button } from '../controls/button.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { CorrectionsForm } from '../corrections/corrections-form.tsx';
import { FamilyPart } from '../family/family-part.tsx';
import type { PlainKey } from '../messages/en.ts';
import { t } from '../messages/message.ts';
import styles from './detail.module.css';
import { Facts } from './facts.tsx';
import { Narrative, OutsideLink } from './narrative.tsx';
import { NotesEditor } from './notes-editor.tsx';
import { Part } from './part.tsx';
import { RecipientNotice } from './recipient-notice.tsx';
import { TagsEditor } from './tags-editor.tsx';

const SKILL_SOURCES: Readonly<Record<SkillSource, PlainKey>> = {
  issuer: 'skill.issuer',
  extracted: 'skill.extracted',
  holder: 'skill.holder',
  coach: 'skill.coach',
};

type Props = {
  /** The record as read; its corrections are applied here. */
  readonly record: CredentialRecord;
  /** The level of its headings. */
  readonly level: 2 | 3;
};

/** The panel. */
export function AboutPanel({ record: read, level }: Props) {
  const [correcting, setCorrecting] = useState(false);
  const record = corrected(read);
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
      <RecipientNotice record={read} />
      {correcting ? (
        <CorrectionsForm record={read} onClose={() => setCorrecting(false)} />
      ) : (
        <>
          <Facts record={read} />
          {read.binnedAt ? null : (
            <div className={styles.tagRow}>
              <Button kind="quiet" icon={PenLine} onPress={() => setCorrecting(true)}>
                {t('correct.open')}
              </Button>
            </div>
          )}
        </>
      )}
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
      <FamilyPart record={read} level={level} />
      <Part level={level} title={t('detail.notes')}>
        <NotesEditor key={record.id} record={record} />
      </Part>
    </div>
  );
}
