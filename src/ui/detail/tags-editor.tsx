// The tags of one credential: taken off here, put on in the tag dialog.
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { CredentialRecord } from '../../domain/credential.ts';
import { useApp, useAppState } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { Button } from '../controls/button.tsx';
import { TagChip } from '../controls/tag-chip.tsx';
import { TagDialog } from '../library/tag-dialog.tsx';
import { t } from '../messages/message.ts';
import styles from './detail.module.css';

/** The row of tags with the button that adds one. */
export function TagsEditor({ record }: { readonly record: CredentialRecord }) {
  const app = useApp();
  const { tags } = useAppState();
  const { perform } = useDesk();
  const [adding, setAdding] = useState(false);
  const carried = tags.filter((tag) => record.tags.includes(tag.id));
  return (
    <div className={styles.tagRow}>
      {carried.map((tag) => (
        <TagChip
          key={tag.id}
          tag={tag}
          onRemove={() => void perform(app.untag([record.id], tag.id))}
        />
      ))}
      <Button kind="quiet" icon={Plus} onPress={() => setAdding(true)}>
        {t('tags.add')}
      </Button>
      {adding ? <TagDialog ids={[record.id]} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}
