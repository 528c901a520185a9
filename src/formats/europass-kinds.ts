// Which "additional information" of a Europass CV (its AchievementList) is something earned. Most of it is
// publications, projects, hobbies and references. The section has a heading and free text below it.
import { plainPassage } from './plain-passage.ts';

export type EarnedKind = 'Certification' | 'Course' | 'Award';

const KINDS: Readonly<Record<string, EarnedKind>> = {
  certifications: 'Certification',
  courses: 'Course',
  honors_awards: 'Award',
  honours_awards: 'Award',
};
const LONGEST_TITLE = 200;
const MOST_LINES = 100;

/** By Europass's own code for the section; a heading of the person's own tells nothing sure. */
export function kindOfAchievement(code: string | undefined): EarnedKind | undefined {
  return code === undefined ? undefined : KINDS[code.toLowerCase()];
}

/**
 * The titles in a section's free text, one a line as people write such lists. Prose (a line too long for a
 * title) is left out rather than cut into a title.
 */
export function titlesIn(description: string | undefined): readonly string[] {
  const lines = (plainPassage(description) ?? '').split('\n');
  return lines
    .map((line) => line.replace(/^[\s•*·–-]+/u, '').trim())
    .filter((line) => line !== '' && line.length <= LONGEST_TITLE)
    .slice(0, MOST_LINES);
}
