// Intermediate values of the checks for experts: what was hashed, which key, which index. Worked out anew each
// time, never stored.
import { ChevronRight } from 'lucide-react';
import { Button as AriaButton, Disclosure, DisclosurePanel } from 'react-aria-components';
import type { CredentialRecord } from '../../domain/credential.ts';
import { CHECK_NAMES, type Fact } from '../../domain/report.ts';
import { checkNameWording } from '../../domain/wording.ts';
import { Button } from '../controls/button.tsx';
import { cx } from '../controls/class-names.ts';
import { Dialog } from '../controls/dialog.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { t } from '../messages/message.ts';
import { CopyButton } from './copy-button.tsx';
import styles from './trust.module.css';
import { useAnswer, useTrust } from './use-trust.ts';

/** Longer values, and those of several lines, are opened one by one. */
const SHORT = 160;
const MOST_CHARACTERS = 65_536;

type Props = { readonly record: CredentialRecord; readonly onClose: () => void };

/** The dialog. */
export function FactsDialog({ record, onClose }: Props) {
  const trust = useTrust();
  const answer = useAnswer(record.id, () => trust.facts(record.id));
  return (
    <Dialog
      open
      broad
      title={t('facts.title')}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <p className={styles.soft}>{t('facts.text')}</p>
      {answer.kind === 'waiting' ? <p role="status">{t('facts.working')}</p> : null}
      {answer.kind === 'problem' ? <p role="alert">{answer.text}</p> : null}
      {answer.kind === 'ready' && answer.value.length === 0 ? <p>{t('facts.none')}</p> : null}
      {answer.kind === 'ready' ? <FactTables facts={answer.value} /> : null}
    </Dialog>
  );
}

function FactTables({ facts }: { readonly facts: readonly Fact[] }) {
  return CHECK_NAMES.map((check) => {
    const rows = facts.filter((fact) => fact.check === check);
    return rows.length === 0 ? null : (
      <table key={check} className={cx(styles.table, styles.facts)}>
        <caption className={styles.caption}>{checkNameWording(check)}</caption>
        <colgroup>
          <col className={styles.factNames} />
          <col />
        </colgroup>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('facts.name')}</th>
            <th scope="col">{t('facts.value')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((fact, index) => (
            <FactRow key={index} fact={fact} />
          ))}
        </tbody>
      </table>
    );
  });
}

function FactRow({ fact: { name, value } }: { readonly fact: Fact }) {
  const isLong = value.length > SHORT || value.includes('\n');
  return (
    <tr>
      <th scope="row" className={styles.factName}>
        <UntrustedText text={name} max={120} />
      </th>
      <td>
        <div className={styles.factValue}>
          {isLong ? (
            <LongValue name={name} value={value} />
          ) : (
            <span className={styles.code}>
              <UntrustedText text={value} max={SHORT} />
            </span>
          )}
          <CopyButton text={value} label={t('facts.copy', { name: name.slice(0, 80) })} />
        </div>
      </td>
    </tr>
  );
}

function LongValue({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <Disclosure>
      <AriaButton slot="trigger" className={cx(styles.opens)}>
        <ChevronRight aria-hidden size={14} className={styles.chevron} />
        {t('facts.characters', { count: value.length })}
      </AriaButton>
      <DisclosurePanel>
        {/* A scrolling region must be reachable by keyboard. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre className={styles.pre} tabIndex={0} role="group" aria-label={name.slice(0, 80)}>
          <UntrustedText text={value} max={MOST_CHARACTERS} />
        </pre>
      </DisclosurePanel>
    </Disclosure>
  );
}
