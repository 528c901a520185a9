// Self-signed certificates for stubs on this computer, made afresh for each run (X.509, RFC 5280).
import { createSign, generateKeyPairSync } from 'node:crypto';

export type TestCertificate = { readonly key: string; readonly cert: string };

/** A certificate for one DNS name, valid from yesterday for two days unless told otherwise. */
export function makeTestCertificate(name: string, expired = false): TestCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaWithSha256 = sequence(oid([0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]));
  const commonName = sequence(oid([0x55, 0x04, 0x03]), der(0x0c, Buffer.from(name)));
  const subject = sequence(der(0x31, commonName));
  const day = 86_400_000;
  const start = Date.now() - (expired ? 10 : 1) * day;
  const names = sequence(der(0x82, Buffer.from(name)));
  const alternative = sequence(oid([0x55, 0x1d, 0x11]), der(0x04, names));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.of(1)),
    ecdsaWithSha256,
    subject,
    sequence(time(start), time(start + 2 * day)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(alternative)),
  );
  const signature = createSign('sha256').update(body).sign(privateKey);
  const bits = der(0x03, Buffer.concat([Buffer.of(0), signature]));
  const base64 = sequence(body, ecdsaWithSha256, bits).toString('base64');
  const lines = base64.match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}

function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.of(tag, length), content]);
  const size = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

function oid(bytes: readonly number[]): Buffer {
  return der(0x06, Buffer.from(bytes));
}

/** UTCTime, as RFC 5280 §4.1.2.5 wants it until 2049. */
function time(ms: number): Buffer {
  const text = `${new Date(ms).toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`;
  return der(0x17, Buffer.from(text));
}
