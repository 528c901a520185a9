// Text that came from outside. It is isolated in <bdi>, its hidden characters are shown as marks, and a
// chip names them; nothing in it is ever read as markup.
import { EyeOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { codePointName, hiddenCharactersIn } from '../hidden-characters.ts';
import { t } from '../messages/message.ts';
import styles from './untrusted-text.module.css';

type Props = {
  readonly text: string;
  /** Longest text shown, in characters; the rest becomes an ellipsis. */
  readonly max?: number;
  /** Leaves the chip out where a row has no room; the marks stay. */
  readonly quiet?: boolean;
  /** Wraps the visible runs, such as to highlight search words. */
  readonly render?: (text: string) => ReactNode;
};

const DEFAULT_MAX = 400;
const CHIP_NAMES = 5;

/** Shows untrusted text safely on one line or in a paragraph. */
export function UntrustedText({ text, max = DEFAULT_MAX, quiet = false, render }: Props) {
  const shown = shorten(text, max);
  const hidden = hiddenCharactersIn(shown);
  if (hidden.length === 0) return <bdi>{render ? render(shown) : shown}</bdi>;
  const pieces: ReactNode[] = [];
  let from = 0;
  for (const { codePoint, index } of hidden) {
    const before = shown.slice(from, index);
    if (before !== '')
      pieces.push(<span key={`t${index}`}>{render ? render(before) : before}</span>);
    pieces.push(
      <span key={`m${index}`} className={styles.mark} title={codePointName(codePoint)} aria-hidden>
        ·
      </span>,
    );
    from = index + (codePoint > 0xffff ? 2 : 1);
  }
  const rest = shown.slice(from);
  return (
    <>
      <bdi>
        {pieces}
        {render ? render(rest) : rest}
      </bdi>
      {quiet ? (
        <span className="visually-hidden"> {t('hidden.short')}</span>
      ) : (
        <HiddenCharactersChip codePoints={hidden.map((one) => one.codePoint)} />
      )}
    </>
  );
}

/** The chip that says which hidden characters a text holds. */
export function HiddenCharactersChip({ codePoints }: { readonly codePoints: readonly number[] }) {
  const names = [...new Set(codePoints)].map(codePointName);
  const listed = names.slice(0, CHIP_NAMES).join(', ');
  return (
    <span className={styles.chip}>
      <EyeOff aria-hidden size={12} />
      {names.length > CHIP_NAMES
        ? t('hidden.chipMore', { names: listed, more: names.length - CHIP_NAMES })
        : t('hidden.chip', { names: listed })}
    </span>
  );
}

function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  // Cut between characters, never inside one.
  return `${[...text.slice(0, max + 1)].slice(0, -1).join('')}…`;
}
