// "Check again by itself": which sites are asked again on a schedule, how often, and whether in the private way.
// Nothing is on before the person says so.
import { useEffect, useEffectEvent, useState } from 'react';
import type { RecheckHost } from '../../domain/trust.ts';
import { useAppState } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { Switch } from '../controls/choice.tsx';
import { Select } from '../controls/select.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { formatMoment, useDateLocale } from '../dates.ts';
import { t } from '../messages/message.ts';
import { useTrust } from '../trust/use-trust.ts';
import { SettingsPart } from './settings-part.tsx';
import styles from './trust-settings.module.css';

type Every = RecheckHost['every'];
type Candidate = { readonly host: string; readonly credentials: number };
type Row = Candidate & { readonly plan?: RecheckHost };

const OFF = 'off';
const CHOICES = [OFF, 'day', 'week', 'month'] as const satisfies readonly (Every | typeof OFF)[];

/** The list of sites with their schedules. */
export function RecheckSettings() {
  const trust = useTrust();
  const { perform, announce } = useDesk();
  const { credentials } = useAppState();
  const locale = useDateLocale();
  const [candidates, setCandidates] = useState<readonly Candidate[]>([]);
  const [, setChanges] = useState(0);
  const ask = useEffectEvent(() => trust.recheckCandidates());
  useEffect(() => {
    let latest = true;
    void ask().then(
      (found) => (latest ? setCandidates(found) : undefined),
      () => undefined,
    );
    return () => {
      latest = false;
    };
  }, [credentials]);
  const rows = rowsOf(candidates, trust.rechecks());
  const put = async (host: string, plan: Pick<RecheckHost, 'every' | 'isPrivate'> | undefined) => {
    if (!(await perform(trust.setRecheck(host, plan)))) return;
    setChanges((times) => times + 1);
    announce(plan ? t('recheck.on', { host }) : t('recheck.off', { host }));
  };
  return (
    <SettingsPart title={t('recheck.title')} text={t('recheck.text')}>
      <p className={styles.soft}>{t('recheck.private')}</p>
      {rows.length === 0 ? <p className={styles.soft}>{t('recheck.none')}</p> : null}
      <ul className={styles.rows} aria-label={t('recheck.hosts')}>
        {rows.map(({ host, credentials: count, plan }) => (
          <li key={host} className={styles.row}>
            <div className={styles.words}>
              <p className={styles.host}>
                <UntrustedText text={host} max={253} />
              </p>
              <p className={styles.soft}>
                {count === 0 ? t('recheck.noCredentials') : t('recheck.credentials', { count })}
              </p>
              {plan ? (
                <p className={styles.soft}>
                  {plan.lastRunAt === undefined
                    ? t('recheck.neverRan')
                    : t('recheck.lastRun', { when: formatMoment(plan.lastRunAt, locale) })}{' '}
                  {t('recheck.nextRun', { when: formatMoment(plan.nextRunAt, locale) })}
                </p>
              ) : null}
            </div>
            <Select
              label={t('recheck.every', { host })}
              hideLabel
              value={plan?.every ?? OFF}
              options={CHOICES.map((value) => ({ value, label: t(`recheck.every.${value}`) }))}
              onChange={(every) =>
                void put(
                  host,
                  every === OFF ? undefined : { every, isPrivate: plan?.isPrivate ?? true },
                )
              }
            />
            {plan ? (
              <div className={styles.switch}>
                <Switch
                  on={plan.isPrivate}
                  onChange={(isPrivate) => void put(host, { every: plan.every, isPrivate })}
                  help={plan.isPrivate ? t('recheck.privateHelp') : t('recheck.openHelp')}
                >
                  {t('recheck.privately')}
                  <span className="visually-hidden">{t('recheck.ofHost', { host })}</span>
                </Switch>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </SettingsPart>
  );
}

/** Every site that could be asked or is, those with a schedule first, then by how many credentials. */
export function rowsOf(
  candidates: readonly Candidate[],
  plans: readonly RecheckHost[],
): readonly Row[] {
  const counts = new Map(candidates.map(({ host, credentials }) => [host, credentials]));
  const planned = plans.map((plan) => ({
    host: plan.host,
    credentials: counts.get(plan.host) ?? 0,
    plan,
  }));
  const others = candidates.filter(({ host }) => !plans.some((plan) => plan.host === host));
  return [...planned.sort(byCount), ...[...others].sort(byCount)];
}

function byCount(a: Candidate, b: Candidate): number {
  return b.credentials - a.credentials || a.host.localeCompare(b.host);
}
