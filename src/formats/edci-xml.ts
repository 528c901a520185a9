// European Digital Credentials before version 3 of the Learning Model: `europassCredential` as XML, alone or in
// a verifiable presentation. Reads by local names, since the namespaces changed between drafts. Checks no seal.
import type { CredentialReading, Issuer, Recipient, SkillClaim } from '../domain/credential.ts';
import type { DateValue } from '../domain/date-value.ts';
import { parseDateValue } from '../domain/date-value.ts';
import { finding, type Finding } from '../domain/finding.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { lastingId } from './elm-references.ts';
import { hoursOfDuration, languageCode } from './elm-text.ts';
import { sourcesOf, type Placed } from './place.ts';
import { defined, isWebUrl, type PayloadReading } from './reading-parts.ts';
import { mergeSkills } from './skills.ts';
import { childrenOf, descendantsOf, elementAt, type XmlElement } from './xml-tree.ts';

const MAX_CREDENTIALS = 1_000;
const MAX_SKILLS = 500;
const NAME_LENGTH = 1_000;
const PASSAGE_LENGTH = 50_000;
const XML_SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#';
const PERSONAL = [
  'dateOfBirth',
  'placeOfBirth',
  'nationalId',
  'nationalityId',
  'nationality',
  'gender',
  'citizenshipCountry',
  'birthDate',
];

/** True for the root element of such a credential, or of a presentation of some. */
export function isEdciXml(root: XmlElement): boolean {
  if (isCredential(root)) return true;
  return (
    /^verifiable(Presentation|Credentials?)$/i.test(root.name) &&
    descendantsOf(root, 'europassCredential').length > 0
  );
}

/** Reads the credentials of an untrusted document; every one of a presentation is an item. */
export function readEdciXml(root: XmlElement, carrier: string): PayloadReading {
  const problems: Problem[] = [];
  const credentials = isCredential(root) ? [root] : descendantsOf(root, 'europassCredential');
  const sealed = isSigned(root);
  const items = credentials
    .slice(0, MAX_CREDENTIALS)
    .map((credential) => readCredential(credential, carrier, sealed, problems));
  const findings: Finding[] = [];
  if (!isCredential(root))
    findings.push(finding('found/in-presentation', { count: credentials.length }));
  const holdsPersonal = credentials
    .flatMap((credential) => childrenOf(credential, 'credentialSubject'))
    .some((subject) => PERSONAL.some((name) => childrenOf(subject, name).length > 0));
  if (holdsPersonal) findings.push(finding('left-out/personal-fields'));
  return { items, problems, findings };
}

function isCredential(element: XmlElement): boolean {
  return element.name === 'europassCredential';
}

function isSigned(element: XmlElement): boolean {
  return descendantsOf(element, 'Signature').some((one) => one.uri === XML_SIGNATURE);
}

function readCredential(
  credential: XmlElement,
  carrier: string,
  sealed: boolean,
  problems: Problem[],
): CredentialReading {
  const language = languageCode(elementAt(credential, 'primaryLanguage')?.text);
  const subject = elementAt(credential, 'credentialSubject');
  const byId = elementsById(credential);
  const title = wordsAt(credential, ['title', 'displayParameters.title'], language);
  const description = wordsAt(credential, ['description'], language, PASSAGE_LENGTH);
  const issued = dateAt(credential, ['issuanceDate', 'issued', 'issuedDate'], problems);
  const from = dateAt(credential, ['validFrom'], problems);
  const until = dateAt(credential, ['validUntil', 'expirationDate'], problems);
  const { issuer, from: issuerFrom } = issuerOf(credential, byId, language);
  const { recipient, from: recipientFrom } = recipientOf(subject, language);
  const number = childrenOf(credential, 'identifier').find((one) => one.text !== '')?.text;
  const learning = learningOf(credential, subject, byId, language);
  const id = credential.attributes.get('id') ?? elementAt(credential, 'uuid')?.text;
  const start = issued ?? from;
  if (!title) problems.push(problem('credential/missing-field', { params: { field: 'title' } }));
  return {
    format: 'edci-xml',
    carrier,
    achievement: {
      name: title?.value ?? learning.title ?? '',
      ...defined({
        description: description?.value,
        achievementType: wordsAt(credential, ['type.targetName'], language)?.value,
        level: learning.level,
        creditsEarned: learning.credits,
        fieldOfStudy: learning.field,
        inLanguage: language,
      }),
    },
    issuer,
    recipient,
    skills: learning.skills,
    evidence: [],
    signed: sealed || isSigned(credential),
    ...defined({
      credentialId: id === '' ? undefined : id,
      issuedOn: start?.value,
      validFrom: (from ?? issued)?.value,
      validUntil: until?.value,
      credentialNumber: number?.slice(0, NAME_LENGTH),
      hours: learning.hours,
    }),
    sources: sourcesOf({
      title,
      description,
      issuer: issuerFrom,
      recipient: recipientFrom,
      issuedOn: start,
      validFrom: from ?? issued,
      validUntil: until,
      credentialNumber: number === undefined ? undefined : { path: 'identifier' },
    }),
  };
}

