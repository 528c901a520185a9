// Heavy packages are loaded when first needed. Asking for a loaded one again is not free: for a check of half a
// millisecond it is a twentieth.

/** Loads when first asked and answers the same from then on; what failed to load is tried again. */
export function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load().catch((cause: unknown) => {
      loaded = undefined;
      throw cause;
    });
    return loaded;
  };
}
