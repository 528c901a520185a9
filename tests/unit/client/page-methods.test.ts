import { describe, expect, it } from 'vitest';
import {
  type PageEnvironment,
  createPageMethods,
  withPageMethods,
} from '../../../src/client/page-methods.ts';
import type { Host } from '../../../src/contract/host.ts';
import { err, ok } from '../../../src/domain/result.ts';
import { problem } from '../../../src/domain/problem.ts';

const file = { suggestedName: 'a.pdf', mediaType: 'application/pdf', bytes: Uint8Array.of(1, 2) };

function page(picker?: PageEnvironment['picker']) {
  const downloads: string[] = [];
  const opened: string[] = [];
  const environment: PageEnvironment = {
    picker,
    download: (name) => downloads.push(name),
    open: (url) => opened.push(url),
  };
  return { methods: createPageMethods(environment), downloads, opened };
}

describe('saving by the page', () => {
  it('writes to the file the person picked', async () => {
    const written: Blob[] = [];
    const { methods, downloads } = page(async () => ({
      createWritable: async () => ({
        write: async (data) => void written.push(data as Blob),
        close: async () => undefined,
      }),
    }));
    expect(await methods.saveFile(file)).toEqual(ok({ saved: true }));
    expect(new Uint8Array(await (written[0] ?? new Blob()).arrayBuffer())).toEqual(file.bytes);
    expect(written[0]?.type).toBe('application/pdf');
    expect(downloads).toEqual([]);
  });

  it('tells a cancelled dialog from a failed one', async () => {
    const cancelled = page(() => Promise.reject(new DOMException('', 'AbortError')));
    expect(await cancelled.methods.saveFile(file)).toEqual(ok({ saved: false }));
    const failed = page(() => Promise.reject(new DOMException('', 'NoModificationAllowedError')));
    expect(await failed.methods.saveFile(file)).toMatchObject({
      problem: { code: 'library/not-writable' },
    });
  });

  it.each([
    ['where there is no dialog', undefined],
    [
      'where the click is too long ago',
      () => Promise.reject(new DOMException('', 'SecurityError')),
    ],
  ])('downloads %s', async (_name, picker) => {
    const { methods, downloads } = page(picker);
    expect(await methods.saveFile(file)).toEqual(ok({ saved: true }));
    expect(downloads).toEqual(['a.pdf']);
  });
});

describe('opening a link by the page', () => {
  it('opens the normal form of an allowed address and nothing else', async () => {
    const { methods, opened } = page();
    expect(await methods.openLink({ url: 'https://example.org' })).toEqual(ok({ opened: true }));
    expect(await methods.openLink({ url: 'javascript:alert(1)' })).toMatchObject({
      problem: { code: 'host/link-not-allowed' },
    });
    expect(opened).toEqual(['https://example.org/']);
  });
});

describe('which methods are the page’s', () => {
  const host: Host = { invoke: async () => err(problem('host/not-allowed')) };
  const request = { url: 'https://example.org' };

  it('follows what the shell declares', async () => {
    const { methods } = page();
    const both = withPageMethods(host, { saves: 'page', opensLinks: 'page' }, methods);
    expect((await both.invoke('shell.openLink', request)).ok).toBe(true);
    expect((await both.invoke('files.save', file)).ok).toBe(true);
    expect((await both.invoke('library.list', {})).ok).toBe(false);
    const none = withPageMethods(host, { saves: 'host', opensLinks: 'host' }, methods);
    expect((await none.invoke('shell.openLink', request)).ok).toBe(false);
    expect((await none.invoke('files.save', file)).ok).toBe(false);
  });
});

describe('signing in where the page opens links', () => {
  const request = { session: 's', url: 'https://issuer.example.org/authorize?x=1' };

  function hostThatWaits() {
    const steps: string[] = [];
    const host: Host = {
      invoke: async (name) => {
        steps.push(name);
        return err(problem('net/sign-in-failed'));
      },
    };
    const { methods, opened } = page();
    return { host, steps, methods, opened };
  }

  it('opens the page first, within the click, and then waits at the host', async () => {
    const { host, steps, methods, opened } = hostThatWaits();
    const whole = withPageMethods(host, { saves: 'page', opensLinks: 'page' }, methods);
    const answer = whole.invoke('net.signInWait', request);
    expect(opened).toEqual([request.url]);
    expect(await answer).toMatchObject({ problem: { code: 'net/sign-in-failed' } });
    expect(steps).toEqual(['net.signInWait']);
  });

  it.each(['mailto:a@example.org', 'http://issuer.example.org/', 'javascript:1'])(
    'neither opens nor waits for %s',
    async (url) => {
      const { host, steps, methods, opened } = hostThatWaits();
      const whole = withPageMethods(host, { saves: 'page', opensLinks: 'page' }, methods);
      expect((await whole.invoke('net.signInWait', { session: 's', url })).ok).toBe(false);
      expect([steps, opened]).toEqual([[], []]);
    },
  );

  it('leaves the opening to a host that does it', async () => {
    const { host, steps, methods, opened } = hostThatWaits();
    const whole = withPageMethods(host, { saves: 'page', opensLinks: 'host' }, methods);
    await whole.invoke('net.signInWait', request);
    expect([steps, opened]).toEqual([['net.signInWait'], []]);
  });
});
