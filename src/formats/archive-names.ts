// Names of files inside archives and mails: cleaned for show, judged, never used as a path (hazard C2).

const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/iu;
/** Control characters, direction marks and invisible ones (hazard C20). */
const HIDDEN = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;
const MOST_CHARACTERS = 255;

/** The last part of a name without anything hidden in it, cut for show. */
export function shownName(name: string): string {
  const last = name.split(/[/\\]/u).findLast((part) => part !== '') ?? '';
  const clean = last.replace(HIDDEN, '').trim();
  return [...clean].slice(0, MOST_CHARACTERS).join('') || 'file';
}

/** True for a name that a program which unpacks by name could be misled with. */
export function isUnsafeName(name: string): boolean {
  if (name === '' || name.length > 4 * MOST_CHARACTERS) return true;
  if (/^[/\\]|^[a-z]:/iu.test(name) || name.search(HIDDEN) >= 0) return true;
  const parts = name.replace(/[/\\]$/u, '').split(/[/\\]/u);
  return parts.some(
    (part) =>
      part === '' ||
      part === '.' ||
      part === '..' ||
      part.includes(':') ||
      /[. ]$/u.test(part) ||
      RESERVED.test(part),
  );
}

/** The form under which two names fall together on some disk: case and composed letters apart. */
export function nameKey(name: string): string {
  return name.replaceAll('\\', '/').normalize('NFC').toLowerCase();
}

const NEVER_CREDENTIALS =
  /\.(?:html?|xhtml|mhtml?|css|scss|less|m?js|jsx|ts|tsx|map|php|asp|aspx|jsp|py|rb|java|class|c|h|cpp|cs|go|rs|sh|bat|cmd|ps1|exe|dll|msi|dmg|app|apk|deb|rpm|so|dylib|bin|iso|mp[34]|m4[av]|mov|avi|mkv|webm|wmv|flac|wav|ogg|aac|woff2?|ttf|otf|eot|ico|cur|psd|ai|sketch|fig|lnk|ds_store|ini|log|bak|tmp|p7s|p7m|asc|sig|ics|vcf|pem|key|p12|pfx|kdbx|sqlite|db|swf)$/iu;
const NESTED = /\.(?:zip|7z|rar|tar|t?gz|tgz|bz2|xz|zst|lzma|jar|war|cab|arj|lha|lzh|z)$/iu;
const LITTER = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|thumbs\.db$|desktop\.ini$|\.git\/)/iu;

/** True for what never is a credential: web pages, programs, films, fonts, leavings of the system. */
export function isNeverCredential(name: string): boolean {
  return LITTER.test(name.replaceAll('\\', '/')) || NEVER_CREDENTIALS.test(name);
}

/** True for the name of an archive. */
export function isArchiveName(name: string): boolean {
  return NESTED.test(name);
}
