// The endorsement check: what others say about a credential, its achievement or its issuer, each verified by
// itself and only if it names what it endorses. An endorsement never lifts a standing (verification D11).
import type { CheckDetail } from '../domain/report.ts';
import {
  type JsonObject,
  type JsonValue,
  firstObject,
  idOf,
  isObject,
  listOf,
  objectsOf,
  stringOf,
  typesOf,
} from '../formats/json.ts';
import { looksLikeJwt } from '../formats/jwt.ts';
import { type Finding, failed, notApplicable, notChecked, passed } from './check-result.ts';
import { hostOf } from './did.ts';
import { type DocumentReader, unread } from './documents.ts';
import {
  type InnerVerifier,
  becauseOf,
  issuerOf,
  judgeInner,
  parseInner,
  recordOf,
} from './inner-credential.ts';
import { sameJson } from './same-json.ts';
import { type Subject } from './subject.ts';

const MAX_ENDORSEMENTS = 50;

/** Something that can be endorsed, and the endorsements that stand with it. */
type Holder = { readonly node: JsonObject; readonly context: JsonValue | undefined };

/** Verifies every endorsement of an untrusted credential. */
export async function checkEndorsements(
  subject: Subject,
  documents: DocumentReader,
  verify: InnerVerifier,
): Promise<Finding> {
  const holders =
    subject.kind === 'assertion'
      ? await holdersOfAssertion(subject.assertion, documents)
      : holdersOfCredential(recordOf(subject));
  const found = holders.flatMap(({ node, context }) =>
    [...listOf(node['endorsement']), ...listOf(node['endorsementJwt'])].map((endorsement) => ({
      endorsement,
      endorsed: idOf(node),
      context,
    })),
  );
  if (found.length === 0) return notApplicable('endorsements/none');
  const details: CheckDetail[] = [];
  for (const { endorsement, endorsed, context } of found.slice(0, MAX_ENDORSEMENTS)) {
    details.push(
      isHosted(endorsement)
        ? await judgeHosted(endorsement, endorsed, documents)
        : await judgeCredential(endorsement, endorsed, context, verify),
    );
  }
  const good = details.filter(({ outcome }) => outcome === 'passed').length;
  const total = found.length;
  if (good === total) return { ...passed('endorsements/all-hold', { total }), details };
  const isWrong = details.some(({ outcome }) => outcome === 'failed');
  const roll = (isWrong ? failed : notChecked)('endorsements/some', { good, total });
  return { ...roll, details };
}

/** Open Badges 3.0: the credential, its issuer, its achievements and who made them (§B Data model). */
function holdersOfCredential(credential: JsonObject): readonly Holder[] {
  const context = credential['@context'];
  const achievements = objectsOf(credential['credentialSubject']).flatMap((one) =>
    objectsOf(one['achievement']),
  );
  const nodes = [
    credential,
    ...objectsOf(credential['issuer']),
    ...achievements,
    ...achievements.flatMap((one) => objectsOf(one['creator'])),
  ];
  return nodes.map((node) => ({ node, context }));
}

/** Open Badges 2: the assertion, the badge and the issuer, read where they stand if they are only named. */
async function holdersOfAssertion(
  assertion: JsonObject,
  documents: DocumentReader,
): Promise<readonly Holder[]> {
  const context = assertion['@context'];
  const badge = await read(assertion['badge'], 'badge-class', documents);
  const issuer = badge && (await read(badge['issuer'], 'issuer-profile', documents));
  return [assertion, badge, issuer].flatMap((node) => (node ? [{ node, context }] : []));
}

async function read(
  value: JsonValue | undefined,
  use: 'badge-class' | 'issuer-profile',
  documents: DocumentReader,
): Promise<JsonObject | undefined> {
  const embedded = firstObject(value);
  if (embedded) return embedded;
  const url = idOf(value);
  return url !== undefined && hostOf(url) !== undefined
    ? documents.readObject(url, use)
    : undefined;
}