/** Organisations and specifications stand apart and are named by `idref`. */
function elementsById(credential: XmlElement): ReadonlyMap<string, XmlElement> {
  const byId = new Map<string, XmlElement>();
  const walk = (element: XmlElement): void => {
    const id = element.attributes.get('id');
    if (id !== undefined && id !== '' && !byId.has(id) && element.children.length > 0)
      byId.set(id, element);
    element.children.forEach(walk);
  };
  credential.children.forEach(walk);
  return byId;
}

function resolved(
  element: XmlElement | undefined,
  byId: ReadonlyMap<string, XmlElement>,
): XmlElement | undefined {
  const id = element?.attributes.get('idref');
  return (id === undefined ? undefined : byId.get(id)) ?? element;
}

function issuerOf(
  credential: XmlElement,
  byId: ReadonlyMap<string, XmlElement>,
  language: string | undefined,
): { readonly issuer: Issuer; readonly from?: { readonly path: string } } {
  const stated = elementAt(credential, 'issuer');
  const node = resolved(elementAt(credential, 'issuer.organization') ?? stated, byId);
  if (!node) return { issuer: {} };
  const name = wordsAt(
    node,
    ['prefLabel', 'preferredName', 'legalName', 'legalIdentifier', 'altLabel', 'alternativeName'],
    language,
  );
  const page = ['homepage', 'homePage', 'homepage.uri']
    .map((path) => elementAt(node, path))
    .flatMap((one) => [one?.attributes.get('uri'), one?.text])
    .find(isWebUrl);
  const mail = [
    elementAt(node, 'email')?.text,
    elementAt(node, 'contactPoint.mailBox')?.attributes.get('uri'),
  ].find((one) => one?.includes('@'));
  const id = node.attributes.get('id') ?? stated?.attributes.get('idref');
  const issuer = defined({
    name: name?.value,
    id: lastingId(id),
    url: page,
    email: mail?.replace(/^mailto:/i, ''),
  });
  return name ? { issuer, from: { path: `issuer (${name.path})` } } : { issuer };
}

function recipientOf(
  subject: XmlElement | undefined,
  language: string | undefined,
): { readonly recipient: Recipient; readonly from?: { readonly path: string } } {
  const empty: Recipient = { identifiers: [], hashedIdentities: [] };
  if (!subject) return { recipient: empty };
  const full = wordsAt(subject, ['fullName'], language);
  const parts = [
    ['givenNames', 'givenName', 'firstName'],
    ['familyName', 'lastName'],
  ].flatMap((names) => wordsAt(subject, names, language) ?? []);
  const first = parts[0];
  const name =
    full ?? (first && { value: parts.map((one) => one.value).join(' '), path: first.path });
  const box = descendantsOf(subject, 'mailBox')[0];
  const mail = [box?.attributes.get('uri'), elementAt(subject, 'email')?.text].find((one) =>
    one?.includes('@'),
  );
  return {
    recipient: {
      ...empty,
      ...(name ? { name: name.value } : {}),
      identifiers:
        mail === undefined ? [] : [{ type: 'emailAddress', value: mail.replace(/^mailto:/i, '') }],
    },
    ...(name ? { from: { path: `credentialSubject.${name.path}` } } : {}),
  };
}

