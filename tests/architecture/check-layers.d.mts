// Types of check-layers.mjs for the tests.
export type Violation = {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
  readonly comment: string;
};

export function checkLayers(
  root: string,
  floor: { readonly modules: number; readonly imports: number },
): Promise<{
  readonly modules: number;
  readonly imports: number;
  readonly violations: readonly Violation[];
}>;
