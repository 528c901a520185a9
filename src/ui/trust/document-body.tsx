// A kept document as it came: a tree where it is JSON, otherwise its text. It is shown, never run.
import type { Material } from '../../domain/material.ts';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { t } from '../messages/message.ts';
import { JsonTree } from '../original-viewer/json-tree.tsx';
import { documentName } from './material-wording.ts';
import styles from './trust.module.css';
import { useAnswer, useTrust } from './use-trust.ts';

/** As much as a person looks through at once. */
const MOST_CHARACTERS = 20_000;

/** The body, read from the locker when this is shown. */
export function DocumentBody({ material }: { readonly material: Material }) {
  const trust = useTrust();
  const answer = useAnswer(material.id, () => trust.materialBody(material));
  if (answer.kind === 'waiting') return <p role="status">{t('receipts.opening')}</p>;
  if (answer.kind === 'problem') return <p role="alert">{answer.text}</p>;
  const tree = treeOf(answer.value);
  const label = documentName(material.use);
  if (tree !== undefined) {
    return (
      <div className={styles.tree}>
        <JsonTree value={tree} label={label} />
      </div>
    );
  }
  return (
    <>
      {answer.value.length > MOST_CHARACTERS ? (
        <p className={styles.soft}>{t('receipts.beginning')}</p>
      ) : null}
      {/* A scrolling region must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles.pre} tabIndex={0} role="group" aria-label={label}>
        <UntrustedText text={answer.value} max={MOST_CHARACTERS} />
      </pre>
    </>
  );
}

/** The value of a JSON object or array; undefined for any other text. */
function treeOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
