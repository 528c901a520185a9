// The page's one Trusted Types policy. The content security policy lets no plain string become a script
// address or markup; this says which few may.

type PolicyFactory = {
  createPolicy(
    name: string,
    rules: {
      createHTML: (text: string) => string | null;
      createScriptURL: (address: string) => string | null;
    },
  ): unknown;
};

/**
 * Installs the `default` policy; call it before anything else in the page, and in a worker that starts
 * workers. Workers of our own build may start; the only markup is the empty string, by which
 * libraries empty an element.
 */
export function installTrustedTypes(
  scope: { trustedTypes?: PolicyFactory; location: { href: string } } = globalThis,
): void {
  scope.trustedTypes?.createPolicy('default', {
    createHTML: (text) => (text === '' ? '' : null),
    createScriptURL: (address) => (isOwnScript(address, scope.location.href) ? address : null),
  });
}

/** True for a script that our build put beside the page. `base` is the page's (or worker's) address. */
export function isOwnScript(address: string, base: string): boolean {
  if (!URL.canParse(address, base)) return false;
  const url = new URL(address, base);
  // `origin` is 'null' for custom schemes such as the Electron shell's, so scheme and host are compared.
  const page = new URL(base);
  const isSamePlace = url.protocol === page.protocol && url.host === page.host;
  return isSamePlace && /^\/assets\/[A-Za-z0-9_.-]+\.m?js$/.test(url.pathname);
}
