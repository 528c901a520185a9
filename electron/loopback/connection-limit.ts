// Keeps the number of open connections small without letting idle ones starve the page.
import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

const MAX_CONNECTIONS = 64;

/**
 * Beyond the limit the oldest connection that never delivered a request is closed first, so that a
 * program holding hundreds of half-open sockets (slowloris) pushes out its own.
 */
export function limitConnections(server: Server, maxConnections = MAX_CONNECTIONS): void {
  const silent = new Set<Socket>();
  const speaking = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => {
      silent.delete(socket);
      speaking.delete(socket);
    });
    if (silent.size + speaking.size <= maxConnections) return;
    const oldest: Socket = silent.values().next().value ?? socket;
    oldest.destroy();
  });
  server.on('request', (request: IncomingMessage) => {
    if (silent.delete(request.socket)) speaking.add(request.socket);
  });
}
