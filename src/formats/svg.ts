// Baked SVG: finds the credential element by namespace with a reader that has no DOM, no entities and
// no network. Never renders, never runs anything.
import { SaxesParser } from 'saxes';
import { LIMITS } from '../domain/limits.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';

/** One credential element: the `verify` attribute and the text inside, as given. */
export type SvgCredential = {
  readonly element: 'assertion' | 'credential';
  readonly verify?: string;
  readonly content?: string;
};

// Open Badges 2.0 baking, Open Badges 3.0 §5.3.2.1, CLR 2.0 baking.
const ELEMENTS: Readonly<Record<string, SvgCredential['element']>> = {
  'http://openbadges.org assertion': 'assertion',
  'https://purl.imsglobal.org/ob/v3p0 credential': 'credential',
  'https://purl.imsglobal.org/clr/v2p0 credential': 'credential',
};

/**
 * Reads untrusted SVG text. A DOCTYPE that declares anything is `xml/unsafe` before parsing (hazard C6);
 * an undeclared prefix or broken markup is `xml/invalid`. Names count by namespace, never by prefix.
 */
export function readSvg(text: string): Result<readonly SvgCredential[]> {
  if (text.length > LIMITS.payloadBytes) {
    return err(problem('input/too-large', { params: { limit: '20 MB' } }));
  }
  if (hasUnsafeDoctype(text)) return err(problem('xml/unsafe'));
  const found: SvgCredential[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  let open:
    | {
        readonly depth: number;
        content: string;
        element: SvgCredential['element'];
        verify?: string;
      }
    | undefined;
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > LIMITS.xmlDepth) throw new XmlStop(problem('xml/too-deep'));
    // Drawing programs add a slash to namespaces that are addresses.
    const element = ELEMENTS[`${tag.uri.replace(/\/$/, '')} ${tag.local}`];
    if (!element || open) return;
    if (found.length >= MAX_ELEMENTS)
      throw new XmlStop(problem('xml/unsafe', { cause: 'elements' }));
    const verify = Object.values(tag.attributes).find(
      (one) => one.uri === '' && one.local === 'verify',
    );
    open = { depth, content: '', element, ...(verify ? { verify: verify.value } : {}) };
  });
  const addContent = (piece: string): void => {
    if (open) open.content += piece;
  };
  parser.on('text', addContent);
  parser.on('cdata', addContent);
  parser.on('closetag', () => {
    if (open?.depth === depth) {
      const content = open.content.trim();
      const verify = open.verify?.trim();
      found.push({
        element: open.element,
        ...(verify ? { verify } : {}),
        ...(content ? { content } : {}),
      });
      open = undefined;
    }
    depth -= 1;
  });
  parser.on('error', (cause) => {
    throw new XmlStop(problem('xml/invalid', { cause }));
  });
  try {
    parser.write(text).close();
  } catch (cause) {
    return err(cause instanceof XmlStop ? cause.problem : problem('xml/invalid', { cause }));
  }
  return ok(found);
}

const MAX_ELEMENTS = 16;

// What drawing programs write: a name and identifiers, nothing declared. The reader loads no DTD.
const BARE_DOCTYPE =
  /<!DOCTYPE\s+svg(?:\s+(?:PUBLIC\s+"[^"<>]*"\s+"[^"<>]*"|SYSTEM\s+"https?:[^"<>]*"))?\s*>/i;

/** True for any document type declaration but the bare one, and for every entity declaration. */
export function hasUnsafeDoctype(text: string): boolean {
  return /<!(?:DOCTYPE|ENTITY)/i.test(text.replace(BARE_DOCTYPE, ''));
}

/** Leaves the parser, which has no other way to stop. */
class XmlStop extends Error {
  readonly problem: Problem;

  constructor(found: Problem) {
    super(found.code);
    this.problem = found;
  }
}
