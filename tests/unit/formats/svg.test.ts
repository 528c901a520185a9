import { describe, expect, it } from 'vitest';
import { readSvg } from '../../../src/formats/svg.ts';

const OB2 = 'xmlns:ob="http://openbadges.org"';
function svg(inside: string, attributes = OB2): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;
}
function codeOf(text: string): string {
  const result = readSvg(text);
  return result.ok ? 'ok' : result.problem.code;
}

describe('readSvg', () => {
  it('reads the attribute and the content', () => {
    const result = readSvg(
      svg('<ob:assertion verify="https://a.example/1"> {"a":1} </ob:assertion>'),
    );
    expect(result).toEqual({
      ok: true,
      value: [{ element: 'assertion', verify: 'https://a.example/1', content: '{"a":1}' }],
    });
  });

  it('puts split CDATA pieces together', () => {
    const result = readSvg(svg('<ob:assertion><![CDATA[{"a":"]]]]><![CDATA[>"}]]></ob:assertion>'));
    expect(result.ok && result.value[0]?.content).toBe('{"a":"]]>"}');
  });

  it('goes by namespace, not by prefix', () => {
    const fake = svg('<ob:assertion verify="x"/>', 'xmlns:ob="http://evil.example"');
    expect(readSvg(fake)).toEqual({ ok: true, value: [] });
    const renamed = svg('<assertion xmlns="http://openbadges.org" verify="x"/>', '');
    expect(readSvg(renamed)).toEqual({ ok: true, value: [{ element: 'assertion', verify: 'x' }] });
    const third = svg(
      '<c:credential xmlns:c="https://purl.imsglobal.org/ob/v3p0" verify="t"/>',
      '',
    );
    expect(readSvg(third)).toEqual({ ok: true, value: [{ element: 'credential', verify: 't' }] });
  });

  it('returns two elements as two', () => {
    const result = readSvg(svg('<ob:assertion verify="1"/><g><ob:assertion verify="2"/></g>'));
    expect(result.ok && result.value.map((one) => one.verify)).toEqual(['1', '2']);
  });

  it('accepts the bare DOCTYPE of drawing programs', () => {
    const doctype =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
    expect(codeOf(doctype + svg('<ob:assertion verify="x"/>'))).toBe('ok');
  });

  it.each([
    ['entities', '<!DOCTYPE lolz [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><svg>&c;</svg>'],
    ['files', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>'],
    ['a file as DTD', '<!DOCTYPE svg SYSTEM "file:///c:/x.dtd"><svg/>'],
    ['parameter entities', '<!DOCTYPE svg [<!ENTITY % x SYSTEM "http://e.example/"> %x;]><svg/>'],
    ['a second DOCTYPE', '<!DOCTYPE svg><svg/><!DOCTYPE svg [<!ATTLIST svg a CDATA "b">]>'],
    ['lower case', '<!doctype svg [<!entity a "b">]><svg/>'],
  ])('refuses a DOCTYPE with %s before parsing', (_name, text) => {
    expect(codeOf(text)).toBe('xml/unsafe');
  });

  it.each([
    ['an undeclared prefix', '<svg><ob:assertion verify="x"/></svg>'],
    ['a tag not closed', '<svg><g></svg>'],
    ['an unknown entity', '<svg>&boom;</svg>'],
    ['nothing', ''],
  ])('calls %s invalid', (_name, text) => {
    expect(codeOf(text)).toBe('xml/invalid');
  });

  it('stops at 64 levels', () => {
    expect(codeOf('<g>'.repeat(100_000))).toBe('xml/too-deep');
  });
});
