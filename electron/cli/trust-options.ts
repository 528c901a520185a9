// Whom the person trusts and who they are, as options of a command: registries and trusted lists from files,
// and names and addresses of the recipient. Keeps nothing.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { sha256Of } from '../../src/domain/id.ts';
import type { Identity, IdentityKind } from '../../src/domain/identity.ts';
import { knownOf } from '../../src/domain/known-issuer.ts';
import { type Problem, problem } from '../../src/domain/problem.ts';
import { type Result, err, ok } from '../../src/domain/result.ts';
import type { CertificateTrustList, IssuerRegistry, IssuerTrust } from '../../src/domain/trust.ts';
import { readTrustFile } from '../../src/verify/trust-file.ts';

export type TrustFiles = {
  readonly registries: readonly string[];
  readonly trustLists: readonly string[];
};

/** A problem with the file it is about. */
export type FileProblem = { readonly path: string; readonly problem: Problem };

/** Reads the files that a person named; each must be what its option says. */
export async function readTrust(
  files: TrustFiles,
  receivedAt: string,
): Promise<Result<IssuerTrust, FileProblem>> {
  const registries: IssuerRegistry[] = [];
  const trustLists: CertificateTrustList[] = [];
  for (const [kind, paths] of [
    ['registry', files.registries],
    ['trust-list', files.trustLists],
  ] as const) {
    for (const path of paths) {
      const bytes = await readFile(path).catch(() => undefined);
      if (!bytes)
        return err({ path, problem: problem('input/no-such-path', { params: { path } }) });
      const read = await readTrustFile(new Uint8Array(bytes), { fileName: basename(path) });
      if (!read.ok) return err({ path, problem: read.problem });
      if (read.value.kind !== kind) {
        const code = kind === 'registry' ? 'trust/not-a-registry' : 'trust/no-certificates';
        return err({ path, problem: problem(code) });
      }
      const about = { id: path, receivedAt, sha256: await sha256Of(bytes) };
      if (read.value.kind === 'registry') registries.push({ ...read.value.registry, ...about });
      else trustLists.push({ ...read.value.list, ...about });
    }
  }
  return ok({ registries, trustLists, pins: [], known: knownOf([], registries) });
}

/** What the person calls themselves, each of the kind that it looks like. */
export function identitiesOf(texts: readonly string[]): readonly Identity[] {
  return texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((value) => ({ id: value, kind: kindOf(value), value }));
}

function kindOf(text: string): IdentityKind {
  if (/^did:[a-z0-9]+:\S+$/u.test(text)) return 'did';
  if (/^https?:\/\/\S+$/iu.test(text)) return 'url';
  return /^(?:mailto:)?[^\s@]+@[^\s@]+$/iu.test(text) ? 'email' : 'name';
}
