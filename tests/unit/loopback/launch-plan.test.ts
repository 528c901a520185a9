import { describe, expect, it } from 'vitest';
import {
  isNodeNewEnough,
  parseLauncherArguments,
  planElectron,
  withoutElectron,
} from '../../../electron/loopback/launch-plan.mjs';

const desktop = {
  shell: 'auto',
  hasBinary: false,
  platform: 'linux',
  isRoot: false,
  hasDisplay: true,
  triedRecently: false,
  rest: [],
} as const;

describe('npm start', () => {
  it('reads the shell and hands the rest on', () => {
    expect(parseLauncherArguments(['--shell', 'loopback', '--no-open'])).toEqual({
      ok: true,
      shell: 'loopback',
      rest: ['--no-open'],
    });
    expect(parseLauncherArguments(['--shell=electron'])).toMatchObject({ shell: 'electron' });
    expect(parseLauncherArguments([])).toEqual({ ok: true, shell: 'auto', rest: [] });
  });

  it.each([['--shell'], ['--shell', 'firefox'], ['--shell=']])(
    'explains itself for %j',
    (...args) => {
      expect(parseLauncherArguments(args)).toMatchObject({ ok: false });
    },
  );

  it.each([
    ['20.18.9', false],
    ['20.19.0', true],
    ['18.20.0', false],
    ['24.0.0', true],
  ])('knows whether Node %s will do', (version, enough) => {
    expect(isNodeNewEnough(version)).toBe(enough);
  });

  it.each([
    ['starts a binary that is there', { hasBinary: true }, { act: 'start' }],
    ['downloads one that is not', {}, { act: 'download' }],
    ['leaves Electron alone when told so', { shell: 'loopback', hasBinary: true }, { act: 'skip' }],
    ['takes --no-open as a wish for the browser', { rest: ['--no-open'] }, { act: 'skip' }],
    ['takes --port as a wish for the browser', { rest: ['--port=2000'] }, { act: 'skip' }],
  ] as const)('%s', (_name, facts, plan) => {
    expect(planElectron({ ...desktop, ...facts })).toEqual(plan);
  });

  it.each([
    ['as root', { isRoot: true, hasBinary: true }],
    ['without a screen', { hasDisplay: false, hasBinary: true }],
    ['again on the day a download failed', { triedRecently: true }],
  ] as const)('skips Electron with a reason %s', (_name, facts) => {
    const plan = planElectron({ ...desktop, ...facts });
    expect(plan.act).toBe('skip');
    expect('sentence' in plan && plan.sentence).toMatch(/^[A-Z].*[a-z]$/);
  });

  it('tries the download again when Electron is asked for by name', () => {
    const facts = { ...desktop, shell: 'electron', triedRecently: true } as const;
    expect(planElectron(facts)).toEqual({ act: 'download' });
  });

  it('falls back in one sentence, unless Electron was asked for by name', () => {
    expect(withoutElectron('auto', 'There is no binary')).toEqual({
      fallsBack: true,
      sentence: 'There is no binary, so Laurel opens in a browser window instead.',
    });
    expect(withoutElectron('electron', 'There is no binary').fallsBack).toBe(false);
  });
});
