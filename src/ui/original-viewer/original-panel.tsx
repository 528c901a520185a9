// The original as received: its picture or pages, its data as a tree, and the bytes to take away.
import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { CredentialRecord } from '../../domain/credential.ts';
import { useApp } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { Button } from '../controls/button.tsx';
import { Segments } from '../controls/choice.tsx';
import { boxesOf } from '../detail/provenance.ts';
import { t } from '../messages/message.ts';
import { DataView } from './data-view.tsx';
import styles from './original-viewer.module.css';
import { PictureView } from './picture-view.tsx';
import { isText, TextView } from './text-view.tsx';

type View = 'picture' | 'data';

/** True for originals that can be looked at as pictures. */
export function hasPicture(mediaType: string): boolean {
  return mediaType.startsWith('image/') || mediaType === 'application/pdf';
}

/** True for originals that carry data: everything but bare documents and pictures. */
export function carriesData({ carrier, signed }: CredentialRecord): boolean {
  return signed || !/^(?:pdf|picture|file)$/.test(carrier);
}

type Props = {
  readonly record: CredentialRecord;
  /** Whether to show where fields were read, where the caller keeps that; else the panel does. */
  readonly boxes?: { readonly shown: boolean; readonly onChange: (shown: boolean) => void };
};

/** The panel. It fills its parent. */
export function OriginalPanel({ record, boxes: held }: Props) {
  const app = useApp();
  const { perform } = useDesk();
  const { original, id } = record;
  const hasData = carriesData(record);
  const pictured = hasPicture(original.mediaType);
  const [view, setView] = useState<View>(pictured ? 'picture' : 'data');
  const [boxesShown, setBoxesShown] = useState(false);
  const boxes = useMemo(() => boxesOf(record), [record]);
  const text = isText(original.mediaType) ? (
    <TextView key={id} load={() => app.original(id)} />
  ) : undefined;
  const save = async () => {
    const bytes = app.original(id);
    if (!(await perform(bytes))) return;
    const result = await bytes;
    if (result.ok) {
      await perform(app.saveFile(original.fileName, original.mediaType, result.value));
    }
  };
  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        {pictured && hasData ? (
          <Segments
            label={t('original.show')}
            value={view}
            options={[
              {
                value: 'picture',
                label:
                  original.mediaType === 'application/pdf'
                    ? t('original.pages')
                    : t('original.picture'),
              },
              { value: 'data', label: t('original.data') },
            ]}
            onChange={setView}
          />
        ) : null}
        <span className={styles.spacer} />
        <Button kind="quiet" icon={Download} onPress={() => void save()}>
          {t('original.save')}
        </Button>
      </div>
      {view === 'picture' && pictured ? (
        <PictureView
          key={id}
          load={(page, pixels) => app.picture(id, page, pixels)}
          boxes={boxes}
          boxesShown={held?.shown ?? boxesShown}
          onBoxesShown={held?.onChange ?? setBoxesShown}
        />
      ) : hasData ? (
        <DataView
          key={id}
          load={() => app.payload(id)}
          otherwise={text ?? <p className={styles.none}>{t('data.unreadable')}</p>}
        />
      ) : (
        (text ?? <p className={styles.none}>{t('original.noView')}</p>)
      )}
    </div>
  );
}
