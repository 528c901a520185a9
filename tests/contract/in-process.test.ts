// The contract against the in-process binding (the command line's).
import { createInProcessHost, dispatch } from '../../src/contract/host.ts';
import { describeHostContract } from './host-conformance.ts';

describeHostContract('in process', async (handlers, onBug) => ({
  host: createInProcessHost(handlers, onBug),
  raw: (name, request) => dispatch(handlers, name, request, onBug),
  close: async () => undefined,
}));
