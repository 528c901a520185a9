// The loopback shell's command line. Pure.
import { problem } from '../../src/domain/problem.ts';
import { type Result, err, ok } from '../../src/domain/result.ts';
import { isUsablePort } from './installation.ts';

export type LoopbackOptions = {
  /** Print the address with its one-time code instead of opening a window. */
  readonly noOpen: boolean;
  /** Instead of this installation's own port, for this run. */
  readonly port: number | undefined;
};

export function parseLoopbackOptions(args: readonly string[]): Result<LoopbackOptions> {
  let noOpen = false;
  let port: number | undefined;
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '--no-open') noOpen = true;
    else if (arg === '--port' || arg.startsWith('--port=')) {
      const text = arg === '--port' ? args[(index += 1)] : arg.slice('--port='.length);
      const number = /^\d{1,5}$/.test(text ?? '') ? Number(text) : undefined;
      if (!isUsablePort(number)) return wrongUsage('--port takes a number from 1024 to 65535.');
      port = number;
    } else return wrongUsage(`There is no option ${arg}. Known are --no-open and --port NUMBER.`);
  }
  return ok({ noOpen, port });
}

function wrongUsage(hint: string): Result<LoopbackOptions> {
  return err(problem('cli/wrong-usage', { params: { hint } }));
}
