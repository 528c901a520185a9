// Draws the badges and certificates of invented issuers: the same art as SVG and as PNG.
import { readFileSync } from 'node:fs';
import { createCanvas, GlobalFonts, loadImage, type SKRSContext2D } from '@napi-rs/canvas';

export type BadgeShape = 'hexagon' | 'shield' | 'seal' | 'octagon' | 'square' | 'circle';

export type BadgeDesign = {
  readonly title: string;
  readonly issuer: string;
  readonly shape: BadgeShape;
  /** Gradient from the top left to the bottom right, then the rim. */
  readonly colours: readonly [string, string, string];
  /** A lucide icon by name. */
  readonly emblem: string;
};

const SIDE = 640;
const CENTRE = SIDE / 2;
const PACKAGES = new URL('../../node_modules/', import.meta.url);
const FONT_FILES: readonly (readonly [string, string])[] = [
  ['Badge Serif', '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'],
  ['Badge Sans', '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'],
  ['Badge Japanese', '@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf'],
  ['Badge Arabic', '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf'],
];
const SERIF = '"Badge Serif", "Badge Japanese", "Badge Arabic", "Badge Sans"';
const SANS = '"Badge Sans", "Badge Japanese", "Badge Arabic"';

/** The badge as a PNG file, 640 pixels square, transparent around its shape. */
export async function badgePng(design: BadgeDesign): Promise<Uint8Array> {
  registerFonts();
  const canvas = createCanvas(SIDE, SIDE);
  const context = canvas.getContext('2d');
  const art = await loadImage(Buffer.from(artSvg(design, '')));
  context.drawImage(art, 0, 0, SIDE, SIDE);
  for (const line of wordsOf(design, context)) {
    context.font = line.font;
    context.fillStyle = `rgba(255, 255, 255, ${line.opacity})`;
    context.textAlign = 'center';
    context.fillText(line.text, CENTRE, line.y);
  }
  return new Uint8Array(await canvas.encode('png'));
}

/** The badge as SVG text with live words. */
export function badgeSvg(design: BadgeDesign): string {
  registerFonts();
  const context = createCanvas(SIDE, SIDE).getContext('2d');
  const words = wordsOf(design, context).map(
    (line) =>
      `<text x="${CENTRE}" y="${line.y}" text-anchor="middle" fill="#fff" fill-opacity="${line.opacity}" ` +
      `font-family="${line.isTitle ? 'Source Serif 4, Georgia, serif' : 'Noto Sans, Arial, sans-serif'}" ` +
      `font-weight="600" font-size="${line.size}">${line.text}</text>`,
  );
  return artSvg(design, words.join(''));
}

/** A landscape certificate as a picture, the kind that providers send without any data inside. */
export async function certificatePng(
  design: BadgeDesign,
  learner: string,
  date: string,
): Promise<Uint8Array> {
  registerFonts();
  const [width, height] = [1600, 1130];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const [dark, middle, rim] = design.colours;
  context.fillStyle = '#fdfbf6';
  context.fillRect(0, 0, width, height);
  context.fillStyle = dark;
  context.fillRect(0, 0, width, 26);
  context.fillRect(0, height - 26, width, 26);
  context.strokeStyle = rim;
  context.lineWidth = 3;
  context.strokeRect(60, 80, width - 120, height - 160);
  context.lineWidth = 1;
  context.strokeRect(72, 92, width - 144, height - 184);
  const badge = await loadImage(Buffer.from(await badgePng({ ...design, title: '', issuer: '' })));
  context.drawImage(badge, width / 2 - 125, 120, 250, 250);
  context.textAlign = 'center';
  const line = (text: string, y: number, font: string, colour: string): void => {
    context.font = font;
    context.fillStyle = colour;
    context.fillText(text, width / 2, y);
  };
  line('CERTIFICATE OF COMPLETION', 445, `28px ${SANS}`, middle);
  line(learner, 565, `92px ${SERIF}`, '#26221c');
  line('has successfully completed', 640, `34px ${SANS}`, '#6d665a');
  line(design.title, 750, `70px ${SERIF}`, dark);
  line(design.issuer, 905, `40px ${SERIF}`, '#26221c');
  line(date, 962, `30px ${SANS}`, '#6d665a');
  context.fillStyle = rim;
  context.fillRect(width / 2 - 200, 835, 400, 2);
  return new Uint8Array(await canvas.encode('png'));
}

