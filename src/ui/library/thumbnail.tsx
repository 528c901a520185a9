// The small picture of a credential. It is asked for when the row has stayed in sight for a moment, so
// that a fast scroll through ten thousand rows asks for nothing.
import { FileBadge, FileText, Image, type LucideIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { LaurelApp } from '../../app/laurel-app.ts';
import type { CredentialId } from '../../domain/id.ts';
import { useApp } from '../app-context.tsx';
import { cx } from '../controls/class-names.ts';
import styles from './thumbnail.module.css';

const PATIENCE_MS = 60;
const known = new WeakMap<LaurelApp, Map<CredentialId, string | undefined>>();

type Props = {
  readonly id: CredentialId;
  readonly mediaType: string;
  readonly size?: 'small' | 'row' | 'large';
};

/** The picture, or the sign of its kind of file. Decoration: the title stands beside it. */
export function Thumbnail({ id, mediaType, size = 'row' }: Props) {
  const app = useApp();
  const cache = cacheOf(app);
  const [answered, setAnswered] = useState<CredentialId>();
  useEffect(() => {
    if (cache.has(id)) return undefined;
    let wanted = true;
    const timer = setTimeout(() => {
      void app.thumbnail(id).then(
        (url) => {
          cache.set(id, url);
          if (wanted) setAnswered(id);
        },
        () => cache.set(id, undefined),
      );
    }, PATIENCE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [app, cache, id, answered]);
  const url = cache.get(id);
  const Icon = iconOf(mediaType);
  return (
    <span
      className={cx(styles.frame, styles[size], url !== undefined && styles.filled)}
      aria-hidden
    >
      {url === undefined ? (
        <Icon size={size === 'small' ? 14 : 20} strokeWidth={1.5} />
      ) : (
        <img className={styles.picture} src={url} alt="" draggable={false} decoding="async" />
      )}
    </span>
  );
}

function iconOf(mediaType: string): LucideIcon {
  if (mediaType.startsWith('image/')) return Image;
  return mediaType === 'application/pdf' ? FileText : FileBadge;
}

function cacheOf(app: LaurelApp): Map<CredentialId, string | undefined> {
  let cache = known.get(app);
  if (!cache) {
    cache = new Map();
    known.set(app, cache);
  }
  return cache;
}
