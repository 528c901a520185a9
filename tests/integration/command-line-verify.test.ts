// `laurel verify` from paths to printed lines: sites asked, trust and names given, saved reports repeated.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { identitiesOf, readTrust } from '../../electron/cli/trust-options.ts';
import type { VerificationReport } from '../../src/domain/report.ts';
import { sha256Of } from '../../src/domain/id.ts';
import type { SavedReport } from '../../src/domain/saved-report.ts';
import { packFiles } from '../../src/formats/pack-files.ts';
import { runVerify, sitesOf, startSite, type StubSite } from '../support/command-line.ts';
import { createRealReader } from '../support/real-reader.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/credentials/', import.meta.url));
const HOSTED = join(FIXTURES, 'ob2-hosted.json');
const SIGNED = join(FIXTURES, 'ob3-eddsa.json');
const LAUREL = fileURLToPath(new URL('../../electron/cli/laurel.mjs', import.meta.url));
const HOST = 'larkfield.example';
const READ_AT = '2026-05-12T10:00:00.000Z';

let folder: string;
let site: StubSite | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laurel-cli-'));
});
afterEach(async () => {
  await site?.close();
  site = undefined;
  await rm(folder, { recursive: true, force: true });
});

/** What the issuer's site holds: the badge as it was handed out, its class, and the issuer. */
async function heldBySite(): Promise<Readonly<Record<string, string>>> {
  const copy = await readFile(HOSTED, 'utf8');
  const { '@context': context, badge } = JSON.parse(copy) as Readonly<Record<string, unknown>> & {
    readonly badge: Readonly<Record<string, unknown>> & { readonly issuer: object };
  };
  return {
    '/assertions/soil-science-basics.json': copy,
    '/badges/soil-science-basics.json': JSON.stringify({ '@context': context, ...badge }),
    '/issuer.json': JSON.stringify({ '@context': context, ...badge.issuer }),
  };
}

type Line = {
  readonly standing: string;
  readonly checks: readonly { check: string; outcome: string; reason: string; code: string }[];
  readonly unanswered: readonly { url: string; code: string; message: string }[];
  readonly materials: readonly { url: string; readAt?: string }[];
  readonly facts?: readonly { name: string }[];
  readonly rung: string | null;
  readonly problems?: readonly { code: string }[];
  readonly recheck?: {
    readonly same: boolean;
    readonly original: string;
    readonly standing: string;
    readonly checks: readonly { check: string; verdict: string }[];
    readonly materials: readonly { url: string; verdict: string }[];
  };
};

function lineOf(lines: readonly unknown[], at = 0): Line {
  return lines[at] as Line;
}

function checkOf(line: Line, name: string): string {
  return line.checks.find(({ check }) => check === name)?.code ?? '';
}

describe('verify --online', () => {
  it('asks the issuer’s site each address once, and confirms the copy there', async () => {
    const copy = await readFile(HOSTED, 'utf8');
    site = await startSite(await heldBySite());
    const sites = sitesOf(folder, HOST, site.port);
    const twin = join(folder, 'twin.json');
    await writeFile(twin, `${copy}\n`);
    const { lines, code } = await runVerify([HOSTED, twin], { sites });
    for (const at of [0, 1]) {
      expect(lineOf(lines, at).standing).toBe('confirmed');
      expect(checkOf(lineOf(lines, at), 'hosted-copy')).toBe('hosted-copy/matches');
    }
    expect(code).toBe(0);
    expect(site.asked.length).toBe(new Set(site.asked).size);
    expect([...sites.asked()]).toEqual([[HOST, site.asked.length]]);
    // The same ledger that the window shows.
    const ledger = await readFile(join(folder, 'network', 'ledger.jsonl'), 'utf8');
    expect(ledger).toContain('check-hosted-assertion');
    expect(lineOf(lines).materials.every(({ readAt }) => readAt !== undefined)).toBe(true);
  });

  it('says what went wrong, and passes nothing, where the site gives no answer', async () => {
    site = await startSite({ '/assertions/soil-science-basics.json': 503 });
    const { lines, words } = await runVerify([HOSTED], { sites: sitesOf(folder, HOST, site.port) });
    const line = lineOf(lines);
    expect(line.standing).toBe('document');
    expect(line.checks.find(({ check }) => check === 'hosted-copy')?.outcome).toBe('not-checked');
    expect(line.unanswered).toContainEqual(
      expect.objectContaining({ code: 'net/server-error', message: expect.stringContaining(HOST) }),
    );
    expect(words).toContain('No answer from https://larkfield.example/');
    await site.close();
    const closed = await runVerify([HOSTED], { sites: sitesOf(folder, HOST, site.port) });
    expect(lineOf(closed.lines).standing).toBe('document');
    expect(lineOf(closed.lines).unanswered.length).toBeGreaterThan(0);
  });

  it(
    'is a word of the command, which names the hosts that it asked',
    { timeout: 240_000 },
    async () => {
      site = await startSite(await heldBySite());
      const env = {
        ...process.env,
        NODE_ENV: 'test',
        LAUREL_DATA: folder,
        LAUREL_TEST_FETCH_ORIGINS: `${HOST}=127.0.0.1:${site.port}`,
      };
      const run = (...words: string[]) =>
        new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
          execFile(process.execPath, [LAUREL, ...words], { env }, (failure, stdout, stderr) => {
            resolve({ code: failure?.code ?? 0, stdout, stderr });
          });
        });
      const offline = await run('verify', HOSTED, '--json');
      expect(lineOf([JSON.parse(offline.stdout)]).standing).toBe('document');
      expect(site.asked).toEqual([]);
      const online = await run('verify', HOSTED, '--json', '--online');
      expect(lineOf([JSON.parse(online.stdout)]).standing).toBe('confirmed');
      expect(online.stderr).toMatch(/Asked one site: larkfield\.example/u);
      expect(online.code).toBe(0);
      const wrong = await run('verify', HOSTED, '--registry', join(folder, 'none.json'));
      expect(wrong.code).toBe(2);
    },
  );
});

