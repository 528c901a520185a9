// The credential's data as a tree. A signed token is decoded into header and content, and labelled:
// decoding is not checking.
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import type { CredentialPayload } from '../../domain/credential.ts';
import type { Result } from '../../domain/result.ts';
import { problemWording } from '../../domain/problem-wording.ts';
import { t } from '../messages/message.ts';
import { JsonTree } from './json-tree.tsx';
import styles from './original-viewer.module.css';
import { readPayload } from './read-payload.ts';

type Props = {
  readonly load: () => Promise<Result<CredentialPayload | undefined>>;
  /** Shown where there is no data that can be read. */
  readonly otherwise: ReactNode;
};

type Shown =
  | { readonly kind: 'tree'; readonly value: unknown; readonly token: boolean }
  | { readonly kind: 'sentence'; readonly text: string }
  | { readonly kind: 'none' };

/** The tree of a payload, read from the original when this view opens. */
export function DataView({ load, otherwise }: Props) {
  const [shown, setShown] = useState<Shown>();
  const ask = useEffectEvent(load);
  useEffect(() => {
    let latest = true;
    void ask().then((result) => {
      if (latest) setShown(shownOf(result));
    });
    return () => {
      latest = false;
    };
  }, []);
  if (!shown) return null;
  if (shown.kind === 'none') return otherwise;
  if (shown.kind === 'sentence') return <p className={styles.none}>{shown.text}</p>;
  return (
    <div className={styles.data}>
      {shown.token ? <p className={styles.label}>{t('data.decoded')}</p> : null}
      <JsonTree value={shown.value} label={t('data.label')} />
    </div>
  );
}

function shownOf(result: Result<CredentialPayload | undefined>): Shown {
  if (!result.ok) return { kind: 'sentence', text: problemWording(result.problem) };
  const value = result.value ? readPayload(result.value) : undefined;
  if (value === undefined) return { kind: 'none' };
  return { kind: 'tree', value, token: result.value?.kind !== 'json' };
}
