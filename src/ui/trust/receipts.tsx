// The documents of sites that the reports of a credential rest on: which address, what for, when it was read,
// what the site said, and the document itself.
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel } from 'react-aria-components';
import type { CredentialId } from '../../domain/id.ts';
import type { Material } from '../../domain/material.ts';
import { ok } from '../../domain/result.ts';
import { Button } from '../controls/button.tsx';
import { cx } from '../controls/class-names.ts';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { formatMoment, useDateLocale } from '../dates.ts';
import { t } from '../messages/message.ts';
import { sizeWording } from '../sizes.ts';
import { CopyButton } from './copy-button.tsx';
import { DocumentBody } from './document-body.tsx';
import { answerWording, documentName, hostOf } from './material-wording.ts';
import styles from './trust.module.css';
import { useAnswer, useTrust } from './use-trust.ts';

const PAGE = 50;
const HASH_SHOWN = 12;

/** The list, newest first. */
export function Receipts({ id }: { readonly id: CredentialId }) {
  const trust = useTrust();
  const answer = useAnswer(id, async () => ok(await trust.materials(id)));
  const [shown, setShown] = useState(PAGE);
  if (answer.kind === 'waiting') return null;
  if (answer.kind === 'problem') return <p role="alert">{answer.text}</p>;
  const materials = answer.value;
  return (
    <>
      <p className={styles.soft}>
        {materials.length === 0 ? t('receipts.none') : t('receipts.text')}
      </p>
      <ul className={styles.receipts} aria-label={t('history.documents')}>
        {materials.slice(0, shown).map((material) => (
          <Receipt key={material.id} material={material} />
        ))}
      </ul>
      {shown < materials.length ? (
        <div>
          <Button onPress={() => setShown((count) => count + PAGE)}>{t('receipts.more')}</Button>
        </div>
      ) : null}
    </>
  );
}

function Receipt({ material }: { readonly material: Material }) {
  const locale = useDateLocale();
  const [isOpen, setOpen] = useState(false);
  const { url, use, readAt, serverDate } = material;
  const host = hostOf(url);
  return (
    <li className={styles.receipt}>
      <p className={styles.receiptHead}>
        <span className={styles.strong}>{documentName(use)}</span>
        <span className={styles.soft}>{formatMoment(readAt, locale)}</span>
      </p>
      <p className={styles.code}>
        <UntrustedText text={url} max={600} />
      </p>
      <p>
        <UntrustedText text={answerWording(material)} max={400} />
        {serverDate === undefined ? null : (
          <span className={styles.soft}>
            {' '}
            {t('receipts.serverDate', { when: formatMoment(serverDate, locale) })}
          </span>
        )}
      </p>
      {'failure' in material ? null : (
        <>
          <p className={styles.hash}>
            <span className={styles.soft}>{sizeWording(material.bytes)}</span>
            <span className={styles.code} title={material.sha256}>
              {t('receipts.hash', { start: material.sha256.slice(0, HASH_SHOWN) })}
            </span>
            <CopyButton text={material.sha256} label={t('receipts.copyHash')} />
          </p>
          <Disclosure isExpanded={isOpen} onExpandedChange={setOpen}>
            <AriaButton
              slot="trigger"
              className={cx(styles.opens)}
              aria-label={t('receipts.openNamed', { use: documentName(use), host })}
            >
              <ChevronRight aria-hidden size={14} className={styles.chevron} />
              {t('receipts.open')}
            </AriaButton>
            <DisclosurePanel>
              {isOpen ? <DocumentBody material={material} /> : null}
            </DisclosurePanel>
          </Disclosure>
        </>
      )}
    </li>
  );
}
