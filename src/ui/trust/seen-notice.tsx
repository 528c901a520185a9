// What the person recorded of the verification page: where, when, what it said, and the picture they saved.
import { Eye } from 'lucide-react';
import type { CredentialRecord } from '../../domain/credential.ts';
import { useDesk } from '../app-shell/desk.tsx';
import { Button } from '../controls/button.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { formatMoment, useDateLocale } from '../dates.ts';
import { OutsideLink } from '../detail/narrative.tsx';
import noticeStyles from '../detail/notice.module.css';
import { t } from '../messages/message.ts';
import { SeenPicture } from './seen-picture.tsx';
import { useTrust } from './use-trust.ts';

/** The notice; nothing where nothing was recorded. */
export function SeenNotice({ record }: { readonly record: CredentialRecord }) {
  const trust = useTrust();
  const { perform, announce } = useDesk();
  const locale = useDateLocale();
  const { seen } = record;
  if (!seen) return null;
  const takeBack = async () => {
    if (await perform(trust.recordSeen(record.id, undefined))) announce(t('seen.takenBack'));
  };
  return (
    <section className={noticeStyles.notice} aria-label={t('seen.label')}>
      <Eye aria-hidden size={16} />
      <div className={noticeStyles.words}>
        <p className={noticeStyles.strong}>{t(`seen.recorded.${seen.said}`)}</p>
        <p>{formatMoment(seen.seenAt, locale)}</p>
        <p>
          <OutsideLink url={seen.url} />
        </p>
        {seen.note === undefined || seen.note === '' ? null : (
          <p>
            <UntrustedText text={seen.note} max={2_000} />
          </p>
        )}
        {seen.picture ? <SeenPicture id={record.id} picture={seen.picture} /> : null}
        <div className={noticeStyles.acts}>
          <Button onPress={() => void takeBack()}>{t('seen.takeBack')}</Button>
        </div>
      </div>
    </section>
  );
}
