// What a template may reach and what a request may bring, with templates made for the test.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printFontFolders } from '../../../electron/host/fonts.ts';
import { type TypesetRequest, createTypesetCore } from '../../../electron/host/typeset-core.ts';

const ROOT = join(import.meta.dirname, '../../..');
let resources: string;

beforeAll(() => {
  resources = mkdtempSync(join(tmpdir(), 'laurel-template-'));
  writeFileSync(join(resources, 'secret.txt'), 'secret');
});
afterAll(() => rmSync(resources, { recursive: true, force: true }));

function render(main: string, request: Partial<TypesetRequest> = {}) {
  const folder = join(resources, 'templates', 'appendix');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'main.typ'), main);
  const fontFolders = printFontFolders(join(ROOT, 'node_modules'));
  const core = createTypesetCore({ resourcesFolder: resources, fontFolders });
  return core.render({
    template: 'appendix',
    standard: 'none',
    data: {},
    pictures: [],
    attachments: [],
    ...request,
  });
}

test.each(['../../secret.txt', '/../../secret.txt', '/etc/hostname'])(
  'a template cannot read %s',
  (path) => {
    expect(() => render(`#read("${path}")`)).toThrow(/access denied|not found/);
  },
);

test('a template that imports a package is refused before anything is downloaded', () => {
  expect(() => render('#import "@preview/cetz:0.3.0"')).toThrow('imports a package');
});

test('no bundled template imports a package', () => {
  const templates = join(ROOT, 'resources/templates');
  for (const file of readdirSync(templates, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.typ')) {
      expect(readFileSync(join(templates, file), 'utf8')).not.toMatch(/(?:import|include)\s*"@/);
    }
  }
});

test('picture names that leave the folder are refused', () => {
  const bytes = new Uint8Array([1]);
  for (const name of ['../main.typ', 'a/b.png', '', '.hidden', 'x\u0000.png']) {
    expect(() => render('x', { pictures: [{ name, bytes }] })).toThrow('picture name');
  }
});

test('attachments without a-3a are refused', () => {
  const attachment = {
    name: 'a',
    bytes: new Uint8Array([1]),
    mediaType: 'text/plain',
    description: '',
  };
  expect(() => render('x', { attachments: [attachment] })).toThrow('a-3a');
});

test('one request leaves nothing for the next', () => {
  const bytes = new TextEncoder().encode(
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  );
  const main =
    '#let d = json("data.json")\n#if d.at("show", default: false) { image("pictures/a.svg") }';
  expect(render(main, { data: { show: true }, pictures: [{ name: 'a.svg', bytes }] }).pages).toBe(
    1,
  );
  expect(() => render(main, { data: { show: true } })).toThrow('not found');
});

test('letters that no print font has become a box instead of failing under a standard', () => {
  const main =
    '#set document(title: "x")\n#set text(font: ("Noto Sans", "Noto Sans SC"), fallback: false)\n#json("data.json").text';
  const data = { text: 'a \u0001\ufe0f 🏆 ไทย \ue000 \ud800 b' };
  expect(render(main, { standard: 'ua-1', data }).pages).toBe(1);
  expect(render(main, { standard: 'a-3a', data }).pages).toBe(1);
});
