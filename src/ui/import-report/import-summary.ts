// The one line over an import report: what came of all the files together. Pure.
import type { ImportedFile, ImportReport } from '../../app/laurel-app.ts';
import { t } from '../messages/message.ts';

export type OutcomeCounts = Readonly<Record<ImportedFile['outcome'], number>>;

/** How many files had each outcome. */
export function countOutcomes(files: readonly ImportedFile[]): OutcomeCounts {
  const counts = { read: 0, kept: 0, refused: 0, duplicate: 0, cancelled: 0 };
  for (const file of files) counts[file.outcome] += 1;
  return counts;
}

/** "7 credentials from 9 files · 1 kept as a document · 1 could not be read". */
export function summaryLine({ files }: ImportReport): string {
  const counts = countOutcomes(files);
  const credentials = files
    .filter((file) => file.outcome === 'read')
    .reduce((sum, file) => sum + file.credentials.length, 0);
  const parts = [
    t('import.fromFiles', {
      credentials: t('import.credentials', { count: credentials }),
      files: t('import.files', { count: files.length }),
    }),
  ];
  if (counts.kept > 0) parts.push(t('import.kept', { count: counts.kept }));
  if (counts.duplicate > 0) parts.push(t('import.duplicates', { count: counts.duplicate }));
  if (counts.refused > 0) parts.push(t('import.refused', { count: counts.refused }));
  if (counts.cancelled > 0) parts.push(t('import.cancelled', { count: counts.cancelled }));
  return parts.join(' · ');
}
