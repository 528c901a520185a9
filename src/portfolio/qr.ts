// QR codes for paper, as one SVG path. An address too long to scan from paper gets none.
import { encode } from 'uqr';

export type QrCode = {
  readonly svg: string;
  /** Printed side, quiet zone included, in millimetres. */
  readonly sideMm: number;
};

const MAX_URL_CHARACTERS = 200;
/** ISO/IEC 18004: four light modules on every side. */
const QUIET_MODULES = 4;
const MODULE_MM = 0.45;
// Every reader handles every mask; trying all eight costs sixteen times as long as the code itself.
const MASK = 3;
const MIN_SYMBOL_MM = 20;

/** The code for an http(s) address, or `undefined` when it is too long or not an address. */
export function qrCodeFor(url: string): QrCode | undefined {
  if (url.length > MAX_URL_CHARACTERS || !/^https?:\/\//i.test(url)) return undefined;
  const { data, size } = encode(url, { ecc: 'M', border: 0, maskPattern: MASK });
  const side = size + 2 * QUIET_MODULES;
  // One stroked line per run of dark modules: far less for the typesetter to parse than a square each.
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x++;
      path += `M${start + QUIET_MODULES} ${y + QUIET_MODULES}.5h${x - start + 1}`;
    }
  });
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side}" height="${side}">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path stroke="#000" fill="none" d="${path}"/></svg>`;
  const moduleMm = Math.max(MODULE_MM, MIN_SYMBOL_MM / size);
  return { svg, sideMm: Math.round(side * moduleMm * 10) / 10 };
}
