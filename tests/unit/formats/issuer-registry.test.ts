// Registries: every shape in which people get them, and the traps in them.
import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../../../src/formats/base64.ts';
import { parseRegistry } from '../../../src/formats/issuer-registry.ts';

function token(payload: unknown): string {
  const part = (value: unknown) => encodeBase64url(new TextEncoder().encode(JSON.stringify(value)));
  return `${part({ alg: 'ES256', typ: 'entity-statement+jwt' })}.${part(payload)}.c2ln`;
}

const STATEMENT = {
  iss: 'https://federation.example',
  sub: 'did:web:larkfield.example',
  iat: 1_760_000_000,
  metadata: {
    federation_entity: {
      organization_name: 'Larkfield University',
      homepage_uri: 'https://larkfield.example',
    },
    institution_additional_information: { legal_name: 'The Trustees of Larkfield' },
  },
};

function read(value: unknown) {
  const result = parseRegistry(typeof value === 'string' ? value : JSON.stringify(value));
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

function refusal(value: unknown): string {
  const result = parseRegistry(typeof value === 'string' ? value : JSON.stringify(value));
  return result.ok ? 'read' : result.problem.code;
}

describe('a registry of the Digital Credentials Consortium', () => {
  it('lists issuers by DID, with the day it was last changed', () => {
    expect(
      read({
        meta: { created: '2025-01-02T02:32:16+0000', updated: '2026-11-02T18:41:36+0000' },
        registry: {
          'did:key:z6MkInvented': {
            name: 'Larkfield University',
            location: 'Larkfield',
            url: 'https://larkfield.example',
          },
          'did:web:brookhaven.example': { name: 'Brookhaven', url: '' },
        },
      }),
    ).toEqual({
      kind: 'dcc',
      madeAt: '2026-11-02T18:41:36.000Z',
      entries: [
        {
          name: 'Larkfield University',
          ids: ['did:key:z6MkInvented'],
          url: 'https://larkfield.example',
        },
        { name: 'Brookhaven', ids: ['did:web:brookhaven.example'] },
      ],
    });
  });

  it('may be the earlier form, or the map alone', () => {
    const map = { 'did:web:larkfield.example': { name: 'Larkfield' } };
    expect(read({ meta: {}, entries: map }).entries).toHaveLength(1);
    expect(read(map).entries).toHaveLength(1);
  });
});

describe('a list of issuers', () => {
  it('is read whatever its fields are called', () => {
    const forms: readonly unknown[] = [
      [{ id: 'https://larkfield.example/issuer', type: 'Profile', name: 'Larkfield' }],
      { issuers: [{ did: 'https://larkfield.example/issuer', displayName: 'Larkfield' }] },
      { data: { issuers: [{ issuerId: 'https://larkfield.example/issuer', title: 'Larkfield' }] } },
      {
        items: [{ issuer: { id: 'https://larkfield.example/issuer', name: { en: 'Larkfield' } } }],
      },
      [{ name: 'Larkfield', url: 'https://larkfield.example/issuer' }],
      {
        name: 'A list',
        organizations: [
          {
            organization: 'Larkfield',
            identifiers: [{ identifier: 'https://larkfield.example/issuer' }],
          },
        ],
      },
    ];
    for (const form of forms) {
      expect(read(form).entries[0], JSON.stringify(form)).toMatchObject({
        name: 'Larkfield',
        ids: ['https://larkfield.example/issuer'],
      });
    }
    expect(read(forms[5]).name).toBe('A list');
  });

  it('may be statements of a federation, one or several, whose signatures nobody checked', () => {
    const own = { ...STATEMENT, sub: 'https://federation.example' };
    const expected = [
      {
        name: 'Larkfield University',
        ids: ['did:web:larkfield.example'],
        url: 'https://larkfield.example',
      },
    ];
    expect(read(token(STATEMENT)).entries).toEqual(expected);
    expect(read(`${token(own)}\n${token(STATEMENT)}\n`).entries).toEqual(expected);
    expect(read([token(STATEMENT)]).entries).toEqual(expected);
    expect(read(STATEMENT).entries).toEqual(expected);
    expect(refusal(token(own))).toBe('trust/not-a-registry');
  });
});

describe('a table', () => {
  it('is read by its headings, with several ids in one cell', () => {
    const { kind, entries } = read(
      'Institution;Issuer DID;Website\nLarkfield;did:web:larkfield.example did:key:z6MkInvented;larkfield.example\nNobody;;\n',
    );
    expect(kind).toBe('csv');
    expect(entries).toEqual([
      {
        name: 'Larkfield',
        ids: ['did:web:larkfield.example', 'did:key:z6MkInvented'],
        url: 'https://larkfield.example',
      },
    ]);
  });

  it('is read by what stands in it where it has no headings', () => {
    expect(
      read('Larkfield,did:web:larkfield.example\nBrookhaven,https://brookhaven.example/i\n')
        .entries,
    ).toEqual([
      { name: 'Larkfield', ids: ['did:web:larkfield.example'] },
      { name: 'Brookhaven', ids: ['https://brookhaven.example/i'] },
    ]);
  });
});

describe('what is no registry', () => {
  it('is refused, a credential and a key above all', () => {
    const credential = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential'],
      issuer: { id: 'did:web:mallory.example', name: 'Larkfield' },
      credentialSubject: { id: 'did:key:z6MkHolder' },
    };
    for (const value of [
      credential,
      [credential],
      { data: [credential] },
      token({ iss: 'did:web:mallory.example', sub: 'did:key:z6MkHolder', vc: {} }),
      { id: 'did:web:mallory.example', verificationMethod: [] },
      { id: 'https://mallory.example', type: 'Profile', name: 'Larkfield' },
      {},
      [],
      [1, null, 'words'],
      { registry: { larkfield: { name: 'no id' } } },
      '<html><body>Sign in</body></html>',
      'just some words',
      'Name,Course\nMara,Welding\n',
    ]) {
      expect(refusal(value), JSON.stringify(value).slice(0, 80)).toBe('trust/not-a-registry');
    }
    expect(refusal('')).toBe('input/empty-file');
    expect(refusal('{"registry":')).toBe('json/invalid');
  });

  it('says so where the file lists registries', () => {
    for (const value of [
      [{ name: 'Pilot Registry', url: 'https://registries.example/registry.json' }],
      [
        { name: 'A', type: 'dcc-legacy', url: 'https://registries.example/a' },
        { name: 'B', type: 'oidf', trustAnchorEC: 'https://federation.example/x' },
      ],
    ]) {
      expect(refusal(value)).toBe('trust/list-of-registries');
    }
  });
});

