// "Whom you trust": issuers the person vouched for, registries of issuers and lists of trusted certificates.
// A listing says who somebody is, never how good what they issue is.
import { FileUp, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { FileTrigger } from 'react-aria-components';
import { problem } from '../../domain/problem.ts';
import type { CertificateTrustList, IssuerPin, IssuerRegistry } from '../../domain/trust.ts';
import { useAppState } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { Button, IconButton } from '../controls/button.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { useDateLocale } from '../dates.ts';
import { t } from '../messages/message.ts';
import { dayWording } from '../trust/day-wording.ts';
import { hostOf } from '../trust/material-wording.ts';
import { useTrust } from '../trust/use-trust.ts';
import { RegistryDialog } from './registry-dialog.tsx';
import { SettingsPart } from './settings-part.tsx';
import styles from './trust-settings.module.css';

/** What the reader of these files takes at most. */
const MOST_BYTES = 20 * 1024 * 1024;

/** The lists, and the ways to add to them. */
export function TrustSettings() {
  const trust = useTrust();
  const { perform, announce, complain } = useDesk();
  // Rows may change with any change of the library.
  useAppState();
  const [, setChanges] = useState(0);
  const [fetching, setFetching] = useState<{ readonly url: string }>();
  const act = async (done: ReturnType<typeof trust.unpin>, said: string) => {
    if (!(await perform(done))) return;
    setChanges((times) => times + 1);
    announce(said);
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > MOST_BYTES) {
      complain(problem('input/too-large', { params: { limit: '20 MB' } }));
      return;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    await act(trust.importTrustFile(file.name, bytes), t('trusted.imported', { name: file.name }));
  };
  const pins = trust.pins();
  const registries = trust.registries();
  const lists = trust.trustLists();
  return (
    <SettingsPart title={t('trusted.title')} text={t('trusted.text')}>
      <Rows title={t('trusted.pins')} none={t('trusted.noPins')} count={pins.length}>
        {pins.map((pin) => (
          <PinRow
            key={pin.id}
            pin={pin}
            onRemove={() => void act(trust.unpin(pin.id), t('issuer.unpinned'))}
          />
        ))}
      </Rows>
      <Rows
        title={t('trusted.registries')}
        none={t('trusted.noRegistries')}
        count={registries.length}
      >
        {registries.map((registry) => (
          <RegistryRow
            key={registry.id}
            registry={registry}
            onFetch={(url) => setFetching({ url })}
            onRemove={() => void act(trust.removeTrust(registry.id), t('trusted.removed'))}
          />
        ))}
      </Rows>
      <Rows title={t('trusted.lists')} none={t('trusted.noLists')} count={lists.length}>
        {lists.map((list) => (
          <ListRow
            key={list.id}
            list={list}
            onRemove={() => void act(trust.removeTrust(list.id), t('trusted.removed'))}
          />
        ))}
      </Rows>
      <div className={styles.acts}>
        <FileTrigger
          acceptedFileTypes={['.json', '.csv', '.xml', '.xtsl', '.jwt', '.txt']}
          onSelect={(files) => void take(files?.[0])}
        >
          <Button icon={FileUp}>{t('trusted.import')}</Button>
        </FileTrigger>
        <Button onPress={() => setFetching({ url: '' })}>{t('trusted.fetch')}</Button>
      </div>
      <p className={styles.soft}>{t('trusted.kinds')}</p>
      {fetching ? (
        <RegistryDialog
          address={fetching.url}
          onClose={() => setFetching(undefined)}
          onFetch={(url, scope) => {
            setFetching(undefined);
            void act(trust.fetchRegistry(url, scope), t('trusted.imported', { name: hostOf(url) }));
          }}
        />
      ) : null}
    </SettingsPart>
  );
}

type RowsProps = {
  readonly title: string;
  readonly none: string;
  readonly count: number;
  readonly children: ReactNode;
};

function Rows({ title, none, count, children }: RowsProps) {
  return (
    <div>
      <h3 className={styles.label}>{title}</h3>
      {count === 0 ? (
        <p className={styles.soft}>{none}</p>
      ) : (
        <ul className={styles.rows} aria-label={title}>
          {children}
        </ul>
      )}
    </div>
  );
}

type PinProps = { readonly pin: IssuerPin; readonly onRemove: () => void };

function PinRow({ pin, onRemove }: PinProps) {
  const locale = useDateLocale();
  return (
    <Row name={pin.name} onRemove={onRemove}>
      <p className={styles.soft}>
        <UntrustedText text={pin.issuerIds.join(', ')} max={300} />
      </p>
      <p className={styles.soft}>
        {t('issuer.pinnedOn', { day: dayWording(pin.pinnedAt, locale) })}{' '}
        {pin.keys.length === 0
          ? t('trusted.withoutKey')
          : t('trusted.withKeys', { count: pin.keys.length })}{' '}
        {pin.note === undefined ? null : <UntrustedText text={pin.note} max={300} />}
      </p>
    </Row>
  );
}

type RegistryProps = {
  readonly registry: IssuerRegistry;
  readonly onFetch: (url: string) => void;
  readonly onRemove: () => void;
};

function RegistryRow({ registry, onFetch, onRemove }: RegistryProps) {
  const locale = useDateLocale();
  const { name, source, entries, receivedAt, madeAt } = registry;
  const url = 'url' in source ? source.url : undefined;
  const day = dayWording(madeAt ?? receivedAt, locale);
  return (
    <Row
      name={name}
      onRemove={onRemove}
      act={
        url === undefined ? null : (
          <Button
            kind="quiet"
            aria-label={t('trusted.fetchAgainNamed', { name })}
            onPress={() => onFetch(url)}
          >
            {t('trusted.fetchAgain')}
          </Button>
        )
      }
    >
      <p className={styles.soft}>
        {t('trusted.issuers', { count: entries.length })}{' '}
        {madeAt === undefined ? t('trusted.receivedOn', { day }) : t('trusted.madeOn', { day })}
      </p>
      <p className={styles.soft}>
        <UntrustedText text={'url' in source ? source.url : source.fileName} max={300} />
      </p>
    </Row>
  );
}

type ListProps = { readonly list: CertificateTrustList; readonly onRemove: () => void };

function ListRow({ list, onRemove }: ListProps) {
  const locale = useDateLocale();
  const [nowMs] = useState(() => Date.now());
  const { name, issuedAt, receivedAt, nextUpdate, certificates } = list;
  const isOld = nextUpdate !== undefined && Date.parse(nextUpdate) < nowMs;
  return (
    <Row name={name} onRemove={onRemove}>
      <p className={styles.soft}>
        {t('trusted.certificates', { count: certificates.length })}{' '}
        {issuedAt === undefined
          ? t('trusted.receivedOn', { day: dayWording(receivedAt, locale) })
          : t('trusted.madeOn', { day: dayWording(issuedAt, locale) })}
      </p>
      {isOld ? <p>{t('trusted.outOfDate', { day: dayWording(nextUpdate, locale) })}</p> : null}
    </Row>
  );
}

type RowProps = {
  readonly name: string;
  readonly act?: ReactNode;
  readonly onRemove: () => void;
  readonly children: ReactNode;
};

function Row({ name, act, onRemove, children }: RowProps) {
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p className={styles.host}>
          <UntrustedText text={name} max={200} />
        </p>
        {children}
      </div>
      <div className={styles.rowActs}>
        {act}
        <IconButton icon={X} label={t('trusted.remove', { name })} onPress={onRemove} small />
      </div>
    </li>
  );
}
