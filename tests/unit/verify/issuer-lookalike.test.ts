// Look-alikes: every double of a known issuer is found, and no genuine issuer is taken for one.
import { describe, expect, it } from 'vitest';
import { NO_TRUST, type IssuerRegistry, type IssuerTrust } from '../../../src/domain/trust.ts';
import type { Sha256 } from '../../../src/domain/id.ts';
import { findLookalike, type ClaimedIssuer } from '../../../src/verify/issuer-lookalike.ts';
import { inventedUniversities } from '../../support/invented-universities.ts';

/** Twenty known issuers: names and the word of their host. */
const KNOWN = [
  ['Larkfield University', 'larkfield.ac.uk'],
  ['Brookhaven Polytechnic', 'brookhaven-polytechnic.edu'],
  ['Coldwater College', 'coldwater.edu'],
  ['Marlowe Academy of Music', 'marlowe-academy.org'],
  ['Pinecrest Institute', 'pinecrest.example'],
  ['Solway Technical School', 'solwaytech.org'],
  ['Amberton Open Learning', 'amberton.io'],
  ['Ravenscourt School of Design', 'ravenscourt.design'],
  ['Elmwood Professional Board', 'elmwoodboard.org'],
  ['Northmoor Nursing College', 'northmoor.ac.uk'],
  ['Camber Maritime Academy', 'camber-maritime.com'],
  ['Willowbank Coding School', 'willowbank.dev'],
  ['Université de Clairmont', 'univ-clairmont.fr'],
  ['Hochschule Morgental', 'hs-morgental.de'],
  ['Universidad de Aldera', 'ualdera.es'],
  ['Glenmore Skills Council', 'glenmore.scot'],
  ['Institut Polaris', 'polaris-institut.ch'],
  ['Oakdale Chamber of Commerce', 'oakdalechamber.com'],
  ['Kestrel Aviation Training', 'kestrel-aviation.net'],
  ['Summerlea Health Trust', 'summerlea.nhs.uk'],
] as const;

const registry: IssuerRegistry = {
  id: 'r-1',
  name: 'Invented registry',
  kind: 'dcc',
  source: { fileName: 'registry.json' },
  receivedAt: '2026-11-20T09:00:00Z',
  sha256: 'ab'.repeat(32) as Sha256,
  entries: KNOWN.slice(10).map(([name, host]) => ({ name, ids: [`did:web:${host}`] })),
};

const trust: IssuerTrust = {
  ...NO_TRUST,
  pins: KNOWN.slice(0, 10).map(([name, host], index) => ({
    id: `p-${index}`,
    issuerIds: [`https://${host}/issuer`],
    name,
    keys: [],
    pinnedAt: '2026-05-12T08:00:00Z',
  })),
  registries: [registry],
};

type Disguise = (name: string, host: string, index: number) => ClaimedIssuer;

const CYRILLIC: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  o: 'о',
  p: 'р',
  s: 'ѕ',
  x: 'х',
  y: 'у',
};
const GREEK: Readonly<Record<string, string>> = { o: 'ο', v: 'ν', i: 'ι', a: 'α' };

function swapped(text: string, letters: Readonly<Record<string, string>>): string {
  let isDone = false;
  const changed = [...text].map((letter) => {
    const other = isDone ? undefined : letters[letter];
    if (other === undefined) return letter;
    isDone = true;
    return other;
  });
  expect(isDone, text).toBe(true);
  return changed.join('');
}

function siteWith(change: (word: string) => string, host: string): ClaimedIssuer {
  const [word = '', ...rest] = host.split('.');
  const { hostname } = new URL(`https://${change(word)}.${rest.join('.')}/`);
  return { id: `did:web:${hostname}`, name: 'Certificates' };
}

function elsewhere(index: number): string {
  return `did:web:issuer-${index}.test`;
}

