// The dialogs of one credential's checks over time. One is open at a time; the panel of checks opens them.
import type { CredentialRecord } from '../../domain/credential.ts';
import type { Reader } from '../../domain/reason-wording.ts';
import { FactsDialog } from './facts-dialog.tsx';
import { HistoryDialog } from './history-dialog.tsx';
import { OnlineCheck } from './online-check.tsx';
import { SeenDialog } from './seen-dialog.tsx';

export type TrustDialogKind = 'online' | 'history' | 'facts' | 'seen';

type Props = {
  readonly kind: TrustDialogKind | undefined;
  readonly record: CredentialRecord;
  readonly reader: Reader;
  readonly onClose: () => void;
};

/** The dialog of this kind; nothing where there is none. */
export function TrustDialog({ kind, record, reader, onClose }: Props) {
  switch (kind) {
    case undefined:
      return null;
    case 'online':
      return <OnlineCheck ids={[record.id]} onClose={onClose} />;
    case 'history':
      return <HistoryDialog record={record} reader={reader} onClose={onClose} />;
    case 'facts':
      return <FactsDialog record={record} onClose={onClose} />;
    case 'seen':
      return <SeenDialog record={record} onClose={onClose} />;
  }
}
