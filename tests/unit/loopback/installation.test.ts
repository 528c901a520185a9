import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  announceInstance,
  forgetInstance,
  isUsablePort,
  newSecret,
  readInstallation,
  readRunningInstance,
} from '../../../electron/loopback/installation.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'laurel-installation-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

function modeOf(file: string): number {
  return statSync(file).mode & 0o777;
}

describe('what an installation remembers', () => {
  it('keeps its port from start to start', async () => {
    const first = await readInstallation(data);
    expect(isUsablePort(first.port)).toBe(true);
    expect(await readInstallation(data)).toEqual(first);
  });

  it.each(['', '{', '{"port":80}', '{"port":"20000"}', 'null'])(
    'chooses a new port when the file says %j',
    async (text) => {
      const { port } = await readInstallation(data);
      writeFileSync(join(data, 'loopback', 'port.json'), text);
      const again = await readInstallation(data);
      expect(isUsablePort(again.port)).toBe(true);
      expect(typeof port).toBe('number');
    },
  );

  it.skipIf(process.platform === 'win32')('closes everything to other accounts', async () => {
    const { instanceFile, profileFolder, port } = await readInstallation(data);
    await announceInstance(instanceFile, port, newSecret());
    expect(modeOf(profileFolder)).toBe(0o700);
    expect(modeOf(join(data, 'loopback'))).toBe(0o700);
    expect(modeOf(instanceFile)).toBe(0o600);
    expect(readFileSync(instanceFile, 'utf8')).toContain(String(port));
  });

  it('finds the running instance until it is forgotten', async () => {
    const { instanceFile } = await readInstallation(data);
    expect(await readRunningInstance(instanceFile)).toBeUndefined();
    await announceInstance(instanceFile, 20_001, 'secret');
    expect(await readRunningInstance(instanceFile)).toEqual({ port: 20_001, secret: 'secret' });
    await forgetInstance(instanceFile);
    expect(await readRunningInstance(instanceFile)).toBeUndefined();
  });
});
