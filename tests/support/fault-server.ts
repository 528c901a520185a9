// A site that misbehaves in every way hazards C25 names: each path is one fault, spoken on a raw socket
// where Node's own server would not do it.
import {
  type AddressInfo,
  type Server,
  type Socket,
  createServer as createTcpServer,
} from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import type { TestCertificate } from './test-certificate.ts';

export type FaultServer = {
  readonly port: number;
  /** Requests by path, as they were sent. */
  readonly requests: string[];
  readonly close: () => Promise<void>;
};

const MIB = 1024 * 1024;
const ZEROS = Buffer.alloc(32 * MIB);
// Packed beforehand, so that the stub's own work is not what is waited for.
const GZIP_BOMB = gzipSync(ZEROS);
const BROTLI_BOMB = brotliCompressSync(ZEROS, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });

/** What each path answers; the socket is left open unless the fault ends it. */
export const FAULTS: Readonly<Record<string, (socket: Socket) => void>> = {
  '/fine': (socket) => reply(socket, 200, { 'Content-Type': 'application/json' }, '{"a":1}'),
  '/gzip': (socket) => reply(socket, 200, { 'Content-Encoding': 'gzip' }, gzipSync('{"a":1}')),
  '/br': (socket) =>
    reply(socket, 200, { 'Content-Encoding': 'br' }, brotliCompressSync('{"a":1}')),
  '/deflate': (socket) =>
    reply(socket, 200, { 'Content-Encoding': 'deflate' }, deflateSync('{"a":1}')),
  '/not-found': (socket) => reply(socket, 404, {}, 'no'),
  '/busy': (socket) => reply(socket, 429, { 'Retry-After': '60' }, ''),
  '/html-for-json': (socket) =>
    reply(socket, 200, { 'Content-Type': 'Text/HTML; charset=utf-8' }, '<p>Sign in</p>'),
  '/cookie': (socket) => reply(socket, 200, { 'Set-Cookie': 'id=1', Link: '<a>; rel=next' }, '{}'),
  '/silent': () => undefined,
  '/slow-headers': (socket) => drip(socket, 'HTTP/1.1 200 OK\r\nX-Slow: aaaaaaaaaaaaaaaaaaaaaaaa'),
  '/endless-headers': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    repeat(socket, `X-Fill: ${'a'.repeat(4_000)}\r\n`);
  },
  '/one-huge-header': (socket) => reply(socket, 200, { 'X-Huge': 'a'.repeat(200_000) }, ''),
  '/drip': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n');
    drip(socket, 'a'.repeat(1_000));
  },
  '/stalls': (socket) => void socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc'),
  '/endless-body': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    repeat(socket, 'a'.repeat(64 * 1024));
  },
  '/announces-too-much': (socket) =>
    void socket.write('HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nabc'),
  '/endless-chunks': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
    repeat(socket, `8000\r\n${'a'.repeat(0x8000)}\r\n`);
  },
  '/gzip-bomb': (socket) => reply(socket, 200, { 'Content-Encoding': 'gzip' }, GZIP_BOMB),
  '/br-bomb': (socket) => reply(socket, 200, { 'Content-Encoding': 'br' }, BROTLI_BOMB),
  '/gzip-damaged': (socket) =>
    reply(socket, 200, { 'Content-Encoding': 'gzip' }, Buffer.from('not packed at all')),
  '/gzip-half': (socket) =>
    reply(
      socket,
      200,
      { 'Content-Encoding': 'gzip' },
      gzipSync(Buffer.alloc(1_000)).subarray(0, 15),
    ),
  '/packed-twice': (socket) =>
    reply(socket, 200, { 'Content-Encoding': 'gzip, gzip' }, gzipSync('')),
  '/packed-strangely': (socket) => reply(socket, 200, { 'Content-Encoding': 'zstd' }, 'x'),
  '/truncated': (socket) =>
    void socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"half":'),
  '/chunks-cut': (socket) =>
    void socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel'),
  '/chunks-garbled': (socket) =>
    void socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n'),
  '/reset': (socket) => void socket.resetAndDestroy(),
  '/hangs-up': (socket) => void socket.end(),
  '/reset-in-body': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc', () => {
      setTimeout(() => socket.resetAndDestroy(), 50);
    });
  },
  '/not-http': (socket) => void socket.end('SSH-2.0-OpenSSH_9.0\r\n'),
  '/two-lengths': (socket) =>
    void socket.end('HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde'),
  '/length-and-chunks': (socket) =>
    void socket.end(
      'HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ),
  '/odd-status': (socket) => reply(socket, 999, {}, ''),
  '/upgrade': (socket) =>
    void socket.write('HTTP/1.1 101 X\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n'),
  '/endless-interim': (socket) => repeat(socket, 'HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n'),
  '/loop': (socket) => reply(socket, 302, { Location: '/loop' }, ''),
  '/no-location': (socket) => reply(socket, 302, {}, ''),
  '/bad-location': (socket) => reply(socket, 302, { Location: 'https://[' }, ''),
  '/odd-port': (socket) => reply(socket, 302, { Location: 'https://other.example.org:8443/' }, ''),
  '/downgrade': (socket) => reply(socket, 302, { Location: 'http://site.example.org/fine' }, ''),
  '/to-script': (socket) => reply(socket, 302, { Location: 'javascript:1' }, ''),
  '/to-metadata': (socket) => reply(socket, 302, { Location: 'https://169.254.169.254/' }, ''),
  '/to-localhost': (socket) => reply(socket, 302, { Location: 'https://localhost/' }, ''),
  '/to-stranger': (socket) => reply(socket, 302, { Location: 'https://stranger.example.org/' }, ''),
  '/to-friend': (socket) => reply(socket, 302, { Location: 'https://friend.example.org/fine' }, ''),
  '/to-friend-whole': (socket) =>
    reply(socket, 307, { Location: 'https://friend.example.org/fine' }, ''),
  '/to-fine': (socket) => reply(socket, 301, { Location: 'fine?next=1' }, ''),
  '/to-fine-whole': (socket) => reply(socket, 308, { Location: '/fine' }, ''),
};

/** Listens on a free port, with TLS where a certificate is given. */
export async function startFaultServer(certificate?: TestCertificate): Promise<FaultServer> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const serve = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    let text = '';
    socket.on('data', (chunk: Buffer) => {
      const wasComplete = text.includes('\r\n\r\n');
      text += chunk.toString('latin1');
      if (wasComplete || !text.includes('\r\n\r\n')) return;
      // What follows the headers may come in a second piece.
      setTimeout(() => {
        requests.push(text);
        const path = (text.split(' ')[1] ?? '').split('?')[0] ?? '';
        (FAULTS[path] ?? FAULTS['/not-found'])?.(socket);
      }, 5);
    });
  };
  const server: Server = certificate
    ? createTlsServer({ ...certificate }, serve)
    : createTcpServer(serve);
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

function reply(
  socket: Socket,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer,
): void {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = Buffer.byteLength(body);
  socket.write(`HTTP/1.1 ${status} X\r\n${lines.join('')}Content-Length: ${length}\r\n\r\n`);
  socket.end(body);
}

function drip(socket: Socket, text: string): void {
  let at = 0;
  const timer = setInterval(() => {
    if (socket.destroyed || at === text.length) return clearInterval(timer);
    socket.write(text[at] ?? '');
    at += 1;
  }, 20);
}

function repeat(socket: Socket, text: string): void {
  const more = (): void => {
    if (socket.destroyed) return;
    if (socket.write(text)) setImmediate(more);
    else socket.once('drain', more);
  };
  more();
}
