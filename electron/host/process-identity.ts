// Which process is which: a pid alone is reused by the system, so a start token goes with it.
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';

export type ProcessIdentity = {
  readonly pid: number;
  /** What a pid is counted within: the computer and, where there is one, the pid namespace. */
  readonly scope: string;
  /** Boot and start time of the process; absent where the system does not tell. */
  readonly started?: string;
};

export type Liveness = 'alive' | 'dead' | 'unknown';

/** Who is asking and whether another process still lives. Injected so that tests can stage any answer. */
export interface ProcessTable {
  self(): Promise<ProcessIdentity>;
  /** `unknown` for another computer, or where a pid may have been reused and nothing tells. */
  liveness(other: ProcessIdentity): Promise<Liveness>;
}

/** The processes of this computer. */
export const systemProcesses: ProcessTable = {
  self: () => identityOf(process.pid),
  liveness: async (other) => {
    const scope = await scopeOfSelf();
    if (other.scope !== scope) return 'unknown';
    if (!exists(other.pid)) return 'dead';
    const current = await identityOf(other.pid);
    if (current.started === undefined || other.started === undefined) return 'unknown';
    return current.started === other.started ? 'alive' : 'dead';
  },
};

async function identityOf(pid: number): Promise<ProcessIdentity> {
  const scope = await scopeOfSelf();
  const started = await startToken(pid);
  return started === undefined ? { pid, scope } : { pid, scope, started };
}

async function scopeOfSelf(): Promise<string> {
  const namespace = await readlink('/proc/self/ns/pid').catch(() => 'pid');
  return `${hostname()} ${namespace}`;
}

/** proc(5): field 22 of /proc/<pid>/stat is the start time in ticks since boot. */
async function startToken(pid: number): Promise<string | undefined> {
  try {
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses and may hold spaces or parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields[19];
    return ticks === undefined ? undefined : `${boot} ${ticks}`;
  } catch {
    return undefined;
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // EPERM: it runs, but as another user.
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}
