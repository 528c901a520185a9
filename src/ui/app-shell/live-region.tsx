// The one polite live region: what it holds is read out by screen readers and seen by nobody.

/** Reads its text out when it changes. */
export function LiveRegion({ text }: { readonly text: string }) {
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {text}
    </div>
  );
}
