// An original that is text: pasted words, a mail, a table, XML. Shown as the text it is, whatever it says.
import { useEffect, useEffectEvent, useState } from 'react';
import { problemWording } from '../../domain/problem-wording.ts';
import type { Result } from '../../domain/result.ts';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { t } from '../messages/message.ts';
import styles from './original-viewer.module.css';

/** As much as a person looks through, and as a page shows at once. */
const MOST_CHARACTERS = 20_000;
const TEXTS = /^(?:text\/|message\/|application\/(?:.+\+)?(?:xml|json)$)/u;

/** True for originals that can be shown as text. */
export function isText(mediaType: string): boolean {
  return TEXTS.test(mediaType);
}

type Props = { readonly load: () => Promise<Result<Uint8Array>> };

/** The beginning of the text, read from the original when this view opens. */
export function TextView({ load }: Props) {
  const [shown, setShown] = useState<{ readonly text: string; readonly whole: boolean }>();
  const [complaint, setComplaint] = useState<string>();
  const ask = useEffectEvent(load);
  useEffect(() => {
    let latest = true;
    void ask().then((result) => {
      if (!latest) return;
      if (result.ok) setShown(beginningOf(result.value));
      else setComplaint(problemWording(result.problem));
    });
    return () => {
      latest = false;
    };
  }, []);
  if (complaint !== undefined) return <p className={styles.none}>{complaint}</p>;
  if (!shown) return null;
  return (
    <div className={styles.data}>
      {shown.whole ? null : <p className={styles.label}>{t('data.beginning')}</p>}
      {/* A scrolling region must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.text} tabIndex={0} role="group" aria-label={t('data.text')}>
        <UntrustedText text={shown.text} max={MOST_CHARACTERS} />
      </div>
    </div>
  );
}

function beginningOf(bytes: Uint8Array): { text: string; whole: boolean } {
  // Four bytes are the most that a character takes.
  const text = new TextDecoder().decode(bytes.subarray(0, MOST_CHARACTERS * 4));
  const whole = bytes.byteLength <= MOST_CHARACTERS * 4 && text.length <= MOST_CHARACTERS;
  return { text: text.slice(0, MOST_CHARACTERS), whole };
}
