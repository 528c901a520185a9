import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../../electron/main/menu.ts';

function roles(template: unknown): string[] {
  return [...JSON.stringify(template).matchAll(/"role":"([^"]+)"/g)].map((match) => match[1] ?? '');
}

describe('the application menu', () => {
  it('starts with the app menu on macOS only', () => {
    expect(roles(menuTemplate('darwin', true))[0]).toBe('appMenu');
    expect(roles(menuTemplate('linux', true))).not.toContain('appMenu');
    expect(roles(menuTemplate('win32', true))).toContain('quit');
  });

  it('has no developer tools in a release', () => {
    expect(roles(menuTemplate('linux', true))).not.toContain('toggleDevTools');
    expect(roles(menuTemplate('linux', false))).toContain('toggleDevTools');
  });
});
