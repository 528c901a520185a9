// What a named hostile file is: what it tries, its bytes and the name it comes under. All are made here by
// our own code; nothing is taken from a collection.
export type HostileFile = {
  readonly what: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
};

/** A file of text or bytes. */
export function hostile(what: string, fileName: string, content: Uint8Array | string): HostileFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { what, fileName, bytes: new Uint8Array(bytes) };
}
