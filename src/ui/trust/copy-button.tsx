// A button that copies one value and says so.
import { Copy } from 'lucide-react';
import { useDesk } from '../app-shell/desk.tsx';
import { IconButton } from '../controls/button.tsx';
import { t } from '../messages/message.ts';

type Props = { readonly text: string; readonly label: string };

/** The button. */
export function CopyButton({ text, label }: Props) {
  const { announce } = useDesk();
  const copy = () => {
    void navigator.clipboard.writeText(text).then(
      () => announce(t('common.copied')),
      () => announce(t('common.copyFailed')),
    );
  };
  return <IconButton icon={Copy} label={label} onPress={copy} small />;
}
