// Opens the dialog of the way of adding that was chosen.
import { useDesk } from '../app-shell/desk.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { ProviderDialog } from './provider-dialog.tsx';
import { WatchDialog } from './watch-dialog.tsx';

/** The open dialog, or nothing. */
export function AddDialogs() {
  const { adding, add } = useDesk();
  const close = () => add(undefined);
  switch (adding?.kind) {
    case 'paste':
      return <PasteDialog onClose={close} />;
    case 'provider':
      return (
        <ProviderDialog
          onClose={close}
          {...(adding.offer ? { offered: adding.offer } : {})}
          {...(adding.pasted === undefined ? {} : { pasted: adding.pasted })}
        />
      );
    case 'watch':
      return <WatchDialog onClose={close} />;
    case undefined:
      return null;
  }
}
