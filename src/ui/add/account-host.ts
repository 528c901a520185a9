// The host of what somebody typed, so that it can be named before it is asked. Pure.

/** The host name of an address or a bare name such as `badges.example.org`; undefined for anything else. */
export function accountHostOf(pasted: string): string | undefined {
  const text = pasted.trim();
  if (text === '' || /\s/u.test(text)) return undefined;
  const full = /^[a-z][a-z0-9+.-]*:/iu.test(text) ? text : `https://${text}`;
  if (!URL.canParse(full)) return undefined;
  const { protocol, hostname, username, password, port } = new URL(full);
  if (protocol !== 'https:' || username !== '' || password !== '' || port !== '') return undefined;
  // A name within a network has no dot, and an address of numbers is no host that people know.
  return /^[^.]+(?:\.[^.]+)*\.[a-z][a-z0-9-]+$/u.test(hostname) ? hostname : undefined;
}
