import { describe, expect, it } from 'vitest';
import { coseOfText, decodeCose, looksLikeCose } from '../../../src/formats/cose.ts';
import { readFile, readText } from '../../../src/formats/index.ts';
import { readPayload } from '../../../src/formats/payload.ts';
import { parsePayload } from '../../../src/verify/subject.ts';
import { coseSign1, type MessageOptions } from '../../support/cose-message.ts';
import { documentReaders } from '../../support/document-readers.ts';
import { invented, openBadge3 } from '../../support/invented-credentials.ts';
import { said, verifyReading } from '../verify/workshop.ts';

const CREDENTIAL = openBadge3(invented());
const MESSAGE = coseSign1(CREDENTIAL);
const readers = documentReaders();

describe('a COSE message', () => {
  it.each<MessageOptions['form']>(['tagged', 'bare', 'indefinite', 'described'])(
    'is a credential as a %s file',
    async (form) => {
      const bytes = coseSign1(CREDENTIAL, form ? { form } : {});
      const reading = await readFile({ bytes, fileName: 'award.cbor' }, readers);
      expect(reading).toMatchObject({ outcome: 'read', mediaType: 'application/cose' });
      expect(reading.items[0]).toMatchObject({
        format: 'ob3 vcdm2.0',
        carrier: 'cose',
        signed: true,
        achievement: { name: 'Soil Science Basics' },
        payload: { kind: 'cose', text: bytes.toString('base64url') },
        sources: { issuer: { kind: 'path', path: 'issuer.name' } },
      });
      expect(reading.findings?.[0]?.code).toBe('found/credential');
    },
  );

  it.each(['base64', 'base64url', 'hex'] as const)('is a credential as %s text', async (coding) => {
    const text = MESSAGE.toString(coding);
    const wrapped = text.replace(/.{64}/g, '$&\n');
    for (const one of [text, wrapped]) {
      const file = { bytes: new TextEncoder().encode(one), fileName: 'award.txt' };
      expect(await readFile(file, readers)).toMatchObject({
        outcome: 'read',
        mediaType: 'text/plain',
        items: [{ carrier: 'cose' }],
      });
      expect((await readText(one, readers)).items[0]?.payload?.kind).toBe('cose');
    }
  });

  it('is read out of an envelope and as a presentation', () => {
    const id = `data:application/vc+cose;base64,${MESSAGE.toString('base64')}`;
    const enveloped = { type: 'EnvelopedVerifiableCredential', id };
    expect(readPayload(JSON.stringify(enveloped), 'json').items[0]?.payload?.kind).toBe('cose');
    const inner = { ...enveloped, id: id.replace(/=/g, '%3D') };
    const presentation = coseSign1(
      { type: 'VerifiablePresentation', verifiableCredential: [inner, CREDENTIAL] },
      { contentType: 'application/vp' },
    );
    const { items } = readPayload(presentation.toString('base64url'), 'text');
    expect(items.map((one) => one.payload?.kind)).toEqual(['cose', 'json']);
    expect(items.map((one) => one.signed)).toEqual([true, false]);
  });

  it('is never called unsigned, nor proven, as long as its signature cannot be checked', async () => {
    const [item] = readPayload(MESSAGE.toString('base64'), 'text').items;
    if (!item) throw new Error('not read');
    const report = await verifyReading(item);
    expect(said(report, 'proof')).toBe('not-checked proof/key-not-available');
    expect(report.standing).not.toBe('proven');
    const record = coseSign1({ type: 'Something', claims: 1 });
    const payload = { kind: 'cose', text: record.toString('base64url'), content: '{}' } as const;
    expect(parsePayload(payload)).toMatchObject({ kind: 'other', seal: 'COSE' });
    expect(parsePayload({ ...payload, text: 'AAAA' }).kind).toBe('unreadable');
  });

  it('never takes the word of a reader for what is signed', () => {
    const payload = {
      kind: 'cose',
      text: MESSAGE.toString('base64url'),
      content: '{"a":1}',
    } as const;
    expect(parsePayload(payload)).toMatchObject({ kind: 'vc', credential: CREDENTIAL });
  });
});

describe('decodeCose', () => {
  const nested = Buffer.concat([
    Buffer.from([0xa1, 4]),
    Buffer.alloc(5_000, 0x81),
    Buffer.from([0]),
  ]);
  it.each<[string, Buffer, string]>([
    ['is cut short', MESSAGE.subarray(0, MESSAGE.length - 9), 'jwt/invalid'],
    ['is followed by more', Buffer.concat([MESSAGE, Buffer.from([0])]), 'jwt/invalid'],
    ['keeps its content elsewhere', coseSign1(1, { content: Buffer.from([0xf6]) }), 'jwt/invalid'],
    ['is not Unicode', coseSign1(1, { content: Buffer.from([0x42, 0xc3, 0x28]) }), 'jwt/invalid'],
    [
      'says a header twice',
      coseSign1(1, { header: Buffer.from([0xa2, 4, 1, 4, 2]) }),
      'json/duplicate-key',
    ],
    [
      'says a signed header twice',
      coseSign1(1, { protectedHeader: Buffer.from([0xa2, 1, 0x26, 1, 0x27]) }),
      'json/duplicate-key',
    ],
    ['is nested too deeply', coseSign1(1, { header: nested }), 'jwt/invalid'],
    ['promises more than it holds', Buffer.from('d29bffffffffffffffff40', 'hex'), 'jwt/invalid'],
    ['is encrypted', Buffer.from('d08343a1010aa040', 'hex'), 'jwt/encrypted'],
    ['is nothing of the kind', Buffer.from('a0', 'hex'), 'jwt/invalid'],
  ])('refuses a message that %s', (_, bytes, code) => {
    const result = decodeCose(bytes);
    expect(!result.ok && result.problem.code).toBe(code);
  });

  it('tells messages from other binary files and from words', () => {
    expect(looksLikeCose(MESSAGE)).toBe(true);
    for (const other of ['84', '8401020304', 'd9d9f7a0', '8441', '', '84414184']) {
      expect(looksLikeCose(Buffer.from(other, 'hex'))).toBe(false);
    }
    expect(coseOfText('hello there, this is not a message of any kind at all')).toBeUndefined();
    expect(coseOfText('A'.repeat(500))).toBeUndefined();
    expect(coseOfText('84'.repeat(500))).toBeUndefined();
  });
});
