// One row of the library list. It renders again only when something it shows has changed.
import { Check } from 'lucide-react';
import { memo, type MouseEvent } from 'react';
import type { CredentialSummary } from '../../domain/summary.ts';
import type { Tag } from '../../domain/credential.ts';
import type { CredentialId, TagId } from '../../domain/id.ts';
import { cx } from '../controls/class-names.ts';
import { EndsSoonBadge, FlagBadge, StandingBadge } from '../controls/standing-badge.tsx';
import { TagChip } from '../controls/tag-chip.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { daysUntil, endsSoon, formatDate } from '../dates.ts';
import { t } from '../messages/message.ts';
import styles from './credential-grid.module.css';
import { highlight } from './highlight.tsx';
import { Thumbnail } from './thumbnail.tsx';

export type RowAct = 'select' | 'toggle' | 'extend' | 'open';

type Props = {
  readonly summary: CredentialSummary;
  /** How many other copies of the same achievement it stands for. */
  readonly copies: number;
  /** Position among all rows, from 0. */
  readonly index: number;
  readonly top: number;
  readonly selected: boolean;
  readonly tabbable: boolean;
  readonly compact: boolean;
  readonly pattern: RegExp | undefined;
  readonly tags: ReadonlyMap<TagId, Tag>;
  readonly locale: string;
  readonly nowMs: number;
  readonly onAct: (id: CredentialId, act: RowAct) => void;
};

const TAGS_SHOWN = 2;

/** The row at `top` pixels. */
export const CredentialRow = memo(function CredentialRow(props: Props) {
  const {
    summary,
    copies,
    index,
    top,
    selected,
    tabbable,
    compact,
    pattern,
    locale,
    nowMs,
    onAct,
  } = props;
  const { id, issuedOn, validUntil, flags } = summary;
  const mark = (text: string) => highlight(text, pattern);
  const click = (event: MouseEvent) => {
    if (event.shiftKey) onAct(id, 'extend');
    else onAct(id, event.ctrlKey || event.metaKey ? 'toggle' : 'select');
  };
  const soon =
    validUntil && flags.length === 0 && endsSoon(validUntil, nowMs) ? validUntil : undefined;
  return (
    // The grid above handles every key for its rows.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      tabIndex={tabbable ? 0 : -1}
      data-row={index}
      className={cx(styles.row, styles.dataRow, selected && styles.selected)}
      style={{ transform: `translateY(${top}px)` }}
      onClick={click}
      onDoubleClick={() => onAct(id, 'open')}
    >
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */}
      <span
        role="gridcell"
        aria-colindex={1}
        className={styles.checkCell}
        onClick={(event) => {
          event.stopPropagation();
          onAct(id, event.shiftKey ? 'extend' : 'toggle');
        }}
      >
        <span className={styles.box} aria-hidden>
          {selected ? <Check size={12} strokeWidth={3} /> : null}
        </span>
        <span className="visually-hidden">{selected ? t('grid.selected') : ''}</span>
      </span>
      <span role="gridcell" aria-colindex={2} className={styles.titleCell}>
        <Thumbnail id={id} mediaType={summary.mediaType} size={compact ? 'small' : 'row'} />
        <span className={styles.words}>
          <span className={styles.titleLine}>
            <span className={styles.title}>
              {summary.title === '' ? (
                t('credential.untitled')
              ) : (
                <UntrustedText text={summary.title} render={mark} max={200} quiet />
              )}
            </span>
            {copies > 0 ? (
              <span className={styles.copies}>{t('family.copies', { count: copies })}</span>
            ) : null}
          </span>
          <span className={styles.issuer}>
            {summary.issuerName === '' ? (
              <UntrustedText text={summary.fileName} render={mark} max={120} quiet />
            ) : (
              <UntrustedText text={summary.issuerName} render={mark} max={120} quiet />
            )}
          </span>
        </span>
      </span>
      <span role="gridcell" aria-colindex={3} className={cx(styles.date, styles.issued)}>
        {issuedOn ? formatDate(issuedOn, locale) : <NoValue />}
      </span>
      <span role="gridcell" aria-colindex={4} className={cx(styles.date, styles.ends)}>
        {validUntil ? formatDate(validUntil, locale) : <NoValue />}
      </span>
      <span role="gridcell" aria-colindex={5} className={styles.standing}>
        <StandingBadge standing={summary.standing} />
        {flags.map((flag) => (
          <FlagBadge key={flag} flag={flag} />
        ))}
        {soon ? <EndsSoonBadge days={daysUntil(soon, nowMs)} /> : null}
      </span>
      <span role="gridcell" aria-colindex={6} className={styles.tags}>
        <RowTags ids={summary.tags} tags={props.tags} />
      </span>
    </div>
  );
});

function RowTags({ ids, tags }: { readonly ids: readonly TagId[]; readonly tags: Props['tags'] }) {
  const shown = ids.flatMap((id) => {
    const tag = tags.get(id);
    return tag ? [tag] : [];
  });
  return (
    <>
      {shown.slice(0, TAGS_SHOWN).map((tag) => (
        <TagChip key={tag.id} tag={tag} />
      ))}
      {shown.length > TAGS_SHOWN ? (
        <span className={styles.more}>{t('tags.more', { count: shown.length - TAGS_SHOWN })}</span>
      ) : null}
    </>
  );
}

function NoValue() {
  return (
    <>
      <span className={styles.none} aria-hidden>
        –
      </span>
      <span className="visually-hidden">{t('dates.none')}</span>
    </>
  );
}
