// The network: hosts that were allowed for good, and every request that was made.
import { useEffect, useState } from 'react';
import type { NetworkRequest } from '../../app/laurel-app.ts';
import { useApp } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { Button } from '../controls/button.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { formatMoment, useDateLocale } from '../dates.ts';
import { t } from '../messages/message.ts';
import { outcomeWording, purposeWording } from './network-wording.ts';
import { SettingsPart } from './settings-part.tsx';
import styles from './settings-screen.module.css';

const PAGE = 50;

type AllowedHost = { readonly host: string; readonly since: string };

/** Allowed hosts and the history. */
export function NetworkSettings() {
  const app = useApp();
  const { perform, complain } = useDesk();
  const locale = useDateLocale();
  const [hosts, setHosts] = useState<readonly AllowedHost[]>([]);
  const [requests, setRequests] = useState<readonly NetworkRequest[]>([]);
  const [ended, setEnded] = useState(true);
  // Asked again whenever a host was forbidden.
  const [asked, setAsked] = useState(0);
  const [before, setBefore] = useState<string>();
  useEffect(() => {
    let latest = true;
    void app.allowedHosts().then((result) => {
      if (!latest) return;
      if (result.ok) setHosts(result.value);
      else complain(result.problem);
    });
    return () => {
      latest = false;
    };
  }, [app, complain, asked]);
  useEffect(() => {
    let latest = true;
    void app.networkHistory(PAGE, before).then((result) => {
      if (!latest) return;
      if (!result.ok) {
        complain(result.problem);
        return;
      }
      const page = result.value;
      setEnded(page.length < PAGE);
      setRequests((held) => (before === undefined ? page : [...held, ...page]));
    });
    return () => {
      latest = false;
    };
  }, [app, complain, before]);
  const last = requests.at(-1);
  return (
    <SettingsPart title={t('network.title')} text={t('network.text')}>
      <h3 className={styles.label}>{t('network.allowed')}</h3>
      {hosts.length === 0 ? <p className={styles.note}>{t('network.allowedNone')}</p> : null}
      <ul className={styles.rows}>
        {hosts.map(({ host, since }) => (
          <li key={host} className={styles.row}>
            <span className={styles.rowValue}>
              <UntrustedText text={host} max={253} />
            </span>
            <span className={styles.rowKind}>
              {t('network.since', { when: formatMoment(since, locale) })}
            </span>
            <Button
              kind="quiet"
              aria-label={t('network.forbidNamed', { host })}
              onPress={() =>
                void perform(app.forbidHost(host)).then((done) =>
                  done ? setAsked((times) => times + 1) : undefined,
                )
              }
            >
              {t('network.forbid')}
            </Button>
          </li>
        ))}
      </ul>
      <h3 className={styles.label}>{t('network.history')}</h3>
      {requests.length === 0 ? <p className={styles.note}>{t('network.historyNone')}</p> : null}
      {requests.length > 0 ? (
        // A scrolling region must be reachable by keyboard.
        <div
          className={styles.tableFrame}
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          role="group"
          aria-label={t('network.history')}
        >
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('network.host')}</th>
                <th scope="col">{t('network.why')}</th>
                <th scope="col">{t('network.when')}</th>
                <th scope="col">{t('network.outcome')}</th>
              </tr>
            </thead>
            <tbody>
              {requests.map((request) => (
                <tr key={request.id}>
                  <td title={request.address}>
                    <UntrustedText text={request.host} max={253} quiet />
                  </td>
                  <td>{purposeWording(request.purpose)}</td>
                  <td>{formatMoment(request.at, locale)}</td>
                  <td>{outcomeWording(request)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {last && !ended ? (
        <div>
          <Button onPress={() => setBefore(last.id)}>{t('network.more')}</Button>
        </div>
      ) : null}
    </SettingsPart>
  );
}
