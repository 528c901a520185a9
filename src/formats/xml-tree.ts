// A small namespace-aware tree of untrusted XML over saxes. Resolves no entity, loads no DTD, runs nothing.
import { SaxesParser } from 'saxes';
import { LIMITS } from '../domain/limits.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';

/** One element. `name` is the local name and `uri` its namespace (empty where it has none). */
export type XmlElement = {
  readonly name: string;
  readonly uri: string;
  /** Attributes by local name; of two with the same one the first counts. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The element's own text and CDATA, trimmed; not that of its children. */
  readonly text: string;
};

const MAX_ELEMENTS = 200_000;

type Open = {
  readonly name: string;
  readonly uri: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
};

/**
 * Parses untrusted text into its root element. Any DOCTYPE or ENTITY is `xml/unsafe` before parsing
 * (hazard C6); more than 64 levels is `xml/too-deep`; broken markup is `xml/invalid`.
 */
export function parseXml(text: string): Result<XmlElement> {
  if (text.length > LIMITS.payloadBytes) {
    return err(problem('input/too-large', { params: { limit: '20 MB' } }));
  }
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return err(problem('xml/unsafe'));
  const parser = new SaxesParser({ xmlns: true });
  const stack: Open[] = [];
  let rootElement: XmlElement | undefined;
  let count = 0;
  parser.on('opentag', (tag) => {
    count += 1;
    if (stack.length >= LIMITS.xmlDepth) throw new XmlStop(problem('xml/too-deep'));
    if (count > MAX_ELEMENTS) throw new XmlStop(problem('xml/unsafe', { cause: 'elements' }));
    const attributes = new Map<string, string>();
    for (const { local, prefix, value } of Object.values(tag.attributes)) {
      if (prefix !== 'xmlns' && local !== 'xmlns' && !attributes.has(local))
        attributes.set(local, value.trim());
    }
    stack.push({ name: tag.local, uri: tag.uri, attributes, children: [], text: '' });
  });
  const addText = (piece: string): void => {
    const open = stack.at(-1);
    if (open) open.text += piece;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = stack.pop();
    if (!closed) return;
    const element: XmlElement = { ...closed, text: closed.text.trim() };
    const parent = stack.at(-1);
    if (parent) parent.children.push(element);
    else rootElement ??= element;
  });
  parser.on('error', (cause) => {
    throw new XmlStop(problem('xml/invalid', { cause }));
  });
  try {
    parser.write(text).close();
  } catch (cause) {
    return err(cause instanceof XmlStop ? cause.problem : problem('xml/invalid', { cause }));
  }
  return rootElement ? ok(rootElement) : err(problem('xml/invalid', { cause: 'no element' }));
}

/** The children with this local name, whatever their namespace and letter case. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  const wanted = name.toLowerCase();
  return element.children.filter((child) => child.name.toLowerCase() === wanted);
}

/** The element at the end of a path of local names (`organisation.name`), taking the first each time. */
export function elementAt(element: XmlElement, path: string): XmlElement | undefined {
  let current: XmlElement | undefined = element;
  for (const name of path.split('.')) current = current && childrenOf(current, name)[0];
  return current;
}

/** Every element below with this local name, in document order. */
export function descendantsOf(element: XmlElement, name: string): readonly XmlElement[] {
  const wanted = name.toLowerCase();
  return element.children.flatMap((child) => [
    ...(child.name.toLowerCase() === wanted ? [child] : []),
    ...descendantsOf(child, name),
  ]);
}

/** Leaves the parser, which has no other way to stop. */
class XmlStop extends Error {
  readonly problem: Problem;

  constructor(found: Problem) {
    super(found.code);
    this.problem = found;
  }
}
