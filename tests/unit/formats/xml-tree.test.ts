import { describe, expect, it } from 'vitest';
import { childrenOf, descendantsOf, elementAt, parseXml } from '../../../src/formats/xml-tree.ts';

function treeOf(text: string) {
  const parsed = parseXml(text);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return parsed.value;
}

describe('parseXml', () => {
  it('keeps names without prefix, their namespace, attributes and joined text', () => {
    const root = treeOf(
      '<a:award xmlns:a="urn:one" xmlns:b="urn:two"><b:title b:lang="en">Bee <![CDATA[& honey]]></b:title></a:award>',
    );
    expect([root.name, root.uri]).toEqual(['award', 'urn:one']);
    const title = elementAt(root, 'title');
    expect(title?.uri).toBe('urn:two');
    expect(title?.text).toBe('Bee & honey');
    expect(title?.attributes.get('lang')).toBe('en');
  });

  it('finds children and descendants by name in any letter case', () => {
    const root = treeOf('<r><Item>1</Item><box><item>2</item></box></r>');
    expect(childrenOf(root, 'ITEM').map(({ text }) => text)).toEqual(['1']);
    expect(descendantsOf(root, 'item').map(({ text }) => text)).toEqual(['1', '2']);
    expect(elementAt(root, 'box.item')?.text).toBe('2');
    expect(elementAt(root, 'box.other.item')).toBeUndefined();
  });

  it.each([
    [
      'billion laughs',
      '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><r>&b;</r>',
      'xml/unsafe',
    ],
    [
      'a file of the machine',
      '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]><r>&f;</r>',
      'xml/unsafe',
    ],
    ['an outside DTD', '<!DOCTYPE r SYSTEM "https://example.org/x.dtd"><r/>', 'xml/unsafe'],
    ['a bare DOCTYPE', '<!doctype r><r/>', 'xml/unsafe'],
    ['an entity outside a DOCTYPE', '<r><!ENTITY a "b"></r>', 'xml/unsafe'],
    ['an entity nobody declared', '<r>&unknown;</r>', 'xml/invalid'],
    ['an undeclared prefix', '<x:r/>', 'xml/invalid'],
    ['an element left open', '<r><a></r>', 'xml/invalid'],
    ['two roots', '<r/><r/>', 'xml/invalid'],
    ['no element', '  ', 'xml/invalid'],
    ['65 levels', `${'<a>'.repeat(65)}${'</a>'.repeat(65)}`, 'xml/too-deep'],
    ['100,000 levels', '<a>'.repeat(100_000), 'xml/too-deep'],
    ['too many elements', `<r>${'<a/>'.repeat(200_001)}</r>`, 'xml/unsafe'],
  ])('refuses %s', (_name, text, code) => {
    const parsed = parseXml(text);
    expect(parsed.ok ? 'read' : parsed.problem.code).toBe(code);
  });

  it('reads 64 levels', () => {
    expect(parseXml(`${'<a>'.repeat(64)}${'</a>'.repeat(64)}`).ok).toBe(true);
  });
});
