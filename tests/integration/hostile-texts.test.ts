// Named hostile texts: cells that a spreadsheet would run (hazard C18), characters nobody sees (hazard C20) and
// narratives that try to be a page (hazard C22): what is read of them, and what is put before people.
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseOpenableLink } from '../../src/contract/openable-link.ts';
import { findingWording } from '../../src/domain/finding-wording.ts';
import { type Desk, DeskContext } from '../../src/ui/app-shell/desk.tsx';
import { UntrustedText } from '../../src/ui/controls/untrusted-text.tsx';
import { Narrative } from '../../src/ui/detail/narrative.tsx';
import { readPlainMarkdown } from '../../src/ui/detail/plain-markdown.ts';
import { codePointName, hiddenCharactersIn } from '../../src/ui/hidden-characters.ts';
import { bakePng, plainPng } from '../support/bake.ts';
import {
  type HostileDesk,
  expectNothingRan,
  factsOf,
  openHostileDesk,
  sentencesOf,
} from '../support/hostile-desk.ts';
import { hostile } from '../support/hostile-file.ts';
import { FORMULAS, HIDDEN_TEXTS, LINKS, NARRATIVES, PILE } from '../support/hostile-texts.ts';
import { invented, openBadge2, openBadge3 } from '../support/invented-credentials.ts';
import { rawZip } from '../support/raw-zip.ts';

let desk: HostileDesk;

beforeAll(async () => {
  desk = await openHostileDesk();
});

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

function table(title: string, issuer: string): string {
  return `Title,Issuer,Date\n${quoted(title)},${quoted(issuer)},2025-03-14\n"Data Basics","Larkfield","2025-03-15"\n`;
}

describe('C18: cells that a spreadsheet would run', () => {
  it.each(FORMULAS.map((cell) => [cell]))('reads %s as the text it is', async (cell) => {
    const reading = await desk.read(hostile(cell, 'list.csv', table(cell, cell)));
    expect(reading).toMatchObject({ outcome: 'read', problems: [] });
    expect(factsOf(reading.items[0])).toMatchObject({ title: cell, issuer: cell });
  });

  it.each(FORMULAS.map((cell) => [cell]))(
    'takes our own protection of %s off again',
    async (cell) => {
      for (const space of ['', ' ', '\t']) {
        const protectedCell = `'${space}${cell}`;
        const file = hostile(cell, 'list.csv', table(protectedCell, protectedCell));
        const reading = await desk.read(file);
        expect(factsOf(reading.items[0])).toMatchObject({ title: cell, issuer: cell });
      }
    },
  );

  it.each(["'Tis the Season", "'90s Web Design", "'quoted'", "O'Hara = Tara", "'"])(
    'leaves %s alone, which nobody protected',
    async (cell) => {
      const reading = await desk.read(hostile(cell, 'list.csv', table(cell, 'Larkfield')));
      expect(factsOf(reading.items[0]).title).toBe(cell);
    },
  );
});

describe('C20: text with something hidden in it', () => {
  it.each(HIDDEN_TEXTS.map((one) => [one.what, one] as const))(
    '%s',
    async (_, { text, points }) => {
      const badge = JSON.stringify(openBadge3(invented({ title: text, issuer: text })));
      const older = JSON.stringify(openBadge2(invented({ title: text, issuer: text })));
      for (const content of [badge, older, bakePng(plainPng(), 'openbadgecredential', badge)]) {
        const reading = await desk.read(hostile(text, 'badge', content));
        // Kept as it was given: what a signature covers is not ours to change.
        expect(reading.outcome).toBe('read');
        expect(factsOf(reading.items[0])).toMatchObject({ title: text, issuer: text });
      }
      expect(hiddenCharactersIn(text).map(({ codePoint }) => codePointName(codePoint))).toEqual(
        points,
      );
      const shown = renderToStaticMarkup(createElement(UntrustedText, { text }));
      expect(shown.startsWith('<bdi>')).toBe(true);
      expect(hiddenCharactersIn(shown)).toEqual([]);
      expect(shown).toContain(`Contains hidden characters: ${points.join(', ')}`);
      const short = renderToStaticMarkup(createElement(UntrustedText, { text, quiet: true }));
      expect(short).toContain('(contains hidden characters)');
    },
  );

  it('shows a pile of ten thousand marks as a few, and says so', async () => {
    const badge = JSON.stringify(openBadge3(invented({ title: PILE, issuer: PILE })));
    const reading = await desk.read(hostile('a pile', 'badge.json', badge));
    const title = reading.items[0]?.achievement.name ?? '';
    // Cut by the reader, and the cut is seen.
    expect(title.length).toBeLessThan(PILE.length);
    expect(PILE.startsWith(title.replace(/…$/u, ''))).toBe(true);
    const shown = renderToStaticMarkup(createElement(UntrustedText, { text: PILE }));
    expect(shown.match(/\u0301/gu)).toHaveLength(8);
    expect(shown.length).toBeLessThan(100_000);
    expect(shown).toContain('Contains hidden characters: U+0301');
  });

  it.each(HIDDEN_TEXTS.map((one) => [one.what, one] as const))(
    'cleans the name of a file in an archive: %s',
    async (_, { text }) => {
      const inside = JSON.stringify(openBadge3(invented()));
      const zip = rawZip([
        { name: `${text}.json`, data: inside },
        { name: 'good.json', data: inside },
      ]);
      const reading = await desk.read(hostile(text, 'badges.zip', zip));
      const names = (reading.parts ?? []).map(({ name }) => name);
      expect(names).toContain('good.json');
      const told = (reading.findings ?? []).map(findingWording);
      for (const said of [...names, ...told]) {
        expect(said).not.toMatch(
          /[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\ufeff\u{e0000}-\u{e007f}]/u,
        );
      }
    },
  );

  it.each(HIDDEN_TEXTS.map((one) => [one.what, one] as const))(
    'reads a file by its content, whatever its name: %s',
    async (_, { text }) => {
      const file = hostile(text, `${text}.pdf`, JSON.stringify(openBadge3(invented())));
      const reading = await desk.read(file);
      expect(reading).toMatchObject({ outcome: 'read', mediaType: 'application/json' });
      expect(sentencesOf(reading)).toEqual([]);
    },
  );
});

