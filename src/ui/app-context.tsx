// How components reach the app: one context with the use cases and a hook for the state.
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { AppState, LaurelApp } from '../app/laurel-app.ts';

export const AppContext = createContext<LaurelApp | undefined>(undefined);

/** The use cases. Throws outside a mounted interface: a bug. */
export function useApp(): LaurelApp {
  const app = useContext(AppContext);
  if (!app) throw new Error('no app above this component');
  return app;
}

/** The current state; the component renders again after each change. */
export function useAppState(): AppState {
  const { state } = useApp();
  return useSyncExternalStore(
    (listener) => state.subscribe(listener),
    () => state.get(),
  );
}