type LearningFound = {
  readonly skills: readonly SkillClaim[];
  readonly title?: string;
  readonly level?: string;
  readonly credits?: number;
  readonly hours?: number;
  readonly field?: string;
};

function learningOf(
  credential: XmlElement,
  subject: XmlElement | undefined,
  byId: ReadonlyMap<string, XmlElement>,
  language: string | undefined,
): LearningFound {
  const main =
    (subject && elementAt(subject, 'achievements.learningAchievement')) ??
    (subject && elementAt(subject, 'achievements'))?.children[0];
  const specification = resolved(main && elementAt(main, 'specifiedBy'), byId);
  const level = specification && elementAt(specification, 'EQFLevel');
  const step = /\/eqf\/([1-8])$/.exec(level?.attributes.get('uri') ?? '')?.[1];
  const credits = specification
    ? Number(
        (elementAt(specification, 'ECTSCreditPoints') ?? elementAt(specification, 'creditPoints'))
          ?.text || Number.NaN,
      )
    : Number.NaN;
  return {
    skills: mergeSkills(
      descendantsOf(credential, 'learningOutcome').flatMap((one) => skillsOf(one, language)),
    ).slice(0, MAX_SKILLS),
    ...defined({
      title: main && wordsAt(main, ['title'], language)?.value,
      level:
        step === undefined
          ? level && wordsAt(level, ['targetName'], language)?.value
          : `EQF level ${step}`,
      credits: Number.isFinite(credits) ? credits : undefined,
      hours: hoursOfDuration(
        (main && elementAt(main, 'workload')?.text) ??
          (specification && elementAt(specification, 'volumeOfLearning')?.text),
      ),
      field:
        specification && wordsAt(specification, ['hasISCED-FCode.targetName'], language)?.value,
    }),
  };
}

function skillsOf(outcome: XmlElement, language: string | undefined): readonly SkillClaim[] {
  const related = ['relatedEscoSkill', 'relatedSkill'].flatMap((field) =>
    childrenOf(outcome, field).flatMap((skill) => {
      const name = wordsAt(skill, ['targetName', 'prefLabel'], language)?.value;
      if (name === undefined) return [];
      const url = skill.attributes.get('uri');
      const isEsco = url?.includes('data.europa.eu/esco/') === true;
      return [
        {
          name,
          source: 'issuer' as const,
          ...defined({ url, framework: isEsco ? 'ESCO' : undefined }),
        },
      ];
    }),
  );
  const title = wordsAt(outcome, ['prefLabel', 'title', 'name'], language)?.value;
  return title === undefined ? related : [{ name: title, source: 'issuer' }, ...related];
}

/** Text in the wanted language, then English, then the first: in `<text lang>` children, or in repeated elements. */
function wordsAt(
  element: XmlElement,
  paths: readonly string[],
  language: string | undefined,
  length = NAME_LENGTH,
): Placed<string> | undefined {
  for (const path of paths) {
    const names = path.split('.');
    const parent = names.length > 1 ? elementAt(element, names.slice(0, -1).join('.')) : element;
    const spoken = (parent ? childrenOf(parent, names.at(-1) ?? '') : []).flatMap((one) => {
      const texts = childrenOf(one, 'text');
      return texts.length > 0 ? texts : [one];
    });
    const filled = spoken.filter((one) => one.text !== '');
    const isIn = (code: string) => (one: XmlElement) =>
      languageCode(one.attributes.get('lang')) === code;
    const chosen =
      (language === undefined ? undefined : filled.find(isIn(language))) ??
      filled.find(isIn('en')) ??
      filled[0];
    if (chosen) return { value: chosen.text.replace(/[ \t]*\n\s*/g, ' ').slice(0, length), path };
  }
  return undefined;
}

function dateAt(
  element: XmlElement,
  names: readonly string[],
  problems: Problem[],
): Placed<DateValue> | undefined {
  for (const name of names) {
    const text = elementAt(element, name)?.text ?? '';
    if (text === '') continue;
    const value = parseDateValue(text);
    if (value) return { value, path: name };
    problems.push(problem('credential/bad-date', { params: { field: name }, at: name }));
  }
  return undefined;
}
