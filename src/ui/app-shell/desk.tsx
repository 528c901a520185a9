// What the whole window knows beside the app's state: which screen is open, which way of adding, a problem
// to show, a link waiting for a yes, and what the screen reader is told.
import { createContext, useContext } from 'react';
import type { AccountOffer, FetchOffer, ImportVia, IncomingFile } from '../../app/laurel-app.ts';
import type { CredentialId } from '../../domain/id.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Result } from '../../domain/result.ts';

export type Place = 'library' | 'inbox' | 'bin';

export type Screen =
  | { readonly kind: 'library' }
  | { readonly kind: 'credential'; readonly id: CredentialId; readonly from: Place }
  | { readonly kind: 'inbox' }
  | { readonly kind: 'portfolio'; readonly ids: readonly CredentialId[] }
  | { readonly kind: 'bin' }
  | { readonly kind: 'settings' };

/** The dialog of one way to add things. */
export type Adding =
  | { readonly kind: 'paste' }
  | { readonly kind: 'provider'; readonly pasted?: string; readonly offer?: FetchOffer }
  | { readonly kind: 'watch' };

export type Desk = {
  readonly screen: Screen;
  readonly go: (screen: Screen) => void;
  /** Imports files and shows the inbox; makes the person's own library first where there is none. */
  readonly bringIn: (files: readonly IncomingFile[], via: ImportVia) => void;
  /** The same for pasted or dropped text. */
  readonly bringInText: (text: string) => void;
  /** Fetches what the person allowed; what comes lands in the inbox. */
  readonly fetchOffer: (offer: FetchOffer, scope: 'once' | 'always') => Promise<boolean>;
  /** Signs in outside and fetches the account's credentials; what comes lands in the inbox. */
  readonly fetchAccount: (offer: AccountOffer, scope: 'once' | 'always') => Promise<boolean>;
  /** Opens the file picker. */
  readonly pickFiles: () => void;
  readonly pickFolder: () => void;
  readonly adding: Adding | undefined;
  readonly add: (adding: Adding | undefined) => void;
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
