// Baked pictures: the credentials inside a PNG or SVG. Pictures without one are left to the caller.
import type { CredentialReading } from '../domain/credential.ts';
import { finding, type Finding } from '../domain/finding.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { looksLikeJwt } from './jwt.ts';
import { readPayload } from './payload.ts';
import { readPng } from './png.ts';
import type { PayloadReading } from './reading-parts.ts';
import { readSvg, type SvgCredential } from './svg.ts';
import { decodeText } from './text.ts';

// Open Badges 2.0 baking; its predecessor; Open Badges 3.0 §5.3.1; CLR 2.0.
const PNG_KEYWORDS = new Set(['openbadges', 'openbadge', 'openbadgecredential', 'clrcredential']);

/** Reads every credential chunk of an untrusted PNG; several are all offered, none is merged. */
export function readBakedPng(bytes: Uint8Array): PayloadReading {
  const png = readPng(bytes, PNG_KEYWORDS);
  const readings = png.texts.map((one) => {
    const reading = readPayload(one.text, `png-${one.chunk}-${one.keyword}`);
    return found(
      reading,
      finding('found/in-picture-data', { where: `${one.chunk} ${one.keyword}` }),
    );
  });
  return joinReadings(readings, png.problems);
}

/** Reads every credential element of an untrusted SVG. */
export function readBakedSvg(bytes: Uint8Array): PayloadReading {
  const text = decodeText(bytes);
  if (!text.ok) return { items: [], problems: [text.problem] };
  const elements = readSvg(text.value);
  if (!elements.ok) return { items: [], problems: [elements.problem] };
  return joinReadings(
    elements.value.map((one) => found(readElement(one), finding('found/in-svg'))),
    [],
  );
}

/**
 * The token in `verify` is the credential; JSON beside it is a copy, and a copy that says something
 * else is offered as well (verification D10). Without a token the JSON is the credential.
 */
function readElement(element: SvgCredential): PayloadReading {
  const carrier = `svg-${element.element}`;
  const { verify, content } = element;
  const body = content === undefined ? undefined : readPayload(content, carrier);
  if (verify === undefined) return body ?? { items: [], problems: [] };
  if (!looksLikeJwt(verify) && body && body.items.length > 0) return body;
  const token = readPayload(verify, `${carrier}-verify`);
  if (!body || body.items.length === 0) return token;
  if (sameReading(token.items[0], body.items[0])) return token;
  return {
    items: [...token.items, ...body.items],
    problems: [
      ...token.problems,
      ...body.problems,
      problem('credential/forms-disagree', { at: 'verify' }),
    ],
  };
}

function sameReading(a: CredentialReading | undefined, b: CredentialReading | undefined): boolean {
  const essence = (one: CredentialReading | undefined): string =>
    JSON.stringify([one?.credentialId, one?.achievement.name, one?.issuer.name, one?.issuedOn]);
  return essence(a) === essence(b);
}

/** Says where it was found, if there was something. */
function found(reading: PayloadReading, where: Finding): PayloadReading {
  if (reading.items.length === 0) return reading;
  return { ...reading, findings: [where, ...(reading.findings ?? [])] };
}

function joinReadings(
  readings: readonly PayloadReading[],
  problems: readonly Problem[],
): PayloadReading {
  const items = readings.flatMap((one) => one.items);
  const carriers = readings.filter((one) => one.items.length > 0).length;
  const findings = readings.flatMap((one) => one.findings ?? []);
  return {
    items,
    ...(findings.length > 0 ? { findings } : {}),
    problems: [
      ...problems,
      ...readings.flatMap((one) => one.problems),
      ...(carriers > 1
        ? [problem('png/several-credentials', { params: { count: items.length } })]
        : []),
    ],
  };
}
