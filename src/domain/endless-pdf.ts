// PDFs that no parser gets to the end of (hazard C16), known by their bytes before a parser sees them. Opens
// and parses nothing.

const MOST_UNENDED = 5_000;

/**
 * True where thousands of objects never end, which parsers mend in time that grows with the square of their
 * number, or where a table of objects claims ten million entries or more. Untrusted bytes; one pass.
 */
export function isEndlessPdf(bytes: Uint8Array): boolean {
  let open = 0;
  for (let at = bytes.indexOf(O); at >= 0; at = bytes.indexOf(O, at + 1)) {
    if (bytes[at + 1] !== B || bytes[at + 2] !== J) continue;
    open += bytes[at - 1] === D && bytes[at - 2] === N && bytes[at - 3] === E ? -1 : 1;
  }
  return open > MOST_UNENDED || claimsEndlessTable(bytes);
}

const [O, B, J, E, N, D, X] = [0x6f, 0x62, 0x6a, 0x65, 0x6e, 0x64, 0x78];
const INDEX = [0x2f, 0x49, N, D, E];
/** Ten million or more in a list of numbers (ISO 32000-2 §7.5.8.2). */
const LARGE = /^\s*\[[\d\s]{0,150}\d{8}/u;

function claimsEndlessTable(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(X, 5); at >= 0; at = bytes.indexOf(X, at + 1)) {
    if (!INDEX.every((byte, place) => bytes[at - 5 + place] === byte)) continue;
    if (LARGE.test(new TextDecoder('latin1').decode(bytes.subarray(at + 1, at + 200)))) return true;
  }
  return false;
}
