// What the person saw when they opened the verification page themselves: first the page, outside and after a
// question, then what it said. Laurel asks nobody here.
import { ExternalLink, ImagePlus, X } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { corrected } from '../../domain/corrected-record.ts';
import type { CredentialRecord } from '../../domain/credential.ts';
import type { SeenRecord } from '../../domain/trust.ts';
import { useDesk } from '../app-shell/desk.tsx';
import { Button, IconButton } from '../controls/button.tsx';
import { RadioChoice } from '../controls/choice.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { TextField } from '../controls/field.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { t } from '../messages/message.ts';
import { sizeWording } from '../sizes.ts';
import { isDay, todayIn } from './day-wording.ts';
import styles from './trust.module.css';
import { useTrust } from './use-trust.ts';

const MOST_PICTURE_BYTES = 20_000_000;
const SAID = ['same', 'differs', 'gone'] as const satisfies readonly SeenRecord['said'][];

type Picture = { readonly name: string; readonly size: number; readonly file: File };
type Complaints = { readonly url?: string; readonly day?: string; readonly said?: string };

type Props = { readonly record: CredentialRecord; readonly onClose: () => void };

/** The dialog. */
export function SeenDialog({ record, onClose }: Props) {
  const trust = useTrust();
  const { askLink, perform, announce } = useDesk();
  const named = corrected(record).verifyUrl;
  const [url, setUrl] = useState(record.seen?.url ?? named ?? '');
  const [said, setSaid] = useState<SeenRecord['said'] | ''>('');
  const [day, setDay] = useState(() => todayIn(Date.now()));
  const [note, setNote] = useState('');
  const [picture, setPicture] = useState<Picture>();
  const [complaints, setComplaints] = useState<Complaints>({});
  const [pictureComplaint, setPictureComplaint] = useState<string>();

  const take = (file: File | undefined) => {
    if (!file) return;
    const isTooLarge = file.size > MOST_PICTURE_BYTES;
    setPictureComplaint(isTooLarge ? t('seen.pictureTooLarge') : undefined);
    if (!isTooLarge) setPicture({ name: file.name, size: file.size, file });
  };
  const keep = async () => {
    const found = complaintsOf(url.trim(), day, said, Date.now());
    setComplaints(found);
    if (Object.keys(found).length > 0 || said === '') return;
    const kept = await perform(
      (async () =>
        trust.recordSeen(record.id, {
          url: url.trim(),
          seenAt: instantOf(day, Date.now()),
          said,
          ...(note.trim() === '' ? {} : { note: note.trim() }),
          ...(picture ? { picture: new Uint8Array(await picture.file.arrayBuffer()) } : {}),
        }))(),
    );
    if (!kept) return;
    announce(t('seen.kept'));
    onClose();
  };
  return (
    <Dialog
      open
      title={t('seen.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" onPress={() => void keep()}>
            {t('seen.keep')}
          </Button>
        </>
      }
    >
      <p>{t('seen.text')}</p>
      <div className={styles.stack}>
        <TextField
          type="url"
          label={t('seen.url')}
          help={t('seen.urlHelp')}
          value={url}
          onChange={setUrl}
          error={complaints.url}
          autoFocus={named === undefined}
        />
        <div>
          <Button
            icon={ExternalLink}
            onPress={() => askLink(url.trim())}
            isDisabled={url.trim() === ''}
            autoFocus={named !== undefined}
          >
            {t('seen.open')}
          </Button>
        </div>
      </div>
      <div>
        <RadioChoice<SeenRecord['said'] | ''>
          label={t('seen.question')}
          value={said}
          options={SAID.map((value) => ({
            value,
            label: t(`seen.said.${value}`),
            help: t(`seen.saidHelp.${value}`),
          }))}
          onChange={setSaid}
        />
        {complaints.said === undefined ? null : (
          <p className={styles.error} role="alert">
            {complaints.said}
          </p>
        )}
      </div>
      <TextField
        type="date"
        label={t('seen.day')}
        value={day}
        onChange={setDay}
        error={complaints.day}
      />
      <TextField
        label={t('seen.note')}
        value={note}
        onChange={setNote}
        rows={2}
        maxLength={2_000}
      />
      <div className={styles.stack}>
        {picture ? (
          <p className={styles.picked}>
            <UntrustedText text={picture.name} max={120} />
            <span className={styles.soft}>{sizeWording(picture.size)}</span>
            <IconButton
              icon={X}
              label={t('seen.noPicture')}
              onPress={() => setPicture(undefined)}
              small
            />
          </p>
        ) : null}
        <div>
          <FileTrigger
            acceptedFileTypes={['image/png', 'image/jpeg', 'image/webp']}
            onSelect={(files) => take(files?.[0])}
          >
            <Button icon={ImagePlus}>{t('seen.picture')}</Button>
          </FileTrigger>
        </div>
        <p className={styles.soft}>{t('seen.pictureHelp')}</p>
        {pictureComplaint === undefined ? null : (
          <p className={styles.error} role="alert">
            {pictureComplaint}
          </p>
        )}
      </div>
    </Dialog>
  );
}

/** What is wrong with the entries, by field; nothing where they can be kept. */
export function complaintsOf(url: string, day: string, said: string, nowMs: number): Complaints {
  return {
    ...(isPageAddress(url) ? {} : { url: t('seen.urlWrong') }),
    ...(isDay(day) && day <= todayIn(nowMs) ? {} : { day: t('seen.dayWrong') }),
    ...(said === '' ? { said: t('seen.saidWrong') } : {}),
  };
}

function isPageAddress(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:';
}

/** Now where it was today; noon where only the day is known. */
export function instantOf(day: string, nowMs: number): string {
  return day === todayIn(nowMs) ? new Date(nowMs).toISOString() : `${day}T12:00:00Z`;
}
