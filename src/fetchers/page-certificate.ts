// What a public certificate page says, as a file: JSON Resume, because the page itself is no document that
// could be kept. Nothing of the page's markup gets through.
import { findPrintedDates } from '../providers/printed-dates.ts';
import { jsonFile } from './collect.ts';
import type { FetchedFile } from './fetcher.ts';

export type PageCertificate = {
  readonly title: string;
  readonly issuer?: string | undefined;
  readonly recipient?: string | undefined;
  /** ISO date, or as precise as the page is. */
  readonly issuedOn?: string | undefined;
  readonly number?: string | undefined;
  /** Where a person sees the certificate. */
  readonly address: string;
  readonly fileName: string;
};

/** One certificate of a page as a JSON Resume file (schema 1.0.0, `certificates`). */
export function certificateFile(certificate: PageCertificate): FetchedFile {
  const { title, issuer, recipient, issuedOn, number, address, fileName } = certificate;
  return jsonFile(
    fileName,
    {
      $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
      ...(recipient === undefined ? {} : { basics: { name: recipient } }),
      certificates: [
        {
          name: title,
          ...(issuedOn === undefined ? {} : { date: issuedOn }),
          ...(issuer === undefined ? {} : { issuer }),
          url: address,
          ...(number === undefined ? {} : { number }),
        },
      ],
      meta: { canonical: address, note: 'Read from the public page by Laurel.' },
    },
    address,
  );
}

/** The first date of a line such as "Earned Nov 21, 2024 EST", as written in ISO form. */
export function dateIn(line: string | undefined): string | undefined {
  return line === undefined ? undefined : findPrintedDates(line, undefined)[0]?.value.text;
}
