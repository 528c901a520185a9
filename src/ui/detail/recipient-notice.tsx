// Whose a credential is: compared with the person's names and addresses, on this computer.
import { CircleHelp, UserCheck, UserRound, UserX, type LucideIcon } from 'lucide-react';
import type { CredentialRecord } from '../../domain/credential.ts';
import { useAppState } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { LinkButton } from '../controls/button.tsx';
import { cx } from '../controls/class-names.ts';
import { t } from '../messages/message.ts';
import styles from './notice.module.css';

const ICONS: Readonly<Record<'mine' | 'somebody-else' | 'nobody' | 'unknown', LucideIcon>> = {
  mine: UserCheck,
  'somebody-else': UserX,
  nobody: UserRound,
  unknown: CircleHelp,
};

/** The notice; nothing before a record was compared. */
export function RecipientNotice({ record }: { readonly record: CredentialRecord }) {
  const { identities } = useAppState();
  const { go } = useDesk();
  const match = record.recipientMatch;
  if (!match) return null;
  const settings = (
    <LinkButton onPress={() => go({ kind: 'settings' })}>{t('match.settings')}</LinkButton>
  );
  // Said once in the settings, not again over every credential.
  if (match.state === 'unknown' && identities.length === 0) {
    return (
      <p className={styles.quiet}>
        {t('match.unknown')}. {settings}
      </p>
    );
  }
  const Icon = ICONS[match.state];
  return (
    <div className={cx(styles.notice, match.state === 'somebody-else' && styles.warning)}>
      <Icon aria-hidden size={16} />
      <div className={styles.words}>
        <p className={styles.strong}>
          <bdi>{headOf(match, identities)}</bdi>
        </p>
        {match.state === 'mine' ? null : (
          <p>
            {match.state === 'somebody-else'
              ? t('match.somebodyElseText')
              : match.state === 'nobody'
                ? t('match.nobodyText')
                : t('match.unknownText')}{' '}
            {match.state === 'nobody' ? null : settings}
          </p>
        )}
      </div>
    </div>
  );
}

function headOf(
  match: NonNullable<CredentialRecord['recipientMatch']>,
  identities: readonly { readonly id: string; readonly value: string }[],
): string {
  switch (match.state) {
    case 'mine': {
      const value = identities.find(({ id }) => id === match.by)?.value;
      if (value === undefined) return t('match.mine');
      return match.hashed ? t('match.mineHashed', { value }) : t('match.mineName', { value });
    }
    case 'somebody-else':
      return t('match.somebodyElse');
    case 'nobody':
      return t('match.nobody');
    case 'unknown':
      return t('match.unknown');
  }
}