describe('verify with what the person knows', () => {
  it('lifts an issuer to a registry that they name', async () => {
    const credential = JSON.parse(await readFile(SIGNED, 'utf8')) as { issuer: { id: string } };
    const registry = join(folder, 'registry.json');
    await writeFile(
      registry,
      JSON.stringify({ registry: { [credential.issuer.id]: { name: 'Larkfield Open College' } } }),
    );
    const trust = await readTrust({ registries: [registry], trustLists: [] }, READ_AT);
    if (!trust.ok) throw new Error(trust.problem.problem.code);
    const before = await runVerify([SIGNED], { withDetails: true });
    const after = await runVerify([SIGNED], { withDetails: true }, trust.value);
    expect(lineOf(before.lines).rung).toBe('unknown');
    expect(lineOf(after.lines).rung).toBe('registry');
    expect(checkOf(lineOf(after.lines), 'issuer-identity')).toBe('issuer-identity/in-registry');
    expect(lineOf(after.lines).facts?.length).toBeGreaterThan(3);
    const wrong = await readTrust({ registries: [], trustLists: [registry] }, READ_AT);
    expect(!wrong.ok && wrong.problem).toMatchObject({ path: registry });
  });

  it('says whose a credential is, to the holder or an employer', async () => {
    const mine = await runVerify([SIGNED], { identities: identitiesOf(['Imke Tornquist']) });
    expect(checkOf(lineOf(mine.lines), 'recipient')).toBe('recipient/is-yours');
    expect(mine.code).toBe(0);
    const other = identitiesOf(['Somebody Else']);
    const others = await runVerify([SIGNED], { identities: other, reader: 'employer' });
    expect(checkOf(lineOf(others.lines), 'recipient')).toBe('recipient/somebody-else');
    expect(others.code).toBe(1);
    const holder = await runVerify([SIGNED], { identities: other });
    expect(others.words).not.toBe(holder.words);
  });
});

