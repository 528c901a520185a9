import { connect, createServer } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { isOwnConnection, ownerOfConnection } from '../../../electron/loopback/own-connection.ts';

const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:5BA0 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 1 1
   1: 0100007F:C350 0100007F:5BA0 01 00000000:00000000 00:00000000 00000000  1001        0 2 1
   2: 0100007F:5BA0 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1000        0 3 1
`;

describe('who opened a loopback connection', () => {
  it('reads the owner of the calling end, not of the listening end', () => {
    expect(ownerOfConnection(TABLE, 0xc350, 0x5ba0)).toBe(1001);
    expect(ownerOfConnection(TABLE, 0x5ba0, 0xc350)).toBe(1000);
  });

  it('does not know a connection that is not listed', () => {
    expect(ownerOfConnection(TABLE, 1, 0x5ba0)).toBeUndefined();
  });

  it('recognises a real connection of this account', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    expect(await isOwnConnection(socket.localPort ?? 0, port)).toBe(true);
    socket.destroy();
    server.close();
  });
});