type Line = {
  readonly text: string;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly opacity: number;
  readonly isTitle: boolean;
};

/** The words on the badge: a title of up to three lines, the issuer below it. */
function wordsOf(design: BadgeDesign, context: SKRSContext2D): readonly Line[] {
  const room = { hexagon: 430, shield: 420, seal: 420, octagon: 450, square: 480, circle: 430 };
  const width = room[design.shape];
  let size = 48;
  let lines: readonly string[] = [];
  for (; size > 26; size -= 2) {
    context.font = `${size}px ${SERIF}`;
    lines = balance(design.title, width, context);
    if (lines.length <= (size > 38 ? 2 : 3)) break;
  }
  const middle = design.shape === 'shield' ? 412 : 424;
  const step = size * 1.16;
  const first = middle - ((lines.length - 1) * step) / 2 + size * 0.3;
  const title = lines.map((text, index) => ({
    text,
    y: Math.round(first + index * step),
    size,
    font: `${size}px ${SERIF}`,
    opacity: 1,
    isTitle: true,
  }));
  const issuerSize = 19;
  const issuer = {
    text: design.issuer,
    y: design.shape === 'shield' ? 500 : 528,
    size: issuerSize,
    font: `${issuerSize}px ${SANS}`,
  };
  return [...title, { ...issuer, opacity: 0.82, isTitle: false }].filter((one) => one.text !== '');
}

/** As many lines as the width needs, but of similar length: no last line of a single word. */
function balance(text: string, width: number, context: SKRSContext2D): readonly string[] {
  let best = wrap(text, width, context);
  for (let narrower = width - 10; narrower > 120; narrower -= 10) {
    const lines = wrap(text, narrower, context);
    if (lines.length > best.length) return best;
    if (lines.every((line) => context.measureText(line).width <= narrower)) best = lines;
  }
  return best;
}

function wrap(text: string, width: number, context: SKRSContext2D): readonly string[] {
  const pieces = text.includes(' ') ? text.split(' ') : (text.match(/.{1,6}/gu) ?? []);
  const gap = text.includes(' ') ? ' ' : '';
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    const longer = line === '' ? piece : `${line}${gap}${piece}`;
    if (line !== '' && context.measureText(longer).width > width) {
      lines.push(line);
      line = piece;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function artSvg(design: BadgeDesign, words: string): string {
  const [from, to, rim] = design.colours;
  const shape = outline(design.shape, 300);
  const inner = outline(design.shape, 268);
  const rays = Array.from({ length: 36 }, (_, index) => ray(index)).join('');
  const scale = 7.6;
  const at = `${CENTRE - 12 * scale} ${228 - 12 * scale}`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}" width="${SIDE}" height="${SIDE}">` +
    `<defs><linearGradient id="ground" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${from}"/>` +
    `<stop offset="1" stop-color="${to}"/></linearGradient>` +
    `<clipPath id="edge"><path d="${inner}"/></clipPath></defs>` +
    `<path d="${shape}" fill="${rim}"/>` +
    `<path d="${outline(design.shape, 284)}" fill="url(#ground)"/>` +
    `<g clip-path="url(#edge)"><path d="${rays}" fill="#fff" fill-opacity="0.06"/>` +
    `<circle cx="${CENTRE}" cy="228" r="128" fill="#fff" fill-opacity="0.09"/></g>` +
    `<path d="${inner}" fill="none" stroke="#fff" stroke-opacity="0.45" stroke-width="2"/>` +
    `<g transform="translate(${at}) scale(${scale})" fill="none" stroke="#fff" stroke-width="1.35" ` +
    `stroke-linecap="round" stroke-linejoin="round">${iconOf(design.emblem)}</g>${words}</svg>`
  );
}