describe('traps', () => {
  it('keeps the first of two entries with one id, and refuses a key that stands twice', () => {
    const { entries } = read([
      { id: 'did:web:larkfield.example', name: 'Larkfield' },
      { id: 'did:web:larkfield.example', name: 'Mallory' },
      { ids: ['did:web:larkfield.example', 'did:web:other.example'], name: 'Other' },
    ]);
    expect(entries).toEqual([
      { name: 'Larkfield', ids: ['did:web:larkfield.example'] },
      { name: 'Other', ids: ['did:web:other.example'] },
    ]);
    expect(
      refusal('{"registry":{"did:web:a.example":{"name":"A"},"did:web:a.example":{"name":"B"}}}'),
    ).toBe('json/duplicate-key');
  });

  it('takes keys that touch prototypes for nothing', () => {
    const { entries } = read(
      '{"registry":{"__proto__":{"name":"P"},"constructor":{"name":"C"},"did:web:a.example":{"name":"A","__proto__":{"id":"did:web:mallory.example"}}}}',
    );
    expect(entries).toEqual([{ name: 'A', ids: ['did:web:a.example'] }]);
    expect(({} as Record<string, unknown>)['name']).toBeUndefined();
  });

  it('takes no id with white space, fragment or another scheme', () => {
    for (const id of [
      'did:web:a b',
      'did:web:a#key',
      'javascript:alert(1)',
      'ftp://a.example',
      'https://',
    ]) {
      expect(refusal([{ id, name: 'A' }]), id).toBe('trust/not-a-registry');
    }
  });

  it('reads a hundred thousand issuers and no more', { timeout: 60_000 }, () => {
    const registry: Record<string, unknown> = {};
    for (let at = 0; at < 100_000; at += 1) {
      registry[`did:web:i${at}.example`] = { name: `Issuer ${at}`, url: `https://i${at}.example` };
    }
    const started = performance.now();
    expect(read({ registry }).entries).toHaveLength(100_000);
    expect(performance.now() - started).toBeLessThan(15_000);
    registry['did:web:one-more.example'] = { name: 'One more' };
    expect(refusal({ registry })).toBe('trust/too-many-entries');
    expect(refusal(`[${' '.repeat(21 * 1024 * 1024)}]`)).toBe('input/too-large');
  });
});
