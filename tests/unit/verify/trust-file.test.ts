// Files and answers that a person chose to trust.
import { describe, expect, it } from 'vitest';
import { certify } from '../../support/seal-maker.ts';
import { readTrustFile } from '../../../src/verify/trust-file.ts';

const REGISTRY = JSON.stringify({
  registry: { 'did:web:larkfield.example': { name: 'Larkfield' } },
});

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

describe('a chosen file', () => {
  it('is a registry named after the file or the address where it names itself nothing', async () => {
    for (const [source, name] of [
      [{ fileName: 'C:\\Downloads\\member-registry.json' }, 'member-registry'],
      [{ url: 'https://registries.example/a/registry.json' }, 'registries.example/a/registry.json'],
    ] as const) {
      const read = await readTrustFile(bytesOf(REGISTRY), source);
      expect(read.ok && read.value).toEqual({
        kind: 'registry',
        registry: {
          kind: 'dcc',
          name,
          source,
          entries: [{ name: 'Larkfield', ids: ['did:web:larkfield.example'] }],
        },
      });
    }
  });

  it('is a trusted list where its root says so', async () => {
    const text =
      '<TrustServiceStatusList xmlns="http://uri.etsi.org/02231/v2#"><TrustServiceProviderList/></TrustServiceStatusList>';
    const read = await readTrustFile(bytesOf(text), { fileName: 'list.xml' });
    expect(!read.ok && read.problem.code).toBe('trust/no-certificates');
  });

  it('is a list of certificates where it holds them as PEM text', async () => {
    const authorities = ['Fernhill Seals', 'Otterbrook Seals'].map((organisation) =>
      certify({ organisation, isAuthority: true }),
    );
    const pem = authorities.map(
      ({ der }) =>
        `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/(.{64})/gu, '$1\n')}\n-----END CERTIFICATE-----\n`,
    );
    const noise = '-----BEGIN CERTIFICATE-----\nYWJj\n-----END CERTIFICATE-----\n';
    const text = `# Seals\n${pem.join('\n')}${pem[0] ?? ''}${noise}`;
    const read = await readTrustFile(bytesOf(text), { fileName: 'authorities.pem' });
    expect(read.ok && read.value).toEqual({
      kind: 'trust-list',
      list: {
        name: 'authorities',
        certificates: authorities.map(({ sha256 }) => sha256),
      },
    });
    const none = await readTrustFile(bytesOf(noise), { fileName: 'authorities.pem' });
    expect(!none.ok && none.problem.code).toBe('trust/no-certificates');
  });

  it('is refused with a plain reason where it is neither', async () => {
    for (const [bytes, code] of [
      [new Uint8Array(), 'input/empty-file'],
      [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff), 'trust/not-a-registry'],
      [bytesOf('<!doctype html><title>Sign in</title>'), 'trust/not-a-registry'],
      [new Uint8Array(21 * 1024 * 1024), 'input/too-large'],
    ] as const) {
      const read = await readTrustFile(bytes, { fileName: 'x' });
      expect(!read.ok && read.problem.code).toBe(code);
    }
  });
});
