// A headed part of the settings.
import { useId, type ReactNode } from 'react';
import styles from './settings-screen.module.css';

type Props = { readonly title: string; readonly text: string; readonly children: ReactNode };

/** The part with its heading and what it is about. */
export function SettingsPart({ title, text, children }: Props) {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id} className={styles.partTitle}>
        {title}
      </h2>
      <p className={styles.note}>{text}</p>
      {children}
    </section>
  );
}
