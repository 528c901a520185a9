// The chip beside a field: where it was read, and whether it is a guess.
import { CircleHelp } from 'lucide-react';
import type { FieldSource } from '../../domain/field-source.ts';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { t } from '../messages/message.ts';
import styles from './provenance.module.css';
import { isGuess, sourceWording } from './provenance.ts';

/** The chip; nothing for a field whose place is not known. */
export function ProvenanceChip({ source }: { readonly source: FieldSource | undefined }) {
  if (!source) return null;
  return (
    <span className={styles.chips}>
      <span className={styles.chip}>
        <UntrustedText text={sourceWording(source)} max={120} quiet />
      </span>
      {isGuess(source) ? (
        <span className={styles.guess}>
          <CircleHelp aria-hidden size={12} />
          {t('source.guess')}
        </span>
      ) : null}
    </span>
  );
}
