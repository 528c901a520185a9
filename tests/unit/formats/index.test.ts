import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CredentialReading, FileReading } from '../../../src/domain/credential.ts';
import { readFile, type DocumentReaders } from '../../../src/formats/index.ts';
import { bakePng, bakeSvg, plainPng } from '../../support/bake.ts';
import { invented, openBadge2, openBadge3 } from '../../support/invented-credentials.ts';
import { signVcJwt } from '../../support/sign-credential.ts';

const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260_115);
const DOCUMENT: CredentialReading = {
  format: 'picture',
  carrier: 'picture',
  achievement: { name: 'picture' },
  issuer: {},
  recipient: { identifiers: [], hashedIdentities: [] },
  skills: [],
  evidence: [],
  signed: false,
};
/** Stands for the real document readers, which have their own tests. */
const readers: DocumentReaders = {
  readPdf: () => Promise.resolve(keptAs('application/pdf')),
  readPicture: (_bytes, mediaType) => Promise.resolve(keptAs(mediaType)),
  readLink: () => undefined,
  readExport: () => undefined,
};

function keptAs(mediaType: string): FileReading {
  return {
    outcome: 'kept',
    mediaType,
    items: [DOCUMENT],
    problems: [{ code: 'picture/no-credential' }],
  };
}

function read(content: Uint8Array | string, fileName = 'file'): Promise<FileReading> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return readFile({ bytes, fileName }, readers);
}

async function brief(content: Uint8Array | string, fileName?: string): Promise<string> {
  const reading = await read(content, fileName);
  return [reading.outcome, reading.items.length, ...reading.problems.map((one) => one.code)].join(
    ' ',
  );
}

const ob2 = JSON.stringify(openBadge2(invented()));
const token = signVcJwt(openBadge3(invented(), '1.1'), 'EdDSA');

