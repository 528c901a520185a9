// "Same achievement": the copies and reissues that are shown as one, why, and the way to separate them.
import { useEffect, useState } from 'react';
import { corrected } from '../../domain/corrected-record.ts';
import type { CredentialRecord } from '../../domain/credential.ts';
import { standingOfRecord, titleOf } from '../../domain/summary.ts';
import { useApp, useAppState } from '../app-context.tsx';
import { useDesk, type Place } from '../app-shell/desk.tsx';
import { Button, LinkButton } from '../controls/button.tsx';
import { StandingBadge } from '../controls/standing-badge.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { Part } from '../detail/part.tsx';
import { formatAndCarrierWording } from '../format-wording.ts';
import { t } from '../messages/message.ts';
import styles from './family.module.css';

type Props = { readonly record: CredentialRecord; readonly level: 2 | 3 };

/** The part; nothing for a credential without copies. */
export function FamilyPart({ record, level }: Props) {
  const app = useApp();
  const { credentials, waiting, binned } = useAppState();
  const { go, perform } = useDesk();
  const [members, setMembers] = useState<readonly CredentialRecord[]>([]);
  const { id, family } = record;
  useEffect(() => {
    if (!family) return undefined;
    let latest = true;
    void app.family(id).then((found) => {
      if (latest) setMembers(found);
    });
    return () => {
      latest = false;
    };
    // The lists are new objects after each change, also of a copy that they do not show.
  }, [app, id, family, credentials, waiting, binned]);
  if (!family || members.length < 2) return null;
  return (
    <Part level={level} title={t('family.title')}>
      <p className={styles.text}>{t('family.text')}</p>
      <ul className={styles.members}>
        {members.map((member, index) => {
          const title = titleOf(corrected(member));
          const own = member.id === id;
          return (
            <li key={member.id} className={styles.member}>
              <div className={styles.words}>
                <p className={styles.name}>
                  {own ? (
                    <UntrustedText text={title} max={160} />
                  ) : (
                    <LinkButton
                      onPress={() =>
                        go({ kind: 'credential', id: member.id, from: fromPlace(member) })
                      }
                    >
                      <UntrustedText text={title} max={160} />
                    </LinkButton>
                  )}
                </p>
                <p className={styles.soft}>
                  {formatAndCarrierWording(member.format, member.carrier)}
                  {' · '}
                  <UntrustedText text={member.original.fileName} max={80} quiet />
                </p>
                <p className={styles.soft}>
                  {index === 0 ? `${t('family.best')}. ` : ''}
                  {own ? `${t('family.thisOne')}. ` : ''}
                  {member.family ? t(`family.${member.family.reason}`) : ''}
                </p>
              </div>
              <StandingBadge standing={standingOfRecord(member)} />
              <Button
                kind="quiet"
                aria-label={t('family.separateNamed', { title })}
                onPress={() => void perform(app.leaveFamily(member.id))}
              >
                {t('family.separate')}
              </Button>
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

function fromPlace({ inboxedAt, binnedAt }: CredentialRecord): Place {
  if (binnedAt !== undefined) return 'bin';
  return inboxedAt === undefined ? 'library' : 'inbox';
}
