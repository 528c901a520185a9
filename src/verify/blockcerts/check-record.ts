// Everything that is checked of a Blockcert as such: versions 1.2 and 2, which are records of their own, and the
// Merkle proofs among the proofs of version 3, which is a Verifiable Credential.
import { LIMITS } from '../../domain/limits.ts';
import { type JsonObject, firstObject, idOf, listOf, objectsOf } from '../../formats/json.ts';
import { checkRevocationList } from '../assertion-revocation.ts';
import { type Finding, notApplicable, notChecked, passed } from '../check-result.ts';
import type { ContextSource } from '../contexts.ts';
import { hostOf } from '../did.ts';
import { type DocumentReader, unread } from '../documents.ts';
import { type ProofAnswer, headline } from '../proof-check.ts';
import { judgeShape } from '../vocabulary.ts';
import {
  type BlockcertsAnswer,
  type BlockcertsInput,
  checkMerkleProof,
} from './check-blockcerts.ts';
import { issuerOfBlockcert } from './issuer-address.ts';
import { certificateOf, isMerkleProof, merkleProofsOf } from './merkle-receipt.ts';

type RecordInput = Omit<BlockcertsInput, 'vocabulary'>;

export type BlockcertsRecord = BlockcertsAnswer & {
  readonly vocabulary: Finding;
  readonly revocation: Finding;
};

/** Checks a record that is no Verifiable Credential; undefined when it has no proof of the Blockcerts kinds. */
export async function checkBlockcertsRecord(
  record: JsonObject,
  input: RecordInput,
): Promise<BlockcertsRecord | undefined> {
  const proofs = merkleProofsOf(record).slice(0, LIMITS.proofs);
  if (proofs.length === 0) return undefined;
  // A presentation has no words of its own; what it holds is checked one by one.
  const isPresentation = record['verifiableCredential'] !== undefined;
  const vocabulary = isPresentation
    ? notApplicable('vocabulary/not-linked-data')
    : await judgeVocabulary(record, input.contexts);
  const answers: BlockcertsAnswer[] = [];
  for (const proof of proofs) {
    answers.push(await checkMerkleProof(record, proof, { ...input, vocabulary }));
  }
  // Of several proofs none may be wrong.
  const worst =
    answers.find(({ proof }) => proof.outcome === 'failed') ??
    answers.find(({ proof }) => proof.outcome === 'not-checked') ??
    answers[0];
  const revocation = isPresentation
    ? notApplicable('status/document-only')
    : await checkRevocation(record, input.documents);
  return worst && { ...worst, vocabulary, revocation };
}

export type CredentialAnswer = {
  readonly answer: ProofAnswer;
  readonly vocabulary: Finding;
  readonly binding?: Finding;
};

/**
 * Puts the results of the Merkle proofs into the answer about all proofs of a Verifiable Credential, which knows
 * nothing of their kind. The key of a Merkle proof is an address, so it is bound here.
 */
export async function withMerkleProofs(
  credential: JsonObject,
  answer: ProofAnswer,
  input: BlockcertsInput,
): Promise<CredentialAnswer> {
  const proofs = listOf(credential['proof']);
  const merkle = new Map<number, BlockcertsAnswer>();
  for (const [index, proof] of proofs.slice(0, LIMITS.proofs).entries()) {
    const [own] = objectsOf(proof).filter(isMerkleProof);
    if (own) merkle.set(index, await checkMerkleProof(credential, own, input));
  }
  const [only] = merkle.values();
  const known = { answer, vocabulary: input.vocabulary };
  if (!only || answer.finding.outcome === 'not-applicable') return known;
  const vocabulary = vocabularyBeside(only.proof, input.vocabulary);
  if (proofs.length === 1) {
    return { answer: { ...answer, finding: only.proof }, vocabulary, binding: only.binding };
  }
  const { details } = answer.finding;
  if (details?.length !== proofs.length) return known;
  const own = details.map((detail, index) => merkle.get(index)?.proof ?? detail);
  const flat = own.map(({ details: _, ...finding }: Finding) => finding);
  const finding = { ...headline(flat), details: flat };
  // A key that is bound already counts; else the address of the Merkle proof may.
  return answer.keys.length > 0
    ? { answer: { ...answer, finding }, vocabulary }
    : { answer: { ...answer, finding }, vocabulary, binding: only.binding };
}

/**
 * A word without a vocabulary makes other proofs fail. The issuers of Blockcerts left such words out of the hash:
 * where the rest has exactly the hash that was signed, nothing shows that anybody bent them.
 */
function vocabularyBeside(proof: Finding, vocabulary: Finding): Finding {
  return proof.reason === 'blockcerts/parts-not-covered' &&
    vocabulary.reason === 'vocabulary/undefined-term'
    ? notChecked(vocabulary.reason, vocabulary.params)
    : vocabulary;
}

/** The lists of contexts that Blockcerts before version 3 use; their words are the same at all addresses. */
const FIRST = 'https://w3id.org/blockcerts/v1';
const OPEN_BADGES =
  /^https:\/\/(?:w3id\.org\/openbadges\/v2|openbadgespec\.org\/v2\/context\.json)$/;
const BLOCKCERTS_2 =
  /^https:\/\/(?:w3id\.org\/blockcerts\/v2(?:\.1)?|(?:w3id\.org\/blockcerts|www\.blockcerts\.org)\/schema\/2\.(?:0|1|0-alpha)\/context\.json)$/;

async function judgeVocabulary(record: JsonObject, contexts: ContextSource): Promise<Finding> {
  // Version 1.2: the receipt covers the certificate inside, whose own contexts give its words their meaning.
  const document = certificateOf(record) ?? record;
  const entries = listOf(document['@context']);
  const urls = entries.filter((entry) => typeof entry === 'string');
  if (urls.length < entries.length) return notChecked('vocabulary/inline-context');
  const unknown = urls.find((url) => !contexts.has(url));
  if (unknown !== undefined) return notChecked('vocabulary/unknown-context', { url: unknown });
  const [first = '', second = '', ...more] = urls;
  const isFirst = first === FIRST && second === '';
  if (!isFirst && !(OPEN_BADGES.test(first) && BLOCKCERTS_2.test(second) && more.length === 0)) {
    return notChecked('vocabulary/unusual-context', { url: first });
  }
  // In 2.0-alpha `revoked` has the address of `expires`: one could stand in for the other.
  if (second.includes('alpha') && record['revoked'] !== undefined) {
    return notChecked('vocabulary/renamed-field', { term: 'revoked' });
  }
  return (await judgeShape(document, contexts)) ?? passed('vocabulary/known');
}

/** The issuer's list of revoked badges, named in the signed badge or else by the issuer Profile (Blockcerts 2). */
async function checkRevocation(record: JsonObject, documents: DocumentReader): Promise<Finding> {
  const issuer = issuerOfBlockcert(record);
  const id = idOf(issuer);
  const host = id === undefined ? undefined : hostOf(id);
  const needed = notChecked('status/needs-network', host === undefined ? {} : { host });
  if (id === undefined || record['badge'] === undefined) return needed;
  const named = idOf(firstObject(issuer)?.['revocationList']);
  if (named !== undefined) {
    return checkRevocationList(record, { id, object: { revocationList: named } }, documents);
  }
  const answer = await documents.askObject(id, 'issuer-profile');
  if (answer.kind !== 'object') return unread(id, answer, needed);
  return checkRevocationList(record, { id, object: answer.object }, documents);
}
