// What a person pastes for each fetcher, and which files the stub's answers then give.
import { BADGR_ID, HEX40, SECOND_UUID, STUB_UUID } from './provider-stub-answers.ts';

/** One fetcher's journey through the stub. */
export type StubCase = {
  readonly fetcher: string;
  readonly pasted: string;
  readonly files: readonly string[];
  /** Texts that must be in the files. */
  readonly holds: readonly string[];
  readonly pages: boolean;
  readonly reads: 'json' | 'page';
};

export const STUB_CASES: readonly StubCase[] = [
  stubCase('credly-profile', 'https://www.credly.com/users/ada-fernside/badges', {
    files: [`credly-${STUB_UUID}.json`, `credly-${SECOND_UUID}.json`, 'credly-outside-ext-1.json'],
    holds: ['Meadow Keeping', 'Hedge Laying', 'Bee Watching', 'Ada Fernside'],
    pages: true,
  }),
  stubCase('credly-badge', `https://www.credly.com/badges/${STUB_UUID}/public_url`, {
    files: [`credly-${STUB_UUID}.json`],
    holds: ['Meadow Keeping', 'Larkfield Trust'],
  }),
  stubCase(
    'microsoft-learn',
    'https://learn.microsoft.com/en-us/users/adafernside/transcript/d1a2b3c4e5f6g7h',
    {
      files: [
        'microsoft-learn-ABC123-DEF456.json',
        'microsoft-learn-Qualified-Invention.json',
        'microsoft-learn-exam-ZZ-900.json',
        'microsoft-learn-learn.invented.module.json',
      ],
      holds: ['Invented Fundamentals', 'Exam ZZ-900', 'Module of Meadows'],
    },
  ),
  stubCase('trailhead', 'https://www.salesforce.com/trailblazer/adafernside', {
    files: ['trailhead-Certified-Gardener.json', 'trailhead-badge-award-1.json'],
    holds: ['Certified Gardener', 'Pruning Basics'],
    pages: true,
  }),
  stubCase('hackerrank', 'https://www.hackerrank.com/profile/ada_fernside', {
    files: ['hackerrank-a1b2c3d4e5f6.json'],
    holds: ['Sorting (Basic)'],
  }),
  stubCase('google-skills', `https://www.skills.google/public_profiles/${STUB_UUID}`, {
    files: ['google-skills-901.json', 'google-skills-902.json'],
    holds: ['Cloud Meadows', '2024-11-21', 'Ada Fernside'],
    reads: 'page',
  }),
  stubCase('accredible', 'https://www.credential.net/44556677', {
    files: ['accredible-44556677.json'],
    holds: ['Orchard Safety', 'Larkfield Trust', 'Ada Fernside'],
  }),
  stubCase('badgr-assertion', `https://api.badgr.io/public/assertions/${BADGR_ID}`, {
    files: [`badgr-${BADGR_ID}.json`, `badgr-${BADGR_ID}.png`],
    holds: ['Stone Walling', 'Larkfield Trust'],
  }),
  stubCase('badgr-collection', `https://badgr.com/public/collections/${BADGR_ID}`, {
    files: [`badgr-${BADGR_ID}.json`],
    holds: ['Stone Walling', 'Larkfield Trust'],
  }),
  stubCase('open-badge-passport', 'https://openbadgepassport.com/app/badge/info/4711', {
    files: ['open-badge-passport-4711.json'],
    holds: ['Pond Care', 'Larkfield Trust'],
  }),
  stubCase('open-badge-factory', `https://openbadgefactory.com/v1/assertion/${HEX40}.html`, {
    files: [`obf-${HEX40}.json`],
    holds: ['Stone Walling', 'Larkfield Trust'],
  }),
  stubCase('freecodecamp', 'https://www.freecodecamp.org/certification/adafernside/garden-web', {
    files: ['freecodecamp-garden-web.json'],
    holds: ['Garden Web'],
  }),
  stubCase('skilljar', 'https://verify.skilljar.com/c/abc123def456', {
    files: ['skilljar-abc123def456.json'],
    holds: ['Compost Theory', 'Larkfield Academy', '2025-03-05'],
    reads: 'page',
  }),
  stubCase('intellum', 'https://skillshop.exceedlms.com/student/award/AbCdEfGhIjKlMnOpQrStUvWx', {
    files: ['award-AbCdEfGhIjKlMnOpQrStUvWx.json'],
    holds: ['Signpost Search', 'Ada Fernside', '88012345'],
    reads: 'page',
  }),
  stubCase('moodle', `https://school.example/moodle/badges/badge.php?hash=${HEX40}`, {
    files: [`moodle-${HEX40}.json`],
    holds: ['Stone Walling', 'Larkfield Trust'],
  }),
  stubCase('hosted-badge', 'https://badges.larkfield.example/assertions/77.json', {
    files: ['badges.larkfield.example-77.json'],
    holds: ['Stone Walling', 'Larkfield Trust'],
  }),
];

function stubCase(
  fetcher: string,
  pasted: string,
  rest: Pick<StubCase, 'files' | 'holds'> & Partial<StubCase>,
): StubCase {
  return { fetcher, pasted, pages: false, reads: 'json', ...rest };
}
