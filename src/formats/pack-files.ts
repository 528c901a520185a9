// Packs files into a ZIP for handing on. Nothing is compressed: most of what goes in is compressed already,
// and anybody can look inside.

/** A ZIP of the files by path (ours, with `/`). Paths that would leave the folder are a bug of the caller. */
export async function packFiles(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const { zipSync } = await import('fflate');
  return zipSync(Object.fromEntries(files), { level: 0, mtime: new Date(PACKED_AT) });
}

/** ZIP times carry no zone and start in 1980: a fixed one makes equal contents equal files. */
const PACKED_AT = '1980-01-02T00:00:00Z';
