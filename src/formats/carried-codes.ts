// What QR codes of a page or picture carry: credentials, packed presentations, offers. An address is left
// to the recogniser, which reads it together with the words beside it.
import type { CredentialReading } from '../domain/credential.ts';
import type { Problem } from '../domain/problem.ts';
import { readPayload } from './payload.ts';
import type { PayloadReading } from './reading-parts.ts';

/** Reads the text of one code; injected, because packed codes need contexts and links need providers. */
export type CodeReader = (text: string, carrier: string) => Promise<PayloadReading>;

/** The credentials in untrusted codes, and why a code that is one could not be read. */
export async function readCarriedCodes(
  codes: readonly string[],
  carrier: string,
  readCode: CodeReader = (text) => Promise.resolve(readPayload(text, carrier)),
): Promise<{
  readonly items: readonly CredentialReading[];
  readonly problems: readonly Problem[];
}> {
  const items: CredentialReading[] = [];
  const problems: Problem[] = [];
  for (const code of codes) {
    if (/^\s*https?:/iu.test(code)) continue;
    const reading = await readCode(code, carrier);
    items.push(...reading.items);
    problems.push(...reading.problems.filter((one) => one.code !== 'credential/not-recognised'));
  }
  return { items, problems };
}
