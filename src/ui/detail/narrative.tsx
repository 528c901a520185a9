// Longer text from the issuer: Markdown as plain paragraphs; links say where they lead and ask first.
import { ExternalLink, ImageOff } from 'lucide-react';
import { useMemo } from 'react';
import { useDesk } from '../app-shell/desk.tsx';
import { IconButton } from '../controls/button.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { t } from '../messages/message.ts';
import styles from './detail.module.css';
import { readPlainMarkdown, type Inline } from './plain-markdown.ts';

const MAX_PIECE = 20_000;

/** The text in paragraphs and lists. */
export function Narrative({ text }: { readonly text: string }) {
  const blocks = useMemo(() => readPlainMarkdown(text), [text]);
  return (
    <div className={styles.narrative}>
      {blocks.map((block, index) => {
        if (block.kind === 'list') {
          return (
            <ul key={index} className={styles.bullets}>
              {block.items.map((item, at) => (
                <li key={at}>
                  <Inlines inlines={item} />
                </li>
              ))}
            </ul>
          );
        }
        return (
          <p key={index} className={block.kind === 'heading' ? styles.narrativeHead : undefined}>
            <Inlines inlines={block.inlines} />
          </p>
        );
      })}
    </div>
  );
}

function Inlines({ inlines }: { readonly inlines: readonly Inline[] }) {
  return inlines.map((inline, index) => {
    switch (inline.kind) {
      case 'text':
        return <UntrustedText key={index} text={inline.text} max={MAX_PIECE} />;
      case 'strong':
        return (
          <strong key={index}>
            <UntrustedText text={inline.text} max={MAX_PIECE} />
          </strong>
        );
      case 'link':
        return <OutsideLink key={index} url={inline.url} text={inline.text} />;
      case 'picture':
        return (
          <span key={index} className={styles.notLoaded}>
            <ImageOff aria-hidden size={14} />
            {t('detail.pictureNotLoaded')} <UntrustedText text={inline.url} max={120} />
          </span>
        );
    }
  });
}

/** An address from a credential: its words, and a button that asks before it opens. */
export function OutsideLink({ url, text = url }: { readonly url: string; readonly text?: string }) {
  const { askLink } = useDesk();
  return (
    <span className={styles.link}>
      <UntrustedText text={text} max={200} />
      <IconButton
        icon={ExternalLink}
        label={t('link.openThis', { url: url.slice(0, 120) })}
        onPress={() => askLink(url)}
        small
      />
    </span>
  );
}
