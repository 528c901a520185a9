// Invented certificates as pictures: drawn with a font of our own, so that they look alike on every machine.
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type Canvas } from '@napi-rs/canvas';

const require = createRequire(import.meta.url);
const FAMILY = 'Laurel Test Sans';
GlobalFonts.registerFromPath(
  require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  FAMILY,
);

export type DrawnLine = { readonly text: string; readonly size: number; readonly y: number };

export const DRAWN_CERTIFICATE: readonly DrawnLine[] = [
  { text: 'Certificate of Completion', size: 34, y: 90 },
  { text: 'This certificate is awarded to', size: 18, y: 150 },
  { text: 'Mara Lindqvist', size: 40, y: 215 },
  { text: 'for successfully completing', size: 18, y: 270 },
  { text: 'Tidal Energy for Beginners', size: 34, y: 330 },
  { text: 'offered by Northshore College', size: 18, y: 390 },
  { text: 'Issued on 14 March 2024', size: 18, y: 450 },
  { text: 'Certificate number: NS-48213-77', size: 18, y: 500 },
];

export type Drawing = {
  readonly lines?: readonly DrawnLine[];
  readonly width?: number;
  readonly height?: number;
  readonly ink?: string;
  readonly ground?: string;
};

/** Draws the lines from the left margin. */
export function drawCertificate(drawing: Drawing = {}): Canvas {
  const { lines = DRAWN_CERTIFICATE, width = 900, height = 620 } = drawing;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = drawing.ground ?? '#fdf6e3';
  context.fillRect(0, 0, width, height);
  context.fillStyle = drawing.ink ?? '#1d2433';
  for (const { text, size, y } of lines) {
    context.font = `${size}px "${FAMILY}"`;
    context.fillText(text, 70, y);
  }
  return canvas;
}

/** The drawing turned clockwise by quarter turns. */
export function turnCanvas(canvas: Canvas, turn: 90 | 180 | 270): Canvas {
  const sideways = turn !== 180;
  const turned = createCanvas(
    sideways ? canvas.height : canvas.width,
    sideways ? canvas.width : canvas.height,
  );
  const context = turned.getContext('2d');
  context.translate(turned.width / 2, turned.height / 2);
  context.rotate((turn * Math.PI) / 180);
  context.drawImage(canvas, -canvas.width / 2, -canvas.height / 2);
  return turned;
}

/** A JPEG whose Exif entry says how to turn it (TIFF 6.0 §8, tag 274). */
export function jpegTurnedByExif(canvas: Canvas, orientation: number): Uint8Array {
  const jpeg = canvas.toBuffer('image/jpeg');
  const tiff = Buffer.from('49492a00080000000100120103000100000000000000' + '00000000', 'hex');
  tiff[18] = orientation;
  const head = Buffer.from([0xff, 0xe1, 0, 2 + 6 + tiff.length]);
  return new Uint8Array(
    Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from('Exif\0\0'), tiff, jpeg.subarray(2)]),
  );
}