describe('verify of a saved report', () => {
  const URL_OF_COPY = 'https://larkfield.example/assertions/soil-science-basics.json';

  async function savedBundle(
    change: (files: Map<string, Uint8Array>, saved: SavedReport) => SavedReport | undefined = () =>
      undefined,
  ): Promise<string> {
    const bytes = new Uint8Array(await readFile(HOSTED));
    const reader = createRealReader(() => Date.parse(READ_AT));
    const read = await reader.read({
      bytes,
      fileName: 'ob2-hosted.json',
      printedText: 'later',
    });
    const item = read.ok ? read.value.reading.items[0] : undefined;
    if (!item) throw new Error('fixture not read');
    const sha256 = await sha256Of(bytes);
    const documents = Object.entries(await heldBySite()).map(([path, body]) => ({
      url: `https://${HOST}${path}`,
      status: 200,
      mediaType: 'application/json',
      text: body,
      readAt: READ_AT,
    }));
    const checked = await reader.verify({
      bytes,
      fileName: 'ob2-hosted.json',
      index: 0,
      expected: sha256,
      fallback: item,
      documents,
    });
    if (!checked.ok) throw new Error(checked.problem.code);
    const { report } = checked.value;
    expect(report.standing).toBe('confirmed');
    const files = new Map<string, Uint8Array>([['original/ob2-hosted.json', bytes]]);
    const index: Record<string, object> = {};
    for (const { url, status, mediaType: type, text: body, readAt } of documents) {
      const file = `documents/${await sha256Of(new TextEncoder().encode(body))}`;
      files.set(file, new TextEncoder().encode(body));
      index[url] = { file, status, type, readAt };
    }
    files.set('index.json', new TextEncoder().encode(JSON.stringify(index)));
    const saved: SavedReport = {
      laurelReport: 1,
      title: 'Soil Science Basics',
      original: { fileName: 'ob2-hosted.json', sha256, index: 0 },
      report,
      words: report.checks.map(({ check, outcome }) => ({ check, outcome, reason: 'In words.' })),
    };
    const told = change(files, saved) ?? saved;
    files.set('report.json', new TextEncoder().encode(JSON.stringify(told)));
    const path = join(folder, 'saved.zip');
    await writeFile(path, await packFiles(files));
    await writeFile(join(folder, 'saved.json'), JSON.stringify(told));
    return path;
  }

  function changedReport(saved: SavedReport, change: Partial<VerificationReport>): SavedReport {
    return { ...saved, report: { ...saved.report, ...change } };
  }

  it('finds it the same when nothing was touched, whether or not it is announced', async () => {
    const path = await savedBundle();
    for (const isRecheck of [true, false]) {
      const { lines, words, code } = await runVerify([path], { isRecheck });
      const { recheck, standing } = lineOf(lines);
      expect(recheck).toMatchObject({ same: true, original: 'same', materials: [] });
      expect(recheck?.checks.filter(({ verdict }) => verdict !== 'same')).toEqual([]);
      expect(standing).toBe('confirmed');
      expect(words).toContain('came out the same');
      expect(code).toBe(0);
    }
  });

  it('needs the original beside a report that was saved alone, and takes it by its hash', async () => {
    await savedBundle();
    const alone = join(folder, 'saved.json');
    const without = await runVerify([alone]);
    expect(lineOf(without.lines).problems?.[0]?.code).toBe('report/needs-original');
    expect(without.code).toBe(1);
    const other = await runVerify([alone], { original: SIGNED });
    expect(lineOf(other.lines).recheck).toMatchObject({ same: false, original: 'different' });
    expect(other.code).toBe(1);
    // The document that the report rests on is not in the JSON, so it cannot be confirmed again.
    const beside = await runVerify([alone], { original: HOSTED });
    expect(lineOf(beside.lines).recheck).toMatchObject({
      original: 'same',
      same: false,
      materials: expect.arrayContaining([{ url: URL_OF_COPY, verdict: 'missing' }]),
    });
  });

  it.each<[string, Parameters<typeof savedBundle>[0], string | undefined]>([
    [
      'an outcome that was bettered',
      (_, saved) =>
        changedReport(saved, {
          checks: saved.report.checks.map((one) =>
            one.check === 'recipient' ? { ...one, outcome: 'passed' } : one,
          ),
        }),
      'recipient',
    ],
    ['a standing that was raised', (_, saved) => changedReport(saved, { standing: 'proven' }), ''],
    ['a flag that was added', (_, saved) => changedReport(saved, { flags: ['expired'] }), ''],
    [
      'a check that was left out',
      (_, saved) =>
        changedReport(saved, {
          checks: saved.report.checks.filter(({ check }) => check !== 'expiry'),
        }),
      'expiry',
    ],
    [
      'words that say something else than the codes',
      (_, saved) => ({
        ...saved,
        words: saved.words.map((one) =>
          one.check === 'recipient' ? { ...one, outcome: 'passed' } : one,
        ),
      }),
      'recipient',
    ],
    [
      'an original that was exchanged',
      (files) => {
        files.set('original/ob2-hosted.json', new TextEncoder().encode('{"@context":[]}'));
        return undefined;
      },
      'integrity',
    ],
    [
      'a document that was exchanged',
      (files, saved) => {
        files.set(`documents/${saved.original.sha256}`, new TextEncoder().encode('{}'));
        return undefined;
      },
      'hosted-copy',
    ],
  ])('finds %s', async (_, change, check) => {
    const { lines, words, code } = await runVerify([await savedBundle(change)]);
    const { recheck } = lineOf(lines);
    expect(recheck?.same).toBe(false);
    expect(code).toBe(1);
    expect(words).toContain('does not say what its own evidence says');
    if (check) {
      expect(recheck?.checks.find((one) => one.check === check)?.verdict).toBe('different');
    }
  });

  it('says what cannot be repeated because it rests on the saver’s own trust', async () => {
    const path = await savedBundle((_, saved) =>
      changedReport(saved, {
        checks: saved.report.checks.map((one) =>
          one.check === 'issuer-identity'
            ? { check: one.check, outcome: 'passed', reason: 'issuer-identity/pinned' }
            : one,
        ),
      }),
    );
    const { lines, words, code } = await runVerify([path]);
    const found = lineOf(lines).recheck?.checks.find(({ check }) => check === 'issuer-identity');
    expect(found?.verdict).toBe('not-repeated');
    expect(words).toContain('could not be repeated');
    expect(code).toBe(1);
  });

  it('refuses what is no report only where one was announced', async () => {
    const path = join(folder, 'not.json');
    await writeFile(path, JSON.stringify({ laurelReport: 1, title: 'Nothing else' }));
    const announced = await runVerify([path], { isRecheck: true });
    expect(lineOf(announced.lines).problems?.[0]?.code).toBe('report/not-a-report');
    expect(announced.code).toBe(1);
    const plain = await runVerify([path]);
    expect(lineOf(plain.lines).problems?.[0]?.code).not.toBe('report/not-a-report');
  });
});