/** Each makes one look-alike of each known issuer. */
const DISGUISES: Readonly<Record<string, Disguise>> = {
  'a Cyrillic letter in the name': (name, _, at) => ({
    name: swapped(name, CYRILLIC),
    id: elsewhere(at),
  }),
  'all letters Cyrillic that can be': (name, _, at) => ({
    name: [...name].map((letter) => CYRILLIC[letter] ?? letter).join(''),
    id: elsewhere(at),
  }),
  'a Greek letter in the name': (name, _, at) => ({
    name: swapped(name, GREEK),
    id: elsewhere(at),
  }),
  'mathematical letters': (name, _, at) => ({
    name: [...name]
      .map((letter) =>
        /[a-z]/u.test(letter) ? String.fromCodePoint(0x1d41a + letter.charCodeAt(0) - 97) : letter,
      )
      .join(''),
    id: elsewhere(at),
  }),
  'wide letters': (name, _, at) => ({
    name: [...name]
      .map((letter) =>
        /[!-~]/u.test(letter) ? String.fromCodePoint(letter.charCodeAt(0) + 0xfee0) : letter,
      )
      .join(''),
    id: elsewhere(at),
  }),
  'a space without width': (name, _, at) => ({
    name: `${name.slice(0, 3)}\u200b${name.slice(3)}`,
    id: elsewhere(at),
  }),
  'figures for letters': (name, _, at) => ({
    name: name.replace('o', '0').replace('e', '3').replace('i', '1'),
    id: elsewhere(at),
  }),
  'an accent more': (name, _, at) => ({ name: name.replace('e', 'ė'), id: elsewhere(at) }),
  'two letters exchanged': (name, _, at) => ({
    name: name.replace(/(\w\w)(\w)(\w)/u, '$1$3$2'),
    id: elsewhere(at),
  }),
  'a letter doubled': (name, _, at) => ({
    name: name.replace(/^(\w\w\w)(\w)/u, '$1$2$2'),
    id: elsewhere(at),
  }),
  'rn for m, vv for w, cl for d or l for I': (name, _, at) => ({
    name: name.replace('m', 'rn').replace('W', 'Vv').replace('d', 'cl').replace('I', 'l'),
    id: elsewhere(at),
  }),
  'the very same name elsewhere': (name, _, at) => ({ name, id: elsewhere(at) }),
  'the same name in capitals with a key of its own': (name) => ({
    name: name.toUpperCase(),
    id: 'did:key:z6MkInvented',
  }),
  'a Cyrillic letter in the host': (_, host) => siteWith((word) => swapped(word, CYRILLIC), host),
  'an accent in the host': (_, host) =>
    siteWith((word) => word.replace(/[aeiou]/u, (vowel) => `${vowel}\u0301`), host),
  'a figure in the host': (_, host) =>
    siteWith(
      (word) =>
        word.replace(/[oieas]/u, (v) => ({ o: '0', i: '1', e: '3', a: '4', s: '5' })[v] ?? v),
      host,
    ),
  'a hyphen in the host': (_, host) =>
    siteWith((word) => `${word.slice(0, 4)}-${word.slice(4)}`, host),
  'the host in front of another': (_, host) => ({
    id: `https://${host}.verify-badges.test/issuer`,
    name: 'Certificates',
  }),
  'the host as one word': (_, host) => ({
    id: `https://${host.replaceAll('.', '-')}.test/issuer`,
    name: 'Certificates',
  }),
  'the disguise only in its address': (_, host) => ({
    id: 'did:key:z6MkInvented',
    name: 'Certificates',
    url: new URL(`https://${swapped(host, CYRILLIC)}/`).href,
  }),
};

describe('look-alikes of twenty known issuers', () => {
  for (const [what, disguise] of Object.entries(DISGUISES)) {
    it(`finds each that has ${what}`, () => {
      const missed = KNOWN.flatMap(([name, host], index) => {
        const claimed = disguise(name, host, index);
        const found = findLookalike(claimed, { rung: 'same-site' }, trust);
        return found?.name === name ? [] : [{ claimed, found }];
      });
      expect(missed).toEqual([]);
    });
  }

  it('are at least a hundred', () => {
    expect(Object.keys(DISGUISES).length * KNOWN.length).toBeGreaterThanOrEqual(100);
  });
});

describe('genuine issuers', () => {
  const universities = inventedUniversities();

  it('are two hundred, each with a name and an id of its own, in many scripts', () => {
    expect(universities).toHaveLength(200);
    expect(new Set(universities.map(({ name }) => name)).size).toBe(200);
    expect(new Set(universities.map(({ id }) => id)).size).toBe(200);
    expect(universities.filter(({ id }) => id.includes('xn--')).length).toBeGreaterThan(150);
  });

  it('are not taken for the twenty', () => {
    const flagged = universities.filter((one) => findLookalike(one, { rung: 'same-site' }, trust));
    expect(flagged).toEqual([]);
  });

  it('are not taken for one another when the others are pinned', () => {
    // An own pin would excuse an issuer, so that groups are compared with everybody outside of them: once by
    // tongue, once across.
    const divisions = [(at: number) => Math.floor(at / 25), (at: number) => at % 8];
    const flagged = divisions.flatMap((groupOf) =>
      Array.from({ length: 8 }, (_, group) => group).flatMap((group) => {
        const pins = universities.flatMap(({ name, id }, at) =>
          groupOf(at) === group
            ? []
            : [
                {
                  id: `p-${at}`,
                  issuerIds: [id],
                  name,
                  keys: [],
                  pinnedAt: '2026-05-12T08:00:00Z',
                },
              ],
        );
        const others: IssuerTrust = { ...NO_TRUST, pins };
        return universities.flatMap((one, at) => {
          const found = groupOf(at) === group && findLookalike(one, { rung: 'same-site' }, others);
          return found ? [{ one, found }] : [];
        });
      }),
    );
    expect(flagged).toEqual([]);
  });
});
