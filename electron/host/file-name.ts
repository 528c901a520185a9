// File names that are safe to offer in a save dialog on every system (hazards A13).
const MAX_LENGTH = 150;
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;
// Bidi controls turn `fdp.exe` into what looks like `exe.pdf`.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}<>:"/\\|?*]/gu;

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'application/json': '.json',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/svg+xml': '.svg',
  'text/csv': '.csv',
  'application/zip': '.zip',
};

/** A name without folders or control characters, ending as its media type asks. Input may be untrusted. */
export function safeFileName(suggested: string, mediaType: string): string {
  const extension = EXTENSIONS[mediaType.toLowerCase()] ?? '';
  const last = suggested.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(UNSAFE, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '');
  const withoutEnd = clean.toLowerCase().endsWith(extension)
    ? clean.slice(0, clean.length - extension.length)
    : clean;
  const stem =
    [...withoutEnd]
      .slice(0, MAX_LENGTH)
      .join('')
      .replace(/[. ]+$/, '') || 'laurel';
  return `${RESERVED.test(stem) ? '_' : ''}${stem}${extension}`;
}
