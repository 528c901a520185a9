// Hosts: Punycode after RFC 3492 and the site that a host belongs to.
import { describe, expect, it } from 'vitest';
import {
  asciiHost,
  decodePunycode,
  hostsAbove,
  readableHost,
  siteOf,
} from '../../../src/domain/host-name.ts';

describe('Punycode', () => {
  it('reads the samples of RFC 3492 §7.1', () => {
    for (const [encoded, text] of [
      ['egbpdaj6bu4bxfgehfvwxn', 'ليهمابتكلموشعربي؟'],
      ['ihqwcrb4cv8a8dqg056pqjye', '他们为什么不说中文'],
      ['Proprostnemluvesky-uyb24dma41a', 'Pročprostěnemluvíčesky'],
      ['4dbcagdahymbxekheh6e0a7fei0b', 'למההםפשוטלאמדבריםעברית'],
      ['b1abfaaepdrnnbgefbadotcwatmq2g4l', 'почемужеонинеговорятпорусски'],
      ['PorqunopuedensimplementehablarenEspaol-fmd56a', 'PorquénopuedensimplementehablarenEspañol'],
      ['MajiKoi5-783gue6qz075azm5e', 'MajiでKoiする5秒前'],
      ['d9juau41awczczp', 'そのスピードで'],
    ] as const) {
      expect(decodePunycode(encoded), encoded).toBe(text);
    }
  });

  it('refuses what is none', () => {
    for (const bad of ['ü', 'a b', '99999999', 'a'.repeat(64), 'z'.repeat(40)]) {
      expect(decodePunycode(bad), bad).toBeUndefined();
    }
  });

  it('agrees with the URL parser, both ways', () => {
    for (const host of ['grünau.example', 'университет.рф', '青葉台.jp', 'xn--a.example.org']) {
      const ascii = asciiHost(`https://${host}/`) ?? host;
      expect(asciiHost(`https://${readableHost(ascii)}/`) ?? host).toBe(ascii);
    }
  });
});

describe('the site of a host', () => {
  it('is what one owner registers', () => {
    for (const [host, site] of [
      ['badges.larkfield.example', 'larkfield.example'],
      ['www.larkfield.ac.uk', 'larkfield.ac.uk'],
      ['larkfield.edu.au', 'larkfield.edu.au'],
      ['larkfield.edu', 'larkfield.edu'],
      ['ward.trust.nhs.uk', 'trust.nhs.uk'],
    ] as const) {
      expect(siteOf(host), host).toBe(site);
    }
  });

  it('is none where everybody may have a place, and for numbers', () => {
    for (const host of ['larkfield.github.io', 'api.badgr.io', '127.0.0.1', '[::1]', 'localhost']) {
      expect(siteOf(host), host).toBeUndefined();
    }
    expect(hostsAbove('larkfield.github.io')).toEqual([]);
    expect(hostsAbove('badges.lmu.de')).toEqual(['lmu.de']);
  });
});
