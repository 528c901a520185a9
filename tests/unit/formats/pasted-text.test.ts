import { encode } from '@digitalbazaar/cborld';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemWording } from '../../../src/domain/problem-wording.ts';
import type { JsonValue } from '../../../src/formats/json.ts';
import { readCode, readText } from '../../../src/formats/pasted-text.ts';
import { documentReaders } from '../../support/document-readers.ts';
import { invented, openBadge2, openBadge3 } from '../../support/invented-credentials.ts';
import { signVcJwt } from '../../support/sign-credential.ts';

const CONTEXTS = new URL('../../../resources/contexts/', import.meta.url);
const index = JSON.parse(readFileSync(new URL('index.json', CONTEXTS), 'utf8')) as Record<
  string,
  { file: string }
>;
function loadContext(url: string): Promise<JsonValue> {
  const entry = index[url];
  return entry
    ? Promise.resolve(JSON.parse(readFileSync(new URL(entry.file, CONTEXTS), 'utf8')) as JsonValue)
    : Promise.reject(new Error(`not bundled: ${url}`));
}
const readers = documentReaders({ loadContext });
const ob2 = JSON.stringify(openBadge2(invented()));
const token = signVcJwt(openBadge3(invented(), '1.1'), 'EdDSA');

async function packed(document: unknown, registryEntryId = 1): Promise<string> {
  const options = {
    jsonldDocument: document,
    registryEntryId,
    documentLoader: async (url: string) => ({ document: await loadContext(url) }),
  };
  const bytes = await encode(options);
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  const letters = bits.match(/.{1,5}/gu) ?? [];
  const base32 = letters.map(
    (five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five.padEnd(5, '0'), 2)],
  );
  return `VP1-B${base32.join('')}`;
}

describe('readText', () => {
  it.each<[string, string, string, number]>([
    ['JSON', ` ${ob2} `, 'application/json', 1],
    ['a token', token, 'application/jwt', 1],
    ['a token that a mail program wrapped', token.replace(/.{76}/gu, '$&\n'), 'application/jwt', 1],
    ['a token between words', `Here it is: ${token}, well done`, 'text/plain', 1],
    ['JSON between words', `Your badge:\n${ob2}\nKind regards`, 'text/plain', 1],
    ['an address', 'https://verify.larkfield.example/LC-1', 'text/plain', 1],
    [
      'many addresses between words, each once',
      'See (https://verify.larkfield.example/LC-1), https://verify.larkfield.example/LC-2. And <https://verify.larkfield.example/LC-1?utm_source=x> or https://other.example/',
      'text/plain',
      2,
    ],
    ['a pasted table', 'Title\tIssuer\tDate\nBees\tLarkfield\t2024-05-01', 'text/csv', 1],
  ])('reads %s', async (_name, text, mediaType, count) => {
    const reading = await readText(text, readers);
    expect(reading).toMatchObject({ outcome: 'read', mediaType });
    expect(reading.items).toHaveLength(count);
  });

  it.each([
    ['', 'input/empty-file'],
    ['hello', 'text/nothing-recognised'],
    ['https://larkfield.example/1', 'credential/only-a-link'],
    ['{"a":1,"a":2}', 'json/duplicate-key'],
    ['dccrequest://request?issuer=x&vc_request_url=y', 'link/wallet-offer'],
    ['org.dcconsortium://request?x', 'link/wallet-offer'],
    ['openid-credential-offer://?credential_offer_uri=x', 'link/wallet-offer'],
    ['https://lcw.app/mobile?x=1', 'link/wallet-offer'],
    ['https://wallet.example/?credential_offer=%7B%7D', 'link/wallet-offer'],
    ['VP1-BAAAA', 'link/compressed-code'],
    ['VP1-Z1234567', 'link/compressed-code'],
  ])('refuses %j with a reason', async (text, code) => {
    expect(await readText(text, readers)).toMatchObject({
      outcome: 'refused',
      items: [],
      problems: [{ code }],
    });
  });

  it('unpacks a presentation from its code with bundled contexts alone', async () => {
    const presentation = {
      '@context': ['https://www.w3.org/2018/credentials/v1'],
      type: ['VerifiablePresentation'],
      verifiableCredential: openBadge3(invented(), '1.1'),
    };
    for (const registryEntryId of [0, 1]) {
      const code = await packed(presentation, registryEntryId);
      const reading = await readText(code, readers);
      expect(reading.items[0]?.achievement.name).toBe(
        (await readText(JSON.stringify(presentation), readers)).items[0]?.achievement.name,
      );
      expect(reading.items[0]?.achievement.name).not.toBe('');
    }
  });

  it('ends at a context that is not bundled, and without any', async () => {
    const foreign = { '@context': 'https://elsewhere.example/v1', type: 'X' };
    const loader = async (url: string) => ({
      document: url.includes('elsewhere') ? { '@context': {} } : await loadContext(url),
    });
    const bytes = await encode({
      jsonldDocument: foreign,
      registryEntryId: 1,
      documentLoader: loader,
    });
    expect(bytes.length).toBeGreaterThan(0);
    const code = await packed({
      '@context': 'https://www.w3.org/2018/credentials/v1',
      type: 'VerifiablePresentation',
    });
    const reading = await readText(code, documentReaders());
    expect(reading.problems.map(problemWording)).toEqual([
      'This code holds a credential in a packed form that Laurel could not unpack.',
    ]);
  });

  it('stays fast on long hostile text', async () => {
    const start = performance.now();
    for (const text of [
      'https://'.repeat(200_000),
      '{ "'.repeat(300_000),
      `eyJ${'a'.repeat(2_000_000)}`,
      'VP1-'.repeat(300_000),
      'a.'.repeat(1_000_000),
      '(((('.repeat(300_000),
    ]) {
      expect((await readText(`x ${text}`, readers)).outcome).toBe('refused');
    }
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('readCode', () => {
  it.each<[string, string, number, readonly string[]]>([
    ['JSON', ob2, 1, []],
    ['a token', token, 1, []],
    ['a known address', 'https://verify.larkfield.example/LC-1', 1, []],
    ['an unknown address', 'https://larkfield.example/1', 0, []],
    ['a number', '123456789012', 0, []],
    ['an offer', 'dccrequest://request?x', 0, ['link/wallet-offer']],
    ['a packed code', `HC1:${'6BFOXN%TS3DHPVO13J '.repeat(8)}`, 0, ['link/compressed-code']],
  ])('reads %s', async (_name, code, count, codes) => {
    const reading = await readCode(code, readers, 'picture-qr');
    expect(reading.items).toHaveLength(count);
    expect(reading.problems.map((one) => one.code)).toEqual(codes);
  });
});
