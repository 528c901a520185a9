// The thread that typesets. One request in, one answer out, in order; it holds no other state than the
// warm compiler. Started by typeset.ts only.
import { parentPort, workerData } from 'node:worker_threads';
import {
  type TypesetCore,
  type TypesetOptions,
  type TypesetRequest,
  createTypesetCore,
} from './typeset-core.ts';

let core: TypesetCore | undefined;

parentPort?.on('message', (message: { id: number; request: TypesetRequest }) => {
  try {
    core ??= createTypesetCore(workerData as TypesetOptions);
    const answer = core.render(message.request);
    parentPort?.postMessage({ id: message.id, answer }, [answer.pdf.buffer as ArrayBuffer]);
  } catch (cause) {
    // Typst's own errors are not always Error objects; the text is for the log only.
    const text = cause instanceof Error ? cause.message : String(cause);
    parentPort?.postMessage({ id: message.id, cause: text.slice(0, 4_000) });
  }
});
