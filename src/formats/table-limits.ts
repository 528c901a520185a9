// Bounds on tables (hazard C17).
export const MOST_COLUMNS = 500;
export const MOST_ROWS = 100_000;
/** Characters of one cell. */
export const MOST_CELL = 1024 * 1024;
