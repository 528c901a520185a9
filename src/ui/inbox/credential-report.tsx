// The detective's report on a waiting credential: whose it is, what it looks like, what was found and
// read and where, and what to do with it; the original stands beside it.
import { Check, Combine, DownloadCloud, Hourglass, PenLine, Tag, Trash2 } from 'lucide-react';
import type { FamilySuggestion } from '../../app/laurel-app.ts';
import { corrected } from '../../domain/corrected-record.ts';
import type { CredentialRecord } from '../../domain/credential.ts';
import { titleOf } from '../../domain/summary.ts';
import { useApp } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { Button } from '../controls/button.tsx';
import { CorrectionsForm } from '../corrections/corrections-form.tsx';
import { CredentialHeader } from '../detail/credential-header.tsx';
import { Facts } from '../detail/facts.tsx';
import { FamilyPart } from '../family/family-part.tsx';
import noticeStyles from '../detail/notice.module.css';
import { Part } from '../detail/part.tsx';
import { RecipientNotice } from '../detail/recipient-notice.tsx';
import { TagsEditor } from '../detail/tags-editor.tsx';
import { onlyTells } from '../format-wording.ts';
import { t } from '../messages/message.ts';
import { ActButton } from './act-button.tsx';
import type { CredentialItem } from './inbox-items.ts';
import { AskIssuerPart, FoundPart, KeptPart, ProblemsPart } from './report-parts.tsx';
import styles from './report.module.css';

type Props = {
  readonly item: CredentialItem;
  readonly record: CredentialRecord;
  readonly suggestions: readonly FamilySuggestion[];
  readonly editing: boolean;
  readonly onEdit: (editing: boolean) => void;
  readonly onAccept: () => void;
  readonly onMerge: () => void;
  readonly onTag: () => void;
  readonly onDecline: () => void;
};

/** The report. */
export function CredentialReport(props: Props) {
  const { item, record, suggestions, editing, onEdit } = props;
  const { original } = record;
  const entry = item.entry;
  const title = titleOf(corrected(record));
  const problems = [
    ...record.problems,
    ...(entry?.problems ?? []).filter(
      ({ code }) => !record.problems.some((problem) => problem.code === code),
    ),
  ];
  return (
    <section className={styles.report} aria-label={t('report.label', { name: title })}>
      <div className={styles.acts} role="toolbar" aria-label={t('triage.label')}>
        <ActButton
          icon={Check}
          words={t('triage.accept')}
          shortcut="A"
          primary
          onPress={props.onAccept}
        />
        <ActButton
          icon={PenLine}
          words={t('triage.edit')}
          shortcut="E"
          onPress={() => onEdit(true)}
        />
        <ActButton icon={Combine} words={t('triage.merge')} shortcut="M" onPress={props.onMerge} />
        <ActButton icon={Tag} words={t('triage.tag')} shortcut="T" onPress={props.onTag} />
        <ActButton
          icon={Trash2}
          words={t('triage.decline')}
          shortcut="D"
          onPress={props.onDecline}
        />
      </div>
      {/* A scrolling region must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.body} tabIndex={0} role="group" aria-label={title}>
        <CredentialHeader record={record} level={2} />
        {editing ? (
          <CorrectionsForm record={record} onClose={() => onEdit(false)} />
        ) : (
          <>
            <div className={styles.notices}>
              <RecipientNotice record={record} />
              <SuggestionNotice suggestions={suggestions} onMerge={props.onMerge} />
              <FetchNotice address={record.verifyUrl} format={record.format} />
              {record.awaitsPrintedText ? (
                <div className={noticeStyles.notice}>
                  <Hourglass aria-hidden size={16} />
                  <p className={noticeStyles.words}>{t('report.awaitsWords')}</p>
                </div>
              ) : null}
            </div>
            <FoundPart findings={entry?.findings ?? []} />
            <ProblemsPart problems={problems} />
            <Part level={3} title={t('report.read')}>
              <Facts record={record} whole />
            </Part>
            <FamilyPart record={record} level={3} />
            {record.tags.length > 0 ? (
              <Part level={3} title={t('detail.tags')}>
                <TagsEditor record={record} />
              </Part>
            ) : null}
            <KeptPart
              fileName={original.fileName}
              bytes={original.bytes}
              from={original.from}
              fetchedFrom={original.fetchedFrom}
              kept
            />
            <AskIssuerPart problems={problems} fileName={original.fileName} title={title} />
          </>
        )}
      </div>
    </section>
  );
}

type SuggestionProps = {
  readonly suggestions: readonly FamilySuggestion[];
  readonly onMerge: () => void;
};

function SuggestionNotice({ suggestions, onMerge }: SuggestionProps) {
  const [best] = suggestions;
  if (!best) return null;
  const { title } = best.summary;
  const others = suggestions.length - 1;
  return (
    <div className={noticeStyles.notice}>
      <Combine aria-hidden size={16} />
      <div className={noticeStyles.words}>
        <p className={noticeStyles.strong}>
          <bdi>
            {others > 0
              ? t('family.suggestionMore', { title, count: others })
              : t('family.suggestion', { title })}
          </bdi>
        </p>
        <p>
          {t(`family.${best.reason}`)} {t('family.mergeText')}
        </p>
        <div className={noticeStyles.acts}>
          <Button onPress={onMerge}>{t('triage.merge')}</Button>
        </div>
      </div>
    </div>
  );
}

type FetchProps = { readonly address: string | undefined; readonly format: string };

/** Where a file only tells of a credential that a fetcher knows: the way to ask for the credential itself. */
function FetchNotice({ address, format }: FetchProps) {
  const app = useApp();
  const { add } = useDesk();
  const offer = address !== undefined && onlyTells(format) ? app.fetchable(address) : undefined;
  const [host] = offer?.hosts ?? [];
  if (!offer || host === undefined) return null;
  return (
    <div className={noticeStyles.notice}>
      <DownloadCloud aria-hidden size={16} />
      <div className={noticeStyles.words}>
        <p>{t('report.fetchText')}</p>
        <div className={noticeStyles.acts}>
          <Button onPress={() => add({ kind: 'provider', offer })}>
            {t('report.fetch', { host: host.replace(/^www\./u, '') })}
          </Button>
        </div>
      </div>
    </div>
  );
}
