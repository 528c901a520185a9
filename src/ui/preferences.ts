// What the person chose about looks: theme, density, language of dates, pane widths. Kept in this
// browser profile only; losing it loses nothing of the library.
import { useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';
export type Density = 'comfortable' | 'compact';

export type Preferences = {
  readonly theme: Theme;
  readonly density: Density;
  /** BCP 47 tag, or empty for the language of the computer. */
  readonly dateLocale: string;
  readonly sidebarWidth: number;
  readonly inspectorWidth: number;
};

const STORAGE_KEY = 'laurel.preferences';
const DEFAULTS: Preferences = {
  theme: 'system',
  density: 'comfortable',
  dateLocale: '',
  sidebarWidth: 216,
  inspectorWidth: 400,
};

let current = readStored();
const listeners = new Set<() => void>();

/** The preferences now. */
export function preferences(): Preferences {
  return current;
}

/** Changes some preferences, keeps them and tells every listener. */
export function setPreferences(changes: Partial<Preferences>): void {
  current = { ...current, ...changes };
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(current));
  } catch {
    // Storage may be full or refused; the choice then holds until the window closes.
  }
  applyTheme();
  for (const listener of listeners) listener();
}

/** Puts the theme and density on the document element, where the tokens read them. */
export function applyTheme(): void {
  const { dataset } = document.documentElement;
  if (current.theme === 'system') delete dataset['theme'];
  else dataset['theme'] = current.theme;
  dataset['density'] = current.density;
}

/** The preferences, followed. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, preferences);
}

/** The locale to write dates in. A tag that Intl refuses falls back to the computer's language. */
export function dateLocaleOf({ dateLocale }: Pick<Preferences, 'dateLocale'>): string {
  const system = navigator.language || 'en';
  if (dateLocale === '') return system;
  try {
    return Intl.getCanonicalLocales(dateLocale)[0] ?? system;
  } catch {
    return system;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readStored(): Preferences {
  let stored: unknown;
  try {
    stored = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}');
  } catch {
    return DEFAULTS;
  }
  if (typeof stored !== 'object' || stored === null) return DEFAULTS;
  const given = stored as Partial<Record<keyof Preferences, unknown>>;
  return {
    theme: given.theme === 'light' || given.theme === 'dark' ? given.theme : 'system',
    density: given.density === 'compact' ? 'compact' : 'comfortable',
    dateLocale: typeof given.dateLocale === 'string' ? given.dateLocale : '',
    sidebarWidth: widthOf(given.sidebarWidth, DEFAULTS.sidebarWidth),
    inspectorWidth: widthOf(given.inspectorWidth, DEFAULTS.inspectorWidth),
  };
}

function widthOf(value: unknown, fallback: number): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : fallback;
}
