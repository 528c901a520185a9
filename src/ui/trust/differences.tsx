// What changed in the documents of sites between two readings, field by field, before and after. A document
// that is missing now and one that was taken back are said as that, apart from changed content.
import { Minus, PenLine, Plus, type LucideIcon } from 'lucide-react';
import type { MaterialDifference } from '../../app/trust-app.ts';
import type { CredentialId } from '../../domain/id.ts';
import { ok } from '../../domain/result.ts';
import { cx } from '../controls/class-names.ts';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { formatMoment, useDateLocale } from '../dates.ts';
import type { PlainKey } from '../messages/en.ts';
import { t } from '../messages/message.ts';
import { answerWording, documentName } from './material-wording.ts';
import styles from './trust.module.css';
import { useAnswer, useTrust } from './use-trust.ts';

type Field = MaterialDifference['fields'][number];
type Kind = 'added' | 'removed' | 'changed';

const KINDS: Readonly<Record<Kind, { readonly icon: LucideIcon; readonly words: PlainKey }>> = {
  added: { icon: Plus, words: 'difference.added' },
  removed: { icon: Minus, words: 'difference.removed' },
  changed: { icon: PenLine, words: 'difference.changed' },
};

/** The differences, newest first. */
export function Differences({ id }: { readonly id: CredentialId }) {
  const trust = useTrust();
  const answer = useAnswer(id, async () => ok(await trust.differences(id)));
  if (answer.kind === 'waiting') return null;
  if (answer.kind === 'problem') return <p role="alert">{answer.text}</p>;
  if (answer.value.length === 0) return <p className={styles.soft}>{t('difference.none')}</p>;
  return (
    <ul className={styles.receipts} aria-label={t('history.differences')}>
      {answer.value.map((difference) => (
        <Difference
          key={`${difference.before.id} ${difference.after.id}`}
          difference={difference}
        />
      ))}
    </ul>
  );
}

function Difference({ difference }: { readonly difference: MaterialDifference }) {
  const locale = useDateLocale();
  const { before, after, fields } = difference;
  const times = {
    before: formatMoment(before.readAt, locale),
    after: formatMoment(after.readAt, locale),
  };
  return (
    <li className={styles.receipt}>
      <h3 className={styles.strong}>{documentName(after.use)}</h3>
      <p className={styles.code}>
        <UntrustedText text={after.url} max={600} />
      </p>
      <p>{t('difference.between', times)}</p>
      {answerWording(before) === answerWording(after) ? null : (
        <p className={styles.strong}>
          <UntrustedText
            text={t('difference.answers', {
              before: answerWording(before),
              after: answerWording(after),
            })}
            max={800}
          />
        </p>
      )}
      {fields.length === 0 ? null : (
        // A scrolling region must be reachable by keyboard.
        <div
          className={styles.tableFrame}
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          role="group"
          aria-label={t('difference.table', { use: documentName(after.use) })}
        >
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('difference.kind')}</th>
                <th scope="col">{t('difference.field')}</th>
                <th scope="col">{t('difference.before')}</th>
                <th scope="col">{t('difference.after')}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field) => (
                <FieldRow key={field.path} field={field} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </li>
  );
}

function FieldRow({ field }: { readonly field: Field }) {
  const kind = kindOf(field);
  const { icon: Icon, words } = KINDS[kind];
  return (
    <tr data-kind={kind} className={cx(styles[kind])}>
      <td>
        <span className={styles.kind}>
          <Icon aria-hidden size={14} />
          {t(words)}
        </span>
      </td>
      <th scope="row" className={styles.code}>
        <UntrustedText text={field.path} max={300} />
      </th>
      <td className={styles.code}>
        <Side value={field.before} />
      </td>
      <td className={styles.code}>
        <Side value={field.after} />
      </td>
    </tr>
  );
}

function Side({ value }: { readonly value: string | undefined }) {
  if (value === undefined) return <span className={styles.soft}>{t('difference.absent')}</span>;
  return <UntrustedText text={value} max={2_000} />;
}

/** How a field changed: it came, it went, or it says something else. */
export function kindOf({ before, after }: Field): Kind {
  if (before === undefined) return 'added';
  return after === undefined ? 'removed' : 'changed';
}
