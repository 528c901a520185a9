// Starts the interface: styles, theme, providers, root component.
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components';
import '@fontsource-variable/inter/wght.css';
import '@fontsource/source-serif-4/400.css';
import '@fontsource/source-serif-4/600.css';
import './tokens.css';
import './base.css';
import type { LaurelApp } from '../app/laurel-app.ts';
import type { Problem } from '../domain/problem.ts';
import { AppContext } from './app-context.tsx';
import { DeskProvider } from './app-shell/desk-provider.tsx';
import { FailureScreen } from './app-shell/failure-screen.tsx';
import { Window } from './app-shell/window.tsx';
import { applyTheme } from './preferences.ts';

/** The id by which react-aria would find the style element that the content policy refuses. */
const PRESSABLE_STYLE_ID = 'react-aria-pressable-style';

/** Shows Laurel in `root`. Returns the way to take it down again. */
export function mountLaurel(root: HTMLElement, app: LaurelApp): () => void {
  return mount(
    root,
    <AppContext value={app}>
      <DeskProvider>
        <Window />
      </DeskProvider>
    </AppContext>,
  );
}

/** Shows in `root` why Laurel cannot start, and a way to try again. */
export function mountFailure(root: HTMLElement, problem: Problem): () => void {
  return mount(root, <FailureScreen problem={problem} />);
}

function mount(root: HTMLElement, content: ReactNode): () => void {
  applyTheme();
  claimPressableStyle();
  const react = createRoot(root);
  react.render(
    <StrictMode>
      <I18nProvider locale="en-GB">{content}</I18nProvider>
    </StrictMode>,
  );
  return () => react.unmount();
}

/** base.css holds the rule instead; an element with the id keeps react-aria from adding its own. */
function claimPressableStyle(): void {
  if (document.getElementById(PRESSABLE_STYLE_ID)) return;
  const claim = document.createElement('meta');
  claim.id = PRESSABLE_STYLE_ID;
  document.head.append(claim);
}
