// What a bench module exports: figures with their budgets. `npm run bench` runs and prints them.

export type Figure = {
  /** Says what is measured, in words; one line of the output. */
  readonly name: string;
  readonly unit: 'ms' | 's' | 'kB' | 'MB' | '×';
  /** The median must not be above it. Leave it out for a figure that is only reported. */
  readonly budget?: number;
  /** Answers why the figure cannot be had on this machine, such as a program that is not installed. */
  readonly unavailable?: () => Promise<string | undefined>;
  /** Takes the samples, in `unit`; prepares and cleans up after itself. */
  readonly run: () => Promise<readonly number[]>;
};
