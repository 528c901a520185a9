// Checking with the issuers: which sites would be asked and what they learn, then the asking, then what came of
// it. Nothing is sent before a yes, and a site that gave no answer says nothing about the credential.
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CheckOffer, CheckOutcomeSummary } from '../../app/trust-app.ts';
import type { CredentialId } from '../../domain/id.ts';
import type { Problem } from '../../domain/problem.ts';
import { problemWording } from '../../domain/problem-wording.ts';
import type { Result } from '../../domain/result.ts';
import { useDesk } from '../app-shell/desk.tsx';
import { WorkProgress } from '../app-shell/work-progress.tsx';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { t } from '../messages/message.ts';
import { AskedHosts } from './asked-hosts.tsx';
import { OnlineResult } from './online-result.tsx';
import styles from './trust.module.css';
import { settled, useTrust } from './use-trust.ts';

type Props = { readonly ids: readonly CredentialId[]; readonly onClose: () => void };
type Scope = 'once' | 'always';

type Step =
  | { readonly kind: 'looking' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'ask'; readonly offer: CheckOffer }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly outcome: CheckOutcomeSummary }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** The sheet for one credential or many. */
export function OnlineCheck({ ids, onClose }: Props) {
  const trust = useTrust();
  const { announce } = useDesk();
  const [step, setStep] = useState<Step>({ kind: 'looking' });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // A yes for once holds for the further rounds of this sheet; it never becomes one for good.
  const allowedOnce = useRef<ReadonlySet<string>>(new Set());
  const isOpen = useRef(true);

  const look = useEffectEvent(() => settled(trust.checkOffer(ids)));
  useEffect(() => {
    isOpen.current = true;
    void look().then((offer) => {
      if (!isOpen.current) return;
      setStep(stepFor(offer));
      if (offer.ok) setChosen(new Set(offer.value.hosts.map(({ host }) => host)));
    });
    return () => {
      isOpen.current = false;
    };
  }, []);

  const run = async (hosts: readonly string[], scope: Scope) => {
    if (scope === 'once') allowedOnce.current = new Set([...allowedOnce.current, ...hosts]);
    const allow = { hosts: scope === 'once' ? [...allowedOnce.current] : hosts, scope };
    setStep({ kind: 'running' });
    const asked = await settled(trust.checkOnline(ids, allow));
    announce(
      asked.ok
        ? asked.value.failures.length > 0
          ? t('online.someSilent', { count: asked.value.failures.length })
          : t('online.checked', { count: asked.value.checked })
        : problemWording(asked.problem),
    );
    if (!isOpen.current) return;
    setStep(asked.ok ? doneWith(asked.value) : { kind: 'problem', problem: asked.problem });
  };

  /** The outcome; sites that this sheet was told to ask already are no news. */
  function doneWith(outcome: CheckOutcomeSummary): Step {
    const furtherHosts = outcome.furtherHosts.filter((host) => !allowedOnce.current.has(host));
    return { kind: 'done', outcome: { ...outcome, furtherHosts } };
  }

  const shared = { open: true, title: titleOf(step), onClose } as const;
  switch (step.kind) {
    case 'looking':
      return (
        <Dialog {...shared} actions={<Button onPress={onClose}>{t('common.cancel')}</Button>}>
          <p role="status">{t('online.looking')}</p>
        </Dialog>
      );
    case 'nothing':
      return (
        <Dialog
          {...shared}
          actions={
            <Button kind="primary" onPress={onClose} autoFocus>
              {t('common.close')}
            </Button>
          }
        >
          <p>{t('online.nothing', { count: ids.length })}</p>
        </Dialog>
      );
    case 'ask': {
      const { hosts } = step.offer;
      const fresh = hosts.filter(({ host, isAllowed }) => !isAllowed && chosen.has(host));
      const isNobodyLeft = fresh.length === 0 && hosts.every(({ isAllowed }) => !isAllowed);
      // Sites that are allowed for good are asked without being named again.
      const go = (scope: Scope) =>
        void run(
          fresh.map(({ host }) => host),
          scope,
        );
      return (
        <Dialog
          {...shared}
          actions={
            <>
              <Button onPress={onClose}>{t('common.cancel')}</Button>
              {fresh.length > 0 ? (
                <Button onPress={() => go('always')}>
                  {t('online.always', { count: fresh.length })}
                </Button>
              ) : null}
              <Button kind="primary" onPress={() => go('once')} isDisabled={isNobodyLeft} autoFocus>
                {fresh.length > 0 ? t('online.once') : t('online.now')}
              </Button>
            </>
          }
        >
          <p>{t('online.text', { count: step.offer.credentials.length })}</p>
          <AskedHosts hosts={hosts} chosen={chosen} onChange={setChosen} />
          <p className={styles.soft}>{t('online.promise')}</p>
        </Dialog>
      );
    }
    case 'running':
      return (
        <Dialog
          {...shared}
          actions={
            <Button onPress={onClose} autoFocus>
              {t('online.meanwhile')}
            </Button>
          }
        >
          <p role="status">{t('online.asking')}</p>
          <WorkProgress />
        </Dialog>
      );
    case 'done': {
      const { outcome } = step;
      const isOpenEnded = outcome.furtherHosts.length > 0;
      return (
        <Dialog
          {...shared}
          actions={
            <>
              {isOpenEnded ? (
                <>
                  <Button onPress={onClose}>{t('common.done')}</Button>
                  <Button onPress={() => void run(outcome.furtherHosts, 'always')}>
                    {t('online.always', { count: outcome.furtherHosts.length })}
                  </Button>
                  <Button
                    kind="primary"
                    onPress={() => void run(outcome.furtherHosts, 'once')}
                    autoFocus
                  >
                    {t('online.further', { count: outcome.furtherHosts.length })}
                  </Button>
                </>
              ) : (
                <Button kind="primary" onPress={onClose} autoFocus>
                  {t('common.done')}
                </Button>
              )}
            </>
          }
        >
          <OnlineResult outcome={outcome} onAgain={() => void run([], 'once')} />
        </Dialog>
      );
    }
    case 'problem':
      return (
        <Dialog
          {...shared}
          actions={
            <Button kind="primary" onPress={onClose} autoFocus>
              {t('common.close')}
            </Button>
          }
        >
          <p role="alert">{problemWording(step.problem)}</p>
        </Dialog>
      );
  }
}

function stepFor(offer: Result<CheckOffer>): Step {
  if (!offer.ok) return { kind: 'problem', problem: offer.problem };
  return offer.value.hosts.length === 0 ? { kind: 'nothing' } : { kind: 'ask', offer: offer.value };
}

function titleOf({ kind }: Step): string {
  if (kind === 'running') return t('online.titleRunning');
  return kind === 'done' ? t('online.titleDone') : t('online.title');
}