/** A wedge from the emblem outwards; every second of the 72 directions. */
function ray(index: number): string {
  const point = (turn: number): string => {
    const angle = (turn * Math.PI) / 36;
    return `${(CENTRE + 520 * Math.cos(angle)).toFixed(1)} ${(228 + 520 * Math.sin(angle)).toFixed(1)}`;
  };
  return `M${CENTRE} 228L${point(index * 2)}L${point(index * 2 + 1)}Z`;
}

function outline(shape: BadgeShape, radius: number): string {
  switch (shape) {
    case 'hexagon':
      return rounded(regular(6, radius * 1.04, 30), 44);
    case 'octagon':
      return rounded(regular(8, radius * 1.05, 22.5), 30);
    case 'square':
      return rounded(regular(4, radius * 1.34, 45), 96);
    case 'circle':
      return rounded(regular(60, radius, 0), 6);
    case 'seal':
      return rounded(
        Array.from({ length: 56 }, (_, i) =>
          polar(i % 2 === 0 ? radius : radius * 0.945, i * (360 / 56)),
        ),
        12,
      );
    case 'shield': {
      const x = (part: number): number => CENTRE + radius * part;
      const y = (part: number): number => CENTRE + radius * part;
      return (
        `M${x(0)} ${y(-1)}C${x(0.3)} ${y(-0.88)} ${x(0.62)} ${y(-0.82)} ${x(0.9)} ${y(-0.82)}` +
        `C${x(0.96)} ${y(0.2)} ${x(0.78)} ${y(0.72)} ${x(0)} ${y(1)}` +
        `C${x(-0.78)} ${y(0.72)} ${x(-0.96)} ${y(0.2)} ${x(-0.9)} ${y(-0.82)}` +
        `C${x(-0.62)} ${y(-0.82)} ${x(-0.3)} ${y(-0.88)} ${x(0)} ${y(-1)}Z`
      );
    }
  }
}

type Point = readonly [number, number];

function polar(radius: number, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return [CENTRE + radius * Math.cos(angle), CENTRE + radius * Math.sin(angle)];
}

function regular(corners: number, radius: number, turn: number): readonly Point[] {
  return Array.from({ length: corners }, (_, i) => polar(radius, turn + (i * 360) / corners));
}

/** A polygon whose corners are rounded by about `bend` pixels. */
function rounded(points: readonly Point[], bend: number): string {
  const steps = points.map((corner, index) => {
    const before = points[(index + points.length - 1) % points.length] ?? corner;
    const after = points[(index + 1) % points.length] ?? corner;
    const [a, b] = [towards(corner, before, bend), towards(corner, after, bend)];
    return `${index === 0 ? 'M' : 'L'}${show(a)}Q${show(corner)} ${show(b)}`;
  });
  return `${steps.join('')}Z`;
}

function towards([x, y]: Point, [toX, toY]: Point, distance: number): Point {
  const part = Math.min(0.5, distance / Math.hypot(toX - x, toY - y));
  return [x + (toX - x) * part, y + (toY - y) * part];
}

function show([x, y]: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

/** The lines of a lucide icon (ISC) on its 24 unit grid. */
function iconOf(name: string): string {
  const source = readFileSync(new URL(`lucide-react/dist/esm/icons/${name}.mjs`, PACKAGES), 'utf8');
  const nodes = [
    ...source.matchAll(/\[\s*"(path|circle|rect|line|polyline|ellipse|polygon)",\s*\{([^}]*)\}/g),
  ];
  return nodes
    .map(([, element, fields = '']) => {
      const attributes = [...fields.matchAll(/(\w+): "([^"]*)"/g)]
        .filter(([, key]) => key !== 'key')
        .map(([, key, value]) => `${key}="${value}"`);
      return `<${element} ${attributes.join(' ')}/>`;
    })
    .join('');
}

function registerFonts(): void {
  for (const [family, file] of FONT_FILES) {
    if (!GlobalFonts.has(family)) {
      GlobalFonts.register(readFileSync(new URL(file, PACKAGES)), family);
    }
  }
}
