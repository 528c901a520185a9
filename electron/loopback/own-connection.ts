// Tells whether a loopback connection was opened by this account, where the system says so (Linux).
import { readFile } from 'node:fs/promises';

const LOOPBACK_HEX = '0100007F';

/** True on systems that do not tell. `remotePort` is the caller's end, `localPort` the server's. */
export async function isOwnConnection(remotePort: number, localPort: number): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid === undefined) return true;
  let table: string;
  try {
    table = await readFile('/proc/net/tcp', 'utf8');
  } catch {
    return true;
  }
  const owner = ownerOfConnection(table, remotePort, localPort);
  return owner === undefined || owner === process.getuid();
}

/** The user id in a row of /proc/net/tcp (proc(5)) from 127.0.0.1:`fromPort` to 127.0.0.1:`toPort`. */
export function ownerOfConnection(
  table: string,
  fromPort: number,
  toPort: number,
): number | undefined {
  const from = `${LOOPBACK_HEX}:${hexPort(fromPort)}`;
  const to = `${LOOPBACK_HEX}:${hexPort(toPort)}`;
  for (const line of table.split('\n')) {
    const columns = line.trim().split(/\s+/);
    if (columns[1] === from && columns[2] === to) return Number(columns[7]);
  }
  return undefined;
}

function hexPort(port: number): string {
  return port.toString(16).toUpperCase().padStart(4, '0');
}
