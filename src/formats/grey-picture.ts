// Prepares pictures for reading printed words: grey, even contrast, dark words on light ground, upright.
// Pure arithmetic on pixels.
import type { GreyPicture, PixelBox } from './ocr-engine.ts';
import type { Pixels } from './picture-canvas.ts';

export type QuarterTurn = 0 | 90 | 180 | 270;

/** The picture's brightness, stretched so that its darkest and lightest parts are black and white. */
export function toGrey({ data, width, height }: Pixels): GreyPicture {
  const grey = new Uint8Array(width * height);
  const counts = new Uint32Array(256);
  for (let at = 0; at < grey.length; at += 1) {
    const from = 4 * at;
    const alpha = data[from + 3] ?? 255;
    // ITU-R BT.601 luma; what shines through is white paper.
    const luma =
      (299 * (data[from] ?? 0) + 587 * (data[from + 1] ?? 0) + 114 * (data[from + 2] ?? 0)) / 1000;
    const value = Math.round(255 + ((luma - 255) * alpha) / 255);
    grey[at] = value;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  const darkest = percentile(counts, grey.length, 0.005);
  const lightest = percentile(counts, grey.length, 0.995);
  const median = percentile(counts, grey.length, 0.5);
  const range = Math.max(32, lightest - darkest);
  // Most of a page is ground: where the median is dark, words are light.
  const inverted = median - darkest < lightest - median && median < 110;
  const table = new Uint8Array(256);
  for (let value = 0; value < 256; value += 1) {
    const stretched = Math.min(255, Math.max(0, ((value - darkest) * 255) / range));
    table[value] = inverted ? 255 - stretched : stretched;
  }
  for (let at = 0; at < grey.length; at += 1) grey[at] = table[grey[at] ?? 0] ?? 0;
  return { data: grey, width, height };
}

function percentile(counts: Uint32Array, total: number, share: number): number {
  let seen = 0;
  for (const [value, count] of counts.entries()) {
    seen += count;
    if (seen >= share * total) return value;
  }
  return 255;
}

/** The picture turned clockwise. */
export function turnGrey(picture: GreyPicture, turn: QuarterTurn): GreyPicture {
  if (turn === 0) return picture;
  const { data, width, height } = picture;
  const turned = new Uint8Array(data.length);
  const newWidth = turn === 180 ? width : height;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [toX, toY] =
        turn === 90
          ? [height - 1 - y, x]
          : turn === 180
            ? [width - 1 - x, height - 1 - y]
            : [y, width - 1 - x];
      turned[toY * newWidth + toX] = data[y * width + x] ?? 0;
    }
  }
  return { data: turned, width: newWidth, height: turn === 180 ? height : width };
}

/** A part of the picture, cut at its edges. */
export function cropGrey(picture: GreyPicture, box: PixelBox): GreyPicture {
  const left = Math.max(0, Math.floor(box.x));
  const top = Math.max(0, Math.floor(box.y));
  const width = Math.max(1, Math.min(picture.width, Math.ceil(box.x + box.width)) - left);
  const height = Math.max(1, Math.min(picture.height, Math.ceil(box.y + box.height)) - top);
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const from = (top + row) * picture.width + left;
    data.set(picture.data.subarray(from, from + width), row * width);
  }
  return { data, width, height };
}

/** The picture at half its width and height. */
export function halveGrey({ data, width, height }: GreyPicture): GreyPicture {
  const newWidth = Math.max(1, width >> 1);
  const newHeight = Math.max(1, height >> 1);
  const half = new Uint8Array(newWidth * newHeight);
  for (let y = 0; y < newHeight; y += 1) {
    for (let x = 0; x < newWidth; x += 1) {
      const at = 2 * y * width + 2 * x;
      const below = Math.min(at + width, data.length - 2);
      const sum =
        (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[below] ?? 0) + (data[below + 1] ?? 0);
      half[y * newWidth + x] = sum >> 2;
    }
  }
  return { data: half, width: newWidth, height: newHeight };
}
