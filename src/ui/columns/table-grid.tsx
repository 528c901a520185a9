// The first rows of a table as they stand, with what each column was matched to. All text is untrusted.
import { TABLE_FIELDS, type TableMapping, type TablePreview } from '../../domain/table.ts';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { t } from '../messages/message.ts';
import styles from './column-mapping.module.css';

type Props = { readonly table: TablePreview; readonly mapping: TableMapping };

const MOST_ROWS = 6;
const MOST_COLUMNS = 40;

/** The rows, scrolling sideways where they are wide. */
export function TableGrid({ table, mapping }: Props) {
  const fieldOf = (column: number) =>
    TABLE_FIELDS.find((field) => mapping.columns[field] === column);
  const columns = table.columns.slice(0, MOST_COLUMNS);
  return (
    // A scrolling region must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.tableFrame} tabIndex={0} role="group" aria-label={t('columns.preview')}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((heading, index) => {
              const field = fieldOf(index);
              return (
                <th key={index} scope="col" data-matched={field !== undefined}>
                  <UntrustedText
                    text={heading === '' ? t('columns.column', { number: index + 1 }) : heading}
                    max={60}
                    quiet
                  />
                  <span className={styles.match}>{field ? t(`column.${field}`) : '–'}</span>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, MOST_ROWS).map((row, at) => (
            <tr key={at}>
              {columns.map((_, index) => (
                <td key={index}>
                  <UntrustedText text={row[index] ?? ''} max={80} quiet />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
