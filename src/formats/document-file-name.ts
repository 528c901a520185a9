// Makes a readable title of a file's name, the last resort where a document says nothing about itself.

const LONG_CODE =
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<![\p{L}\d])(?=[\p{L}\d]*\d)[A-Za-z0-9]{12,}(?![\p{L}\d])/giu;

/** Drops the ending, codes and copy marks; the bare name where nothing readable would be left. */
export function titleOfFileName(fileName: string): string {
  const bare = fileName.replace(/\.[A-Za-z0-9]{1,8}$/u, '');
  const cleaned = bare
    // Downloads of a networking academy carry the learner's e-mail in their name.
    .replace(/_certificate_[a-z0-9-]+_[0-9a-f-]{36}$/iu, '')
    .replace(LONG_CODE, ' ')
    .replace(/\s*\(\d{1,3}\)\s*$|\s*-\s*copy(?:\s*\(\d+\))?$/iu, '')
    .replace(/_+/gu, ' ')
    .replace(/(?<=\p{L}|\d)-(?=\p{L}|\d)/gu, /\s/u.test(bare.trim()) ? '-' : ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.,–—-]+|[\s.,–—-]+$/gu, '');
  return /\p{L}{3}/u.test(cleaned) ? cleaned : bare || fileName;
}
