// Writes COSE_Sign1 messages (RFC 9052 §4.2) by hand, apart from the product's decoder: signed honestly with the
// invented issuer's key, or broken on purpose.
import { signEd25519 } from './issuer-keys.ts';

export type MessageOptions = {
  /** Head of the message: tagged with 18, bare, or with the end of the array marked. */
  readonly form?: 'tagged' | 'bare' | 'indefinite' | 'described';
  readonly contentType?: string;
  readonly protectedHeader?: Buffer;
  readonly header?: Buffer;
  readonly content?: Buffer;
};

/** The signed message around a value. */
export function coseSign1(value: unknown, options: MessageOptions = {}): Buffer {
  const content = Buffer.from(JSON.stringify(value));
  const type = options.contentType ?? 'application/vc';
  const head =
    options.protectedHeader ?? Buffer.concat([Buffer.from([0xa2, 1, 0x27, 3]), text(type)]);
  const signed = Buffer.concat([
    Buffer.from([0x84]),
    text('Signature1'),
    bytes(head),
    bytes(Buffer.alloc(0)),
    bytes(content),
  ]);
  const parts = [
    bytes(head),
    options.header ?? Buffer.from([0xa0]),
    options.content ?? bytes(content),
    bytes(Buffer.from(signEd25519(signed))),
  ];
  switch (options.form ?? 'tagged') {
    case 'tagged':
      return Buffer.concat([Buffer.from([0xd2, 0x84]), ...parts]);
    case 'bare':
      return Buffer.concat([Buffer.from([0x84]), ...parts]);
    case 'indefinite':
      return Buffer.concat([Buffer.from([0xd2, 0x9f]), ...parts, Buffer.from([0xff])]);
    case 'described':
      return Buffer.concat([Buffer.from([0xd9, 0xd9, 0xf7, 0xd8, 18, 0x84]), ...parts]);
  }
}

function bytes(content: Buffer): Buffer {
  return Buffer.concat([head(2, content.length), content]);
}

function text(content: string): Buffer {
  const encoded = Buffer.from(content);
  return Buffer.concat([head(3, encoded.length), encoded]);
}

/** The head of an item (RFC 8949 §3). */
function head(major: number, length: number): Buffer {
  const kind = major << 5;
  if (length < 24) return Buffer.from([kind | length]);
  if (length < 256) return Buffer.from([kind | 24, length]);
  if (length < 65_536) return Buffer.from([kind | 25, length >> 8, length & 255]);
  return Buffer.from([kind | 26, ...[24, 16, 8, 0].map((shift) => (length >>> shift) & 255)]);
}
