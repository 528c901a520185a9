// Which files of a LinkedIn data export are opened: the lists of achievements and nothing else.
import type { ZipEntry } from './zip-directory.ts';

const ACHIEVEMENTS = /^(?:certifications|learning|education|honors|courses)\.csv$/iu;
/** Lists without a credential in them and nothing private beyond the public profile. */
const OTHER =
  /^(?:skills|positions|projects|publications|languages|patents|organizations|test ?scores|volunteering)\.csv$/iu;
const KNOWN =
  /^(?:certifications|learning|education|honors|courses|skills|positions|projects|publications|languages|connections|messages|profile|profile summary|invitations|email addresses|registration|endorsement_.*|recommendations_.*|inferences_about_you|company follows|ad_targeting|rich_media|phonenumbers|whatsapp phone numbers)\.csv$/iu;

/** True for the archive LinkedIn sends: by its name, or by three or more of its files. */
export function isLinkedInExport(fileName: string, entries: readonly ZipEntry[]): boolean {
  if (/linkedin\s?data\s?export/iu.test(fileName.replaceAll(/[_-]/gu, ''))) return true;
  return entries.filter(({ name }) => KNOWN.test(baseName(name))).length >= 3;
}

/** What is done with a file of the export. Messages, contacts, adverts and all unknown files are private. */
export function linkedInUse(name: string): 'achievements' | 'other' | 'private' {
  const base = baseName(name);
  if (/(?:^|\/)(?:__MACOSX\/|\._)/u.test(name)) return 'other';
  return ACHIEVEMENTS.test(base) ? 'achievements' : OTHER.test(base) ? 'other' : 'private';
}

function baseName(name: string): string {
  return name.split(/[/\\]/u).at(-1) ?? '';
}