const asked: string[] = [];
const stubDesk = { askLink: (url: string) => asked.push(url) } as unknown as Desk;

/** The narrative as the page would hold it, without running anything. */
function markupOf(text: string): string {
  return renderToStaticMarkup(
    createElement(DeskContext.Provider, { value: stubDesk }, createElement(Narrative, { text })),
  );
}

function wordsOf(source: string): string {
  return readPlainMarkdown(source)
    .flatMap((block) => (block.kind === 'list' ? block.items.flat() : block.inlines))
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
}

const OURS = new Set([
  'div',
  'p',
  'ul',
  'li',
  'strong',
  'bdi',
  'span',
  'button',
  'svg',
  'path',
  'line',
  'circle',
  'rect',
  'polyline',
]);

/** The elements that stand in markup React wrote, with their attributes. */
function elementsIn(markup: string): { name: string; attributes: string }[] {
  return [...markup.matchAll(/<([a-z][a-z0-9]*)([^<>]*)>/giu)].map(
    ([, name = '', attributes = '']) => ({
      name: name.toLowerCase(),
      attributes,
    }),
  );
}

function expectHarmless(markup: string): void {
  for (const { name, attributes } of elementsIn(markup)) {
    expect(OURS).toContain(name);
    const names = [...attributes.replace(/"[^"]*"/gu, '""').matchAll(/\s([a-z:-]+)=/giu)].map(
      ([, one]) => one,
    );
    expect(
      names.filter((one) =>
        /^(?:on|src|href|srcdoc|style|action|formaction|xlink)/iu.test(one ?? ''),
      ),
    ).toEqual([]);
  }
}

describe('C22: narratives that try to be a page', () => {
  it.each(NARRATIVES)('%s', (_, source, words) => {
    expect(wordsOf(source).replace(/\s+/gu, ' ')).toBe(words);
    expectHarmless(markupOf(source));
    expectNothingRan();
  });

  it.each(LINKS)('a link: %s', (_, source, address, opens) => {
    const [block] = readPlainMarkdown(source);
    const [inline] = block?.kind === 'paragraph' ? block.inlines : [];
    expect(inline).toMatchObject({ kind: 'link', url: address });
    const markup = markupOf(source);
    expectHarmless(markup);
    // A button that asks, not a link; and only an https address would open after a yes.
    expect(markup).toContain('<button');
    expect(parseOpenableLink(address).ok).toBe(opens);
  });

  it.each(LINKS)('a picture: %s', (_, source, address) => {
    const [block] = readPlainMarkdown(`!${source}`);
    const [inline] = block?.kind === 'paragraph' ? block.inlines : [];
    expect(inline).toMatchObject({ kind: 'picture', url: address });
    const markup = markupOf(`!${source}`);
    expectHarmless(markup);
    expect(markup).toContain('Picture not loaded');
    expect(markup).not.toContain('<button');
  });

  it('asks nobody by being shown', () => {
    expect(asked).toEqual([]);
  });
});
