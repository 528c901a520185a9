// A headed part of a panel.
import type { ReactNode } from 'react';
import styles from './detail.module.css';

type Props = {
  readonly title: string;
  readonly level: 2 | 3;
  readonly children: ReactNode;
};

/** The part with its heading. */
export function Part({ title, level, children }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={styles.part}>
      <Heading className={styles.partTitle}>{title}</Heading>
      {children}
    </section>
  );
}
