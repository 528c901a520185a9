// Exports and public answers of providers in shapes of their own, each read by its provider's module.
import type { JsonValue } from '../formats/json.ts';
import type { NodeSource, PayloadReading } from '../formats/reading-parts.ts';

type ExportReader = (value: JsonValue, source: NodeSource) => PayloadReading | undefined;

const READERS: readonly ExportReader[] = [];

/** The credentials of untrusted JSON, by the first provider that knows its shape. */
export function readExport(value: JsonValue, source: NodeSource): PayloadReading | undefined {
  for (const read of READERS) {
    const reading = read(value, source);
    if (reading) return reading;
  }
  return undefined;
}
