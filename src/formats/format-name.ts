// The names of credential formats as people know them, for the sentences that say what was found.

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^ob0\.5/, 'Open Badges 0.5'],
  [/^ob1\.0/, 'Open Badges 1.0'],
  [/^ob1\.1/, 'Open Badges 1.1'],
  [/^ob2/, 'Open Badges 2.0'],
  [/^ob3-endorsement/, 'an endorsement of Open Badges 3.0'],
  [/^ob3/, 'Open Badges 3.0'],
  [/^ob/, 'Open Badges'],
  [/^clr1/, 'Comprehensive Learner Record 1.0'],
  [/^clr2/, 'Comprehensive Learner Record 2.0'],
  [/^blockcerts(\S*)/, 'Blockcerts'],
  [/^elm|^edci/, 'European Digital Credential'],
  [/^sd-jwt/, 'SD-JWT'],
  [/^badgr/, 'Badgr'],
  [/^vc /, 'Verifiable Credential'],
  [/^europass/, 'a Europass CV'],
  [/^jsonresume/, 'a JSON Resume'],
  [/^credly/, 'a list of Credly badges'],
  [/^accredible/, 'a list of Accredible credentials'],
  [/^obp/, 'Open Badge Passport'],
  [/^mslearn/, 'a Microsoft Learn transcript'],
  [/^trailhead/, 'a Trailhead profile'],
  [/^hackerrank/, 'a HackerRank profile'],
  [/^freecodecamp/, 'a freeCodeCamp profile'],
  [/^duolingo/, 'Duolingo English Test'],
  [/^edx/, 'an edX record'],
  [/^digilocker/, 'a DigiLocker list'],
];

/** The name for a format code; the code itself where no name is known. */
export function formatName(format: string): string {
  return NAMES.find(([pattern]) => pattern.test(format))?.[1] ?? format;
}
