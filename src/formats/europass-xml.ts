// Europass CV as XML: the first drafts (`learnerinfo`), `SkillsPassport` of versions 3.0 to 3.4, and the
// `Candidate` that the portal attaches to its PDFs since 2020. Reads by local names; takes what was earned.
import type { CredentialReading } from '../domain/credential.ts';
import { parseDateValue, type DateValue } from '../domain/date-value.ts';
import { finding } from '../domain/finding.ts';
import {
  europassDate,
  europassLevel,
  MAX_EUROPASS_ENTRIES,
  readingOfEntry,
  type EuropassEntry,
} from './europass-entry.ts';
import { kindOfAchievement, titlesIn } from './europass-kinds.ts';
import { plainPassage } from './plain-passage.ts';
import { isWebUrl, type PayloadReading } from './reading-parts.ts';
import { childrenOf, descendantsOf, elementAt, type XmlElement } from './xml-tree.ts';

const NAME_LENGTH = 1_000;

/** True for the root element of a Europass CV of any version. */
export function isEuropassXml(root: XmlElement): boolean {
  if (/^(skillspassport|learnerinfo|europass)$/i.test(root.name)) {
    return /europass/i.test(root.uri) || elementAt(root, 'LearnerInfo') !== undefined;
  }
  return root.name === 'Candidate' && root.uri.startsWith('http://www.europass.eu/');
}

/** What an untrusted CV lists as earned. None is no fault: a CV may list work alone. */
export function readEuropassXml(root: XmlElement, carrier: string): PayloadReading {
  const items =
    root.name === 'Candidate' ? itemsOfCandidate(root, carrier) : itemsOfPassport(root, carrier);
  const holdsPersonal = ['Demographics', 'BirthDate', 'NationalityCode', 'GenderCode'].some(
    (name) => descendantsOf(root, name).length > 0,
  );
  return {
    items: items.flatMap((item) => item ?? []).slice(0, MAX_EUROPASS_ENTRIES),
    problems: [],
    ...(holdsPersonal ? { findings: [finding('left-out/personal-fields')] } : {}),
  };
}

type Item = CredentialReading | undefined;
type Common = Pick<EuropassEntry, 'format' | 'carrier' | 'holder'>;

function itemsOfPassport(root: XmlElement, carrier: string): readonly Item[] {
  const learner = root.name.toLowerCase() === 'learnerinfo' ? root : elementAt(root, 'LearnerInfo');
  if (!learner) return [];
  const person =
    elementAt(learner, 'Identification.PersonName') ?? elementAt(learner, 'Identification');
  const holder = joined([
    textOf(person, ['FirstName']),
    textOf(person, ['Surname']) ?? textOf(person, ['LastName']),
  ]);
  const common: Common = { format: 'europass-xml', carrier, holder };
  const education = childrenOf(learner, 'EducationList').flatMap((list) =>
    childrenOf(list, 'Education'),
  );
  const sections = childrenOf(learner, 'AchievementList').flatMap((list) =>
    childrenOf(list, 'Achievement'),
  );
  return [
    ...education.map((one, index) =>
      readEducation(one, `LearnerInfo.EducationList[${index}]`, common),
    ),
    ...sections.flatMap((one, index): readonly Item[] => {
      const kind = kindOfAchievement(textOf(one, ['Title.Code']));
      if (kind === undefined) return [];
      return titlesIn(elementAt(one, 'Description')?.text).map((title) =>
        readingOfEntry({
          ...common,
          path: `LearnerInfo.AchievementList[${index}]`,
          titleField: 'Description',
          kind,
          title,
          issuer: undefined,
          until: undefined,
        }),
      );
    }),
  ];
}

function readEducation(one: XmlElement, path: string, common: Common): Item {
  const to = elementAt(one, 'Period.To');
  const isCurrent = elementAt(one, 'Period.Current')?.text === 'true';
  const part = (name: string): string | undefined => to?.attributes.get(name) ?? textOf(to, [name]);
  return readingOfEntry({
    ...common,
    path,
    kind: 'Education',
    title: textOf(one, ['Title', 'Title.Label']),
    // The first drafts write the whole address below the name.
    issuer: textOf(one, ['Organisation.Name', 'Organisation'])?.split('\n')[0]?.trim(),
    until: isCurrent ? undefined : europassDate(part('year'), part('month'), part('day')),
    description: plainPassage(elementAt(one, 'Activities')?.text ?? elementAt(one, 'Skills')?.text),
    level: europassLevel(textOf(one, ['Level.Code']), textOf(one, ['Level.Label', 'Level'])),
    field: textOf(one, ['Field.Label', 'Field']),
  });
}

