import { describe, expect, it } from 'vitest';
import { problemWording } from '../../../src/domain/problem-wording.ts';
import { judgeDataPicture } from '../../../src/formats/data-picture.ts';
import { readPayload } from '../../../src/formats/payload.ts';
import { plainPng } from '../../support/bake.ts';
import { invented, openBadge3 } from '../../support/invented-credentials.ts';

const PNG = Buffer.from(plainPng()).toString('base64');
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>';
const PAGE = '<!doctype html><script>alert(1)</script>';

describe('judgeDataPicture', () => {
  it.each([
    ['a PNG', `data:image/png;base64,${PNG}`],
    ['capitals in the type', `DATA:IMAGE/PNG;BASE64,${PNG}`],
    ['a JPEG by its other name', `data:image/jpg;base64,/9j/4AAQSkZJRgABAQAAAQABAAD/2w==`],
    ['a GIF', `data:image/gif;base64,${Buffer.from('GIF89a\x01\x00').toString('base64')}`],
    ['an SVG in base64', `data:image/svg+xml;base64,${Buffer.from(SVG).toString('base64')}`],
    ['an SVG in percent signs', `data:image/svg+xml;utf8,${encodeURIComponent(SVG)}`],
  ])('accepts %s', (_, url) => {
    expect(judgeDataPicture(url)).toBeUndefined();
  });

  it.each([
    ['200 MB of picture', `data:image/png;base64,${PNG}${'A'.repeat(19_000_000)}`],
    ['a web page', `data:text/html,${PAGE}`],
    ['a web page in base64', `data:text/html;base64,${Buffer.from(PAGE).toString('base64')}`],
    ['a page under the name of a PNG', `data:image/png,${encodeURIComponent(PAGE)}`],
    ['a page under the name of an SVG', `data:image/svg+xml,${encodeURIComponent(PAGE)}`],
    ['a script', `data:text/javascript,alert(1)`],
    ['a PNG under the name of a JPEG', `data:image/jpeg;base64,${PNG}`],
    [
      'a PDF under the name of a PNG',
      `data:image/png;base64,${Buffer.from('%PDF-1.7 ').toString('base64')}`,
    ],
    ['no type', `data:;base64,${PNG}`],
    ['no comma', 'data:image/png;base64'],
    ['nothing after the comma', 'data:image/png;base64,'],
    ['broken base64', 'data:image/png;base64,§§§§'],
    ['a picture type nobody shows', 'data:image/x-icon;base64,AAABAAEA'],
  ])('refuses %s', (_, url) => {
    expect(judgeDataPicture(url)?.code).toBe('picture/data-address-refused');
  });

  it('is said of a credential that carries one, which is still read', () => {
    const badge = openBadge3(invented()) as { credentialSubject: { achievement: object } };
    const image = { id: `data:text/html,${PAGE}`, type: 'Image' };
    const achievement = { ...badge.credentialSubject.achievement, image };
    const { items, problems } = readPayload(
      JSON.stringify({ ...badge, credentialSubject: { achievement } }),
      'json',
    );
    expect(items[0]?.achievement).toMatchObject({ name: 'Soil Science Basics' });
    expect(JSON.stringify(items[0]?.achievement)).not.toContain('<script>');
    expect(problems.map(problemWording)).toContain(
      'A picture inside this credential is too large or not a picture, so it is not shown.',
    );
  });
});
