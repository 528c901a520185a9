// Bounds on archives (hazard C1), of every file that is a ZIP underneath.
const MIB = 1024 * 1024;

export const MOST_ENTRIES = 10_000;
/** All entries together, unpacked. */
export const MOST_UNPACKED_BYTES = 512 * MIB;
/** Beyond this size an entry may not unpack to more than this many times its packed size. */
export const RATIO_FREE_BYTES = 1 * MIB;
export const MOST_RATIO = 100;