const EARNED: readonly (readonly [list: string, entry: string, kind: EuropassEntry['kind']])[] = [
  ['Certifications', 'Certification', 'Certification'],
  ['CourseCertifications', 'CourseCertification', 'Course'],
  ['Courses', 'Course', 'Course'],
  ['Trainings', 'Training', 'Course'],
  ['HonoursAndAwards', 'HonourAndAward', 'Award'],
  ['Achievements', 'Achievement', 'Award'],
];

function itemsOfCandidate(root: XmlElement, carrier: string): readonly Item[] {
  const name = elementAt(root, 'CandidatePerson.PersonName');
  const holder = joined([textOf(name, ['GivenName']), textOf(name, ['FamilyName'])]);
  const common: Common = { format: 'europass-xml', carrier, holder };
  // A profile for each language is allowed; all tell the same career, so the first stands for them.
  const profile = elementAt(root, 'CandidateProfile');
  if (!profile) return [];
  const attended = childrenOf(profile, 'EducationHistory').flatMap((history) =>
    childrenOf(history, 'EducationOrganizationAttendance'),
  );
  return [
    ...attended.map((one, index) =>
      readAttendance(one, `CandidateProfile.EducationHistory[${index}]`, common),
    ),
    ...EARNED.flatMap(([list, entry, kind]) =>
      childrenOf(profile, list)
        .flatMap((block) => childrenOf(block, entry))
        .map((one, index) => readEarned(one, `CandidateProfile.${list}[${index}]`, kind, common)),
    ),
  ];
}

function readAttendance(one: XmlElement, path: string, common: Common): Item {
  const isGoingOn = ['Ongoing', 'CurrentIndicator'].some(
    (field) => elementAt(one, `AttendancePeriod.${field}`)?.text === 'true',
  );
  const degree = textOf(one, ['EducationDegree.DegreeName']);
  return readingOfEntry({
    ...common,
    path,
    kind: 'Education',
    title: degree ?? textOf(one, ['ProgramName']),
    titleField: degree === undefined ? 'ProgramName' : 'EducationDegree.DegreeName',
    issuer: textOf(one, ['OrganizationName']),
    issuerField: 'OrganizationName',
    until: isGoingOn
      ? undefined
      : dateIn(one, ['AttendancePeriod.EndDate', 'EducationDegree.DegreeDate']),
    dateField: 'AttendancePeriod.EndDate',
    description: plainPassage(elementAt(one, 'EducationDegree.OccupationalSkillsCovered')?.text),
    level: europassLevel(undefined, textOf(one, ['EducationLevelCode'])),
    url: addressIn(one),
  });
}

function readEarned(
  one: XmlElement,
  path: string,
  kind: EuropassEntry['kind'],
  common: Common,
): Item {
  return readingOfEntry({
    ...common,
    path,
    kind,
    title: textOf(one, ['CertificationName', 'Title', 'Name']),
    issuer: textOf(one, [
      'IssuingAuthority',
      'IssuingAuthority.Name',
      'IssuingOrganization',
      'AwardingInstitution',
      'OrganizationName',
      'Issuer',
      'Organisation',
    ]),
    issuerField: 'IssuingAuthority',
    until: dateIn(one, [
      'CertificationDate',
      'FirstIssuedDate',
      'IssueDate',
      'Date',
      'EffectivePeriod.StartDate',
      'EffectiveTimePeriod.ValidFrom',
      'Period.EndDate',
      'EndDate',
      'StartDate',
    ]),
    dateField: 'CertificationDate',
    validUntil: dateIn(one, [
      'ExpiryDate',
      'EffectivePeriod.EndDate',
      'EffectiveTimePeriod.ValidTo',
    ]),
    description: plainPassage(
      (elementAt(one, 'CertificationDescription') ?? elementAt(one, 'Description'))?.text,
    ),
    url: addressIn(one),
  });
}

/** A date of its own text or of the `FormattedDateTime` inside; only the day of an instant is meant. */
function dateIn(one: XmlElement, paths: readonly string[]): DateValue | undefined {
  for (const path of paths) {
    const element = elementAt(one, path);
    const text = (element && elementAt(element, 'FormattedDateTime')?.text) || element?.text;
    const date = parseDateValue(text?.replace(/T.*$/, ''));
    if (date) return date;
  }
  return undefined;
}

function addressIn(one: XmlElement): string | undefined {
  return [...childrenOf(one, 'Link'), ...childrenOf(one, 'URL'), ...childrenOf(one, 'URI')]
    .map((element) => element.text || elementAt(element, 'URI')?.text)
    .find(isWebUrl);
}

function textOf(element: XmlElement | undefined, paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const text = element ? (elementAt(element, path)?.text ?? '') : '';
    if (text !== '') return text.slice(0, NAME_LENGTH);
  }
  return undefined;
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  const given = parts.flatMap((part) => part ?? []);
  return given.length > 0 ? given.join(' ') : undefined;
}
