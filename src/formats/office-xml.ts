// Parts of office documents as a stream of elements, names without prefixes. No entities, no network.
import { SaxesParser } from 'saxes';
import { problem, type Problem } from '../domain/problem.ts';
import { hasUnsafeDoctype } from './svg.ts';

export type Attributes = Readonly<Record<string, string>>;
export type XmlListener = {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

/**
 * Walks untrusted XML. Answers `xml/unsafe` before reading where it declares entities; throws on broken
 * XML and whatever the listener throws. Producers choose prefixes freely, so names come without them.
 */
export function parseOfficeXml(bytes: Uint8Array, listener: XmlListener): Problem | undefined {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (hasUnsafeDoctype(text)) return problem('xml/unsafe');
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }) => {
    const plain: Record<string, string> = {};
    for (const [key, value] of Object.entries(attributes)) plain[localName(key)] = value;
    listener.open?.(localName(name), plain);
  });
  parser.on('closetag', ({ name }) => listener.close?.(localName(name)));
  parser.on('text', (part) => listener.text?.(part));
  parser.on('cdata', (part) => listener.text?.(part));
  parser.on('error', (cause) => {
    throw cause;
  });
  parser.write(text).close();
  return undefined;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
