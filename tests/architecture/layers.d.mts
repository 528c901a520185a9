// Types of layers.mjs for the tests.
export type Layer = {
  readonly name: string;
  readonly path: string;
  readonly layers: readonly string[];
  readonly types: readonly string[];
  readonly npm: readonly string[];
  readonly assets: readonly string[];
  readonly node: boolean;
};

/** The layers that run everywhere: no page, no Node, no network. */
export const PURE: readonly string[];
export const LAYERS: readonly Layer[];
export const ONE_HOME: Readonly<Record<string, readonly string[]>>;
export const PRODUCT: string;
