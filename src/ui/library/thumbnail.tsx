// The small picture of a credential. It is asked for when the row has stayed in sight for a moment, so
// that a fast scroll through ten thousand rows asks for nothing.
import { FileBadge, FileText, Image } from 'lucide-react';
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
  return (
    <span
      className={cx(styles.frame, styles[size], url !== undefined && styles.filled)}
      aria-hidden
    >
      {url === undefined ? (
        <KindIcon mediaType={mediaType} size={size === 'small' ? 14 : 20} />
      ) : (
        <img
          className={cx(styles.picture, mediaType === 'application/pdf' && styles.page)}
          src={url}
          alt=""
          draggable={false}
          decoding="async"
        />
      )}
    </span>
  );
}

function KindIcon({ mediaType, size }: { readonly mediaType: string; readonly size: number }) {
  if (mediaType.startsWith('image/')) return <Image size={size} strokeWidth={1.5} />;
  if (mediaType === 'application/pdf') return <FileText size={size} strokeWidth={1.5} />;
  return <FileBadge size={size} strokeWidth={1.5} />;
}

function cacheOf(app: LaurelApp): Map<CredentialId, string | undefined> {
  let cache = known.get(app);
  if (!cache) {
    cache = new Map();
    known.set(app, cache);
  }
  return cache;
}
