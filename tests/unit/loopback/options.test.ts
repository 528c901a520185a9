import { describe, expect, it } from 'vitest';
import { parseLoopbackOptions } from '../../../electron/loopback/options.ts';

describe('options of the loopback shell', () => {
  it('reads them in any order', () => {
    expect(parseLoopbackOptions(['--port', '2000', '--no-open'])).toEqual({
      ok: true,
      value: { noOpen: true, port: 2000 },
    });
    expect(parseLoopbackOptions(['--port=2000'])).toMatchObject({ value: { port: 2000 } });
    expect(parseLoopbackOptions([])).toEqual({
      ok: true,
      value: { noOpen: false, port: undefined },
    });
  });

  it.each([['--port'], ['--port', '80'], ['--port=70000'], ['--port=1e4'], ['--open'], ['x']])(
    'refuses %j',
    (...args) => {
      expect(parseLoopbackOptions(args)).toMatchObject({
        ok: false,
        problem: { code: 'cli/wrong-usage' },
      });
    },
  );
});
