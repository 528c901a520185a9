// What the whole window knows beside the app's state: which screen is open, the last import report, a
// problem to show, a link waiting for a yes, and what the screen reader is told.
import { createContext, useContext } from 'react';
import type { ImportReport, ImportVia, IncomingFile } from '../../app/laurel-app.ts';
import type { CredentialId } from '../../domain/id.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Result } from '../../domain/result.ts';

export type Screen =
  | { readonly kind: 'library' }
  | {
      readonly kind: 'credential';
      readonly id: CredentialId;
      readonly from: 'library' | 'import' | 'bin';
    }
  | { readonly kind: 'import' }
  | { readonly kind: 'portfolio'; readonly ids: readonly CredentialId[] }
  | { readonly kind: 'bin' }
  | { readonly kind: 'settings' };

export type Desk = {
  readonly screen: Screen;
  readonly go: (screen: Screen) => void;
  readonly report: ImportReport | undefined;
  /** Imports files and shows what was found; makes the person's own library first where there is none. */
  readonly bringIn: (files: readonly IncomingFile[], via: ImportVia) => void;
  /** Opens the file picker. */
  readonly pickFiles: () => void;
  /** Waits for an act; shows its problem. True when it worked. */
  readonly perform: (act: Promise<Result<unknown>>) => Promise<boolean>;
  readonly complain: (problem: Problem) => void;
  /** Asks before an address is opened outside. */
  readonly askLink: (url: string) => void;
  /** Tells screen readers, politely. */
  readonly announce: (text: string) => void;
};

export const DeskContext = createContext<Desk | undefined>(undefined);

/** The desk. Throws outside a mounted interface: a bug. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('no desk above this component');
  return desk;
}
