// Stand-ins for the readers that formats are given from outside; each has tests of its own.
import type { FileReading } from '../../src/domain/credential.ts';
import type { DocumentReaders } from '../../src/formats/index.ts';
import { LINK_ITEM } from './link-item.ts';

/** Knows addresses at `verify.larkfield.example` as credentials, and nothing on pictures and in PDFs. */
export function documentReaders(own: Partial<DocumentReaders> = {}): DocumentReaders {
  const kept = (mediaType: string): Promise<FileReading> =>
    Promise.resolve({
      outcome: 'kept',
      mediaType,
      items: [],
      problems: [{ code: 'picture/no-credential' }],
    });
  return {
    readPdf: () => kept('application/pdf'),
    readPicture: (_bytes, mediaType) => kept(mediaType),
    readLink: (address) => {
      const match = /^https:\/\/verify\.larkfield\.example\/([\w-]+)/u.exec(address);
      return match
        ? { ...LINK_ITEM, verifyUrl: match[0], credentialNumber: match[1] ?? '' }
        : undefined;
    },
    readExport: () => undefined,
    ...own,
  };
}
