// The network channels of the contract: consent, the fetch door, its ledger, and sign-in.
import { join } from 'node:path';
import type { HostHandlers } from '../../src/contract/host.ts';
import { parseOpenableLink } from '../../src/contract/openable-link.ts';
import { problem } from '../../src/domain/problem.ts';
import { err, ok } from '../../src/domain/result.ts';
import type { Disk } from './disk.ts';
import { parseHostName } from './fetch-address.ts';
import { type FetchDoor, type FetchDoorOptions, createFetchDoor } from './fetch-door.ts';
import { createNetworkConsent } from './network-consent.ts';
import { createNetworkLedger } from './network-ledger.ts';
import type { ShellPort } from './ports.ts';
import { type SignIn, createSignIn } from './sign-in.ts';

export type NetworkServiceOptions = {
  readonly dataFolder: string;
  readonly disk: Disk;
  readonly shell: ShellPort;
  readonly now: () => Date;
  /** What tests replace of the door. */
  readonly door?: Omit<FetchDoorOptions, 'consent' | 'ledger' | 'userAgent'>;
};

type NetworkChannel = Extract<keyof HostHandlers, `net.${string}`>;

export type NetworkService = {
  readonly handlers: Pick<HostHandlers, NetworkChannel>;
  /** Ends running requests and a sign-in that waits. */
  readonly close: () => void;
};

/** The network of one host. Nothing goes out, and no port opens, until a channel is called. */
export function createNetworkService(options: NetworkServiceOptions): NetworkService {
  const { dataFolder, disk, shell, now } = options;
  const consent = createNetworkConsent({
    disk,
    dataFolder,
    now,
    monotonicMs: () => performance.now(),
  });
  const ledger = createNetworkLedger({ folder: join(dataFolder, 'network'), now });
  const userAgent = `Laurel/${shell.describe().version}`;
  const door: FetchDoor = createFetchDoor({ ...options.door, consent, ledger, userAgent });
  const signIn = createSignIn();
  return {
    handlers: {
      'net.allow': async ({ host, scope }) => {
        const name = parseHostName(host);
        if (!name.ok) return name;
        const allowed = await consent.allow(name.value, scope);
        return allowed.ok ? ok({}) : allowed;
      },
      'net.forbid': async ({ host }) => {
        const name = parseHostName(host);
        if (!name.ok) return name;
        const forbidden = await consent.forbid(name.value);
        return forbidden.ok ? ok({}) : forbidden;
      },
      'net.allowed': async () => {
        const hosts = await consent.remembered();
        return hosts.ok ? ok({ hosts: hosts.value }) : hosts;
      },
      'net.fetch': (request) => door.fetch(request),
      'net.history': async ({ limit, before }) => {
        const requests = await ledger.read(limit, before);
        return requests.ok ? ok({ requests: requests.value }) : requests;
      },
      'net.signInStart': () => signIn.start(),
      'net.signInWait': ({ session, url }) => waitForSignIn(signIn, shell, session, url),
    },
    close: () => {
      door.close();
      signIn.close();
    },
  };
}

/**
 * Opens the sign-in page where the host opens links. Where the page does, its client opened it already
 * within the person's click, which a host cannot do for it (src/client/page-methods.ts).
 */
async function waitForSignIn(
  signIn: SignIn,
  shell: ShellPort,
  session: string,
  url: string,
): ReturnType<HostHandlers['net.signInWait']> {
  if (!signIn.isOpen(session)) return err(problem('net/sign-in-failed'));
  const link = parseOpenableLink(url);
  if (!link.ok || !link.value.href.startsWith('https:')) {
    signIn.cancel(session);
    return link.ok ? err(problem('host/link-not-allowed')) : link;
  }
  if (shell.describe().opensLinks === 'host' && !(await shell.openLink(link.value.href))) {
    signIn.cancel(session);
  }
  return signIn.wait(session);
}
