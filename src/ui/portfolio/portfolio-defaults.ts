// Sensible first choices for a portfolio: paper by region, a file name from the title. Pure.
import type { PaperSize } from '../../app/laurel-app.ts';

/** Regions that print on Letter (CLDR paperSize data). */
const LETTER_REGIONS = new Set('US CA MX PR PH CL CO CR GT NI PA SV VE BZ'.split(' '));

/** Letter where the region prints on it, else A4. */
export function defaultPaper(locale: string): PaperSize {
  try {
    const region = new Intl.Locale(locale).maximize().region ?? '';
    // English without a region maximises to the United States, which says nothing about the printer.
    if (!/-[A-Z]{2}\b/i.test(locale)) return 'a4';
    return LETTER_REGIONS.has(region) ? 'letter' : 'a4';
  } catch {
    return 'a4';
  }
}

/** A file name that every system takes, from a title. */
export function portfolioFileName(title: string): string {
  const safe = title
    .normalize('NFC')
    .replace(/[\p{C}\\/:*?"<>|]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return `${safe.slice(0, 100) || 'Appendix'}.pdf`;
}
