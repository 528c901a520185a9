import { describe, expect, it } from 'vitest';
import { readBakedPng, readBakedSvg } from '../../../src/formats/baked.ts';
import { bakePng, bakeSvg, plainPng, textChunk, withChunks } from '../../support/bake.ts';
import { invented, openBadge2, openBadge3 } from '../../support/invented-credentials.ts';
import { signVcJwt } from '../../support/sign-credential.ts';

const ob2 = JSON.stringify(openBadge2(invented()));
const ob3 = openBadge3(invented(), '1.1');
const token = signVcJwt(ob3, 'RS256');
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><circle r="4"/></svg>';
function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
function codes(reading: ReturnType<typeof readBakedPng>): string[] {
  return reading.problems.map((one) => one.code);
}

describe('a baked PNG', () => {
  it.each([
    ['openbadges', ob2, 'ob2 assertion'],
    ['openbadge', ob2, 'ob2 assertion'],
    ['openbadgecredential', JSON.stringify(ob3), 'ob3 vcdm1.1'],
    ['openbadgecredential', token, 'ob3 vcdm1.1'],
    [
      'clrcredential',
      JSON.stringify({ ...ob3, type: ['VerifiableCredential', 'ClrCredential'] }),
      'clr2 vcdm1.1',
    ],
  ])('is read from keyword %s', (keyword, text, format) => {
    const reading = readBakedPng(bakePng(plainPng(), keyword, text));
    expect(reading.items).toMatchObject([{ format, carrier: `png-iTXt-${keyword}` }]);
    expect(reading.problems).toEqual([]);
  });

  it('says in which chunk it was found, and takes a keyword with capitals', () => {
    const reading = readBakedPng(bakePng(plainPng(), 'OpenBadges', ob2));
    expect(reading.items).toHaveLength(1);
    expect(reading.findings).toEqual([
      { code: 'found/in-picture-data', params: { where: 'iTXt OpenBadges' } },
    ]);
    expect(readBakedSvg(bytesOf(bakeSvg(SVG, 2, ob2))).findings).toEqual([
      { code: 'found/in-svg' },
    ]);
  });

  it('offers every credential when there are several', () => {
    const bytes = withChunks(plainPng(), [
      textChunk('tEXt', 'openbadges', ob2),
      textChunk('iTXt', 'openbadgecredential', token),
    ]);
    const reading = readBakedPng(bytes);
    expect(reading.items.map((one) => one.carrier)).toEqual([
      'png-tEXt-openbadges',
      'png-iTXt-openbadgecredential',
    ]);
    expect(codes(reading)).toEqual(['png/several-credentials']);
  });

  it('says when it holds only a link', () => {
    const reading = readBakedPng(
      bakePng(plainPng(), 'openbadges', 'https://larkfield.example/1', 'tEXt'),
    );
    expect(codes(reading)).toEqual(['credential/only-a-link']);
  });
});

describe('a baked SVG', () => {
  it('is read from content and from the attribute', () => {
    expect(readBakedSvg(bytesOf(bakeSvg(SVG, 2, ob2))).items).toMatchObject([
      { carrier: 'svg-assertion', signed: false },
    ]);
    expect(readBakedSvg(bytesOf(bakeSvg(SVG, 3, token))).items).toMatchObject([
      { carrier: 'svg-credential-verify', signed: true },
    ]);
  });

  it('takes the token when the JSON beside it is a copy, and offers both when it is not', () => {
    const both = (content: unknown): ReturnType<typeof readBakedSvg> =>
      readBakedSvg(
        bytesOf(
          `<svg xmlns:c="https://purl.imsglobal.org/ob/v3p0"><c:credential verify="${token}"><![CDATA[${JSON.stringify(content)}]]></c:credential></svg>`,
        ),
      );
    expect(both(ob3).items).toHaveLength(1);
    const forged = both(openBadge3(invented({ title: 'Professor of Soil' }), '1.1'));
    expect(forged.items.map((one) => one.achievement.name)).toEqual([
      'Soil Science Basics',
      'Professor of Soil',
    ]);
    expect(codes(forged)).toEqual(['credential/forms-disagree']);
  });

  it('prefers the JSON when the attribute is only a link', () => {
    const text = bakeSvg(SVG, 2, ob2).replace(
      '<openbadges:assertion ',
      '<openbadges:assertion verify="https://a.example" ',
    );
    expect(readBakedSvg(bytesOf(text)).items).toMatchObject([{ format: 'ob2 assertion' }]);
  });
});
