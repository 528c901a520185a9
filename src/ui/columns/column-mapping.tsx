// Matching the columns of a table: one choice per field, the first rows as they stand, and what they would
// become. Nothing is imported before the person says so.
import { useEffect, useEffectEvent, useState } from 'react';
import type { CredentialReading } from '../../domain/credential.ts';
import { problemWording } from '../../domain/problem-wording.ts';
import { TABLE_FIELDS, type TableMapping, type TablePreview } from '../../domain/table.ts';
import { useApp } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { Button } from '../controls/button.tsx';
import { RadioChoice, Switch } from '../controls/choice.tsx';
import { Select } from '../controls/select.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { formatDate, useDateLocale } from '../dates.ts';
import { Part } from '../detail/part.tsx';
import { t } from '../messages/message.ts';
import styles from './column-mapping.module.css';
import {
  ambiguousDate,
  columnOptions,
  dateInOrder,
  NO_COLUMN,
  withColumn,
} from './mapping-choices.ts';
import { TableGrid } from './table-grid.tsx';

type Props = {
  /** Id of the inbox entry. */
  readonly entry: string;
  readonly table: TablePreview;
};

const PAUSE_MS = 150;
const RESULTS_SHOWN = 6;

/** The matching of one table. */
export function ColumnMapping({ entry, table: proposed }: Props) {
  const app = useApp();
  const { perform, announce } = useDesk();
  const locale = useDateLocale();
  const [table, setTable] = useState(proposed);
  const [mapping, setMapping] = useState(proposed.mapping);
  const [items, setItems] = useState<readonly CredentialReading[]>([]);
  const [complaint, setComplaint] = useState<string>();

  const ask = useEffectEvent(async (wanted: TableMapping, isLatest: () => boolean) => {
    const result = await app.previewTable(entry, wanted);
    if (!isLatest()) return;
    setComplaint(result.ok ? undefined : problemWording(result.problem));
    setItems(result.ok ? result.value.items : []);
    if (result.ok) setTable(result.value.table);
  });
  useEffect(() => {
    let latest = true;
    const timer = setTimeout(() => void ask(mapping, () => latest), PAUSE_MS);
    return () => {
      latest = false;
      clearTimeout(timer);
    };
  }, [mapping]);

  const hasTitle = mapping.columns.title !== undefined;
  const date = ambiguousDate({ ...table, mapping });
  const importRows = async () => {
    if (await perform(app.importTable(entry, mapping))) announce(t('columns.imported'));
  };
  const options = columnOptions(table.columns);
  return (
    <div className={styles.mapping}>
      <Part level={3} title={t('columns.title')}>
        <p className={styles.soft}>{t('columns.text')}</p>
        {table.sheets && table.sheets.length > 1 ? (
          <div className={styles.narrow}>
            <Select
              label={t('columns.sheet')}
              value={mapping.sheet ?? table.sheets[0] ?? ''}
              options={table.sheets.map((name) => ({ value: name, label: name }))}
              onChange={(sheet) => setMapping({ columns: {}, headingRow: 1, sheet })}
            />
          </div>
        ) : null}
        <div className={styles.fields}>
          {TABLE_FIELDS.map((field) => (
            <Select
              key={field}
              label={t(`column.${field}`)}
              value={String(mapping.columns[field] ?? NO_COLUMN)}
              options={options}
              onChange={(column) => setMapping((before) => withColumn(before, field, column))}
            />
          ))}
        </div>
        <Switch
          on={mapping.headingRow > 0}
          onChange={(on) => setMapping((before) => ({ ...before, headingRow: on ? 1 : 0 }))}
        >
          {t('columns.heading')}
        </Switch>
        {date === undefined ? null : (
          <RadioChoice
            label={t('columns.dayOrder', { example: date })}
            value={mapping.dayOrder ?? 'day-first'}
            options={[
              {
                value: 'day-first',
                label: t('columns.dayFirst', { date: dateInOrder(date, 'day-first', locale) }),
              },
              {
                value: 'month-first',
                label: t('columns.monthFirst', { date: dateInOrder(date, 'month-first', locale) }),
              },
            ]}
            onChange={(dayOrder) => setMapping((before) => ({ ...before, dayOrder }))}
          />
        )}
      </Part>
      <Part level={3} title={t('columns.preview')}>
        <TableGrid table={table} mapping={mapping} />
      </Part>
      <Part level={3} title={t('columns.result')}>
        {complaint === undefined ? null : <p className={styles.complaint}>{complaint}</p>}
        {items.length === 0 && complaint === undefined ? (
          <p className={styles.soft}>{t('columns.resultNone')}</p>
        ) : null}
        <ul className={styles.results}>
          {items.slice(0, RESULTS_SHOWN).map((item, index) => (
            <li key={index} className={styles.result}>
              <span className={styles.title}>
                <UntrustedText text={item.achievement.name} max={160} />
              </span>
              <span className={styles.soft}>
                <UntrustedText
                  text={item.issuer.name ?? t('credential.noIssuer')}
                  max={120}
                  quiet
                />
                {item.issuedOn ? ` · ${formatDate(item.issuedOn, locale)}` : ''}
                {item.validUntil ? ` – ${formatDate(item.validUntil, locale)}` : ''}
              </span>
            </li>
          ))}
        </ul>
        <div className={styles.acts}>
          <Button kind="primary" isDisabled={!hasTitle} onPress={() => void importRows()}>
            {t('columns.import', { count: table.rowCount })}
          </Button>
          {hasTitle ? null : <span className={styles.soft}>{t('columns.needTitle')}</span>}
        </div>
      </Part>
    </div>
  );
}