describe('readFile', () => {
  it.each<[string, Uint8Array | string, string]>([
    ['JSON', ob2, 'read 1'],
    ['JSON with a mark', `\uFEFF${ob2}`, 'read 1'],
    ['UTF-16 JSON', new Uint8Array(Buffer.from(`\uFEFF${ob2}`, 'utf16le')), 'read 1'],
    ['a token', `${token}\n`, 'read 1'],
    ['a baked PNG', bakePng(plainPng(), 'openbadges', ob2), 'read 1'],
    ['a baked SVG', bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"></svg>', 2, ob2), 'read 1'],
    ['a PNG without a credential', plainPng(), 'kept 1 picture/no-credential'],
    ['a cut PNG without a credential', plainPng().slice(0, 50), 'kept 1 png/damaged'],
    ['a PNG with broken JSON', bakePng(plainPng(), 'openbadges', '{"a":'), 'kept 1 json/invalid'],
    ['a PDF', '%PDF-1.7', 'kept 1 picture/no-credential'],
    ['nothing', '', 'refused 0 input/empty-file'],
    ['endless depth', '['.repeat(1_000_000), 'refused 0 json/too-deep'],
    ['a repeated field', '{"a":1,"a":2}', 'refused 0 json/duplicate-key'],
    ['broken JSON', '{"type":"Assertion",', 'kept 0 json/invalid'],
    [
      'JSON that is not UTF-8',
      Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d),
      'kept 0 json/bad-unicode',
    ],
    ['other JSON', '{"hello":"world"}', 'kept 0 credential/not-recognised'],
    ['an encrypted token', 'eyJhbGciOiJkaXIifQ..aaaa.bbbb.cccc', 'kept 0 jwt/encrypted'],
    ['SVG with entities', '<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', 'refused 0 xml/unsafe'],
    ['XML with entities', '<!DOCTYPE a [<!ENTITY a "b">]><a>&a;</a>', 'refused 0 xml/unsafe'],
    ['words', 'Dear learner, well done.', 'kept 0 text/nothing-recognised'],
    ['an unknown binary', Uint8Array.of(0, 1, 2, 3), 'kept 1 input/unknown-kind'],
  ])('answers for %s', async (_name, content, expected) => {
    expect(await brief(content)).toBe(expected);
  });

  it('remembers the address when a PNG holds only a link', async () => {
    const reading = await read(
      bakePng(plainPng(), 'openbadges', 'https://larkfield.example/1', 'tEXt'),
    );
    expect(reading.items[0]?.verifyUrl).toBe('https://larkfield.example/1');
    expect(reading.problems.map((one) => one.code)).toEqual(['credential/only-a-link']);
  });

  it('keeps the file when a document reader crashes', async () => {
    const broken: DocumentReaders = {
      ...readers,
      readPdf: () => Promise.reject(new RangeError('deep')),
    };
    const reading = await readFile(
      { bytes: new TextEncoder().encode('%PDF-1.4'), fileName: 'a' },
      broken,
    );
    expect(reading).toMatchObject({
      outcome: 'kept',
      problems: [{ code: 'input/reader-crashed' }],
    });
  });

  it('titles an unknown file by its cleaned name', async () => {
    const reading = await read(Uint8Array.of(0, 1), 'my\u0000 cert\u0007ificate\n.docx');
    expect(reading.items[0]?.achievement.name).toBe('my certificate');
  });

  it('reads the same thing from the same bytes', async () => {
    expect(await read(ob2, 'a.json')).toEqual(await read(ob2, 'b.txt'));
  });

  it('answers for a baked PNG cut at every twentieth byte', async () => {
    const whole = bakePng(plainPng(), 'openbadges', ob2, 'zTXt');
    for (let length = 0; length < whole.length; length += 20) {
      expect(['read', 'kept', 'refused']).toContain((await read(whole.slice(0, length))).outcome);
    }
  });

  it(`never throws, whatever the bytes (seed ${SEED})`, async () => {
    const seeds: Uint8Array[] = [ob2, token, JSON.stringify(openBadge3(invented()))].map((text) =>
      new TextEncoder().encode(text),
    );
    seeds.push(bakePng(plainPng(), 'openbadges', ob2), plainPng());
    const mutated = fc
      .tuple(fc.constantFrom(...seeds), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }))
      .map(([bytes, changes]) => {
        const copy = bytes.slice();
        for (const [at, value] of changes) copy[at % copy.length] = value;
        return copy;
      });
    const json = fc.json({ maxDepth: 6 }).map((text) => new TextEncoder().encode(text));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(mutated, json, fc.uint8Array({ maxLength: 400 })),
        fc.string(),
        async (bytes, fileName) => {
          const reading = await readFile({ bytes, fileName }, readers);
          expect(['read', 'kept', 'refused']).toContain(reading.outcome);
          expect(reading.outcome === 'read').toBe(
            reading.items.length > 0 &&
              reading.items[0] !== DOCUMENT &&
              reading.items[0]?.carrier !== 'file',
          );
          if (reading.outcome !== 'read') expect(reading.problems.length).toBeGreaterThan(0);
          expect(reading.problems.some((one) => one.code === 'input/reader-crashed')).toBe(false);
        },
      ),
      { seed: SEED, numRuns: 1_500 },
    );
  });

  it(`survives odd shapes where text or objects belong (seed ${SEED})`, async () => {
    const base = fc.constantFrom(
      openBadge2(invented()),
      openBadge3(invented()),
      openBadge3(invented(), '1.1'),
    );
    const path = fc.array(fc.nat(20), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        base,
        path,
        fc.jsonValue({ maxDepth: 3 }),
        async (credential, steps, value) => {
          const copy = structuredClone(credential) as Record<string, unknown>;
          let node: Record<string, unknown> = copy;
          for (const step of steps) {
            const keys = Object.keys(node);
            const key = keys[step % Math.max(keys.length, 1)] ?? 'x';
            const next = node[key];
            if (typeof next === 'object' && next !== null && step % 3 > 0)
              node = next as Record<string, unknown>;
            else node[key] = structuredClone(value);
          }
          const reading = await read(JSON.stringify(copy));
          expect(reading.problems.some((one) => one.code === 'input/reader-crashed')).toBe(false);
        },
      ),
      { seed: SEED, numRuns: 1_500 },
    );
  });
});