/** Open Badges 2 endorsements stand at an address or say `claim`; those of version 3 are credentials. */
function isHosted(endorsement: JsonValue): boolean {
  if (typeof endorsement === 'string') return !looksLikeJwt(endorsement.trim());
  return isObject(endorsement) && endorsement['credentialSubject'] === undefined
    ? endorsement['claim'] !== undefined || typesOf(endorsement).includes('Endorsement')
    : false;
}

async function judgeCredential(
  endorsement: JsonValue,
  endorsed: string | undefined,
  context: JsonValue | undefined,
  verify: InnerVerifier,
): Promise<CheckDetail> {
  const subject = parseInner(endorsement, undefined, context);
  if (subject.kind !== 'vc') return notChecked('endorsements/unreadable');
  const record = recordOf(subject);
  const who = nameOf(record);
  const about = objectsOf(record['credentialSubject']).map((one) => stringOf(one['id']));
  const verdict = judgeInner(await verify(subject));
  if (verdict.kind === 'problem' && verdict.outcome === 'failed') {
    return failed('endorsements/item', { ...becauseOf(verdict.finding), ...who });
  }
  const other = judgeAbout(about, endorsed, who);
  if (other) return other;
  if (verdict.kind === 'unsigned') return notChecked('endorsements/unsigned', who);
  return verdict.kind === 'holds'
    ? passed('endorsements/holds', who)
    : notChecked('endorsements/item', { ...becauseOf(verdict.finding), ...who });
}

/** Open Badges 2.0 §Endorsement: true as far as the endorser's own site says the same. */
async function judgeHosted(
  endorsement: JsonValue,
  endorsed: string | undefined,
  documents: DocumentReader,
): Promise<CheckDetail> {
  const url = idOf(endorsement);
  const host = url === undefined ? undefined : hostOf(url);
  if (url === undefined || host === undefined) return notChecked('endorsements/unreadable');
  const needed = notChecked('endorsements/needs-network', { host });
  const answer = await documents.askObject(url, 'endorsement');
  if (answer.kind !== 'object') {
    const isGone = answer.kind === 'failed' && answer.document?.status === 410;
    const who = isObject(endorsement) ? nameOf(endorsement) : { who: host };
    return isGone ? failed('endorsements/taken-back', who) : unread(url, answer, needed);
  }
  const { object } = answer;
  const who = nameOf(object);
  if (object['revoked'] === true) return failed('endorsements/taken-back', who);
  const isSame =
    !isObject(endorsement) || endorsement['claim'] === undefined
      ? true
      : sameJson(endorsement['claim'], object['claim']);
  if (!isSameAddress(idOf(object), url) || !isSame) return failed('endorsements/differs', who);
  const other = judgeAbout([idOf(object['claim'])], endorsed, who);
  if (other) return other;
  // The page of somebody else cannot speak in the endorser's name.
  const issuer = idOf(object['issuer']);
  return issuer !== undefined && hostOf(issuer) === host
    ? passed('endorsements/hosted', { ...who, host })
    : notChecked('endorsements/unsigned', who);
}

/** An endorsement must name what it endorses (Open Badges 3.0 §EndorsementSubject). */
function judgeAbout(
  about: readonly (string | undefined)[],
  endorsed: string | undefined,
  who: { readonly who?: string },
): CheckDetail | undefined {
  if (endorsed === undefined) return notChecked('endorsements/endorsed-without-id', who);
  return about.some((id) => isSameAddress(id, endorsed))
    ? undefined
    : failed('endorsements/of-something-else', who);
}

/** One page before and after its site moved to https. */
function isSameAddress(a: string | undefined, b: string | undefined): boolean {
  const plain = (id: string | undefined): string | undefined => id?.replace(/^http:/i, 'https:');
  return a !== undefined && plain(a) === plain(b);
}

function nameOf(record: JsonObject): { readonly who?: string } {
  const who = issuerOf(record);
  return who === undefined ? {} : { who };
}
