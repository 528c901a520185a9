// Fetching from a provider: first the address, then the question with the hosts and what they learn. Where
// no provider knows the address, an account at its host can be looked for. Nothing is sent before a yes.
import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { AccountOffer, FetchOffer } from '../../app/laurel-app.ts';
import { problemWording } from '../../domain/problem-wording.ts';
import { useApp } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { Button } from '../controls/button.tsx';
import { cx } from '../controls/class-names.ts';
import { Dialog } from '../controls/dialog.tsx';
import { TextField } from '../controls/field.tsx';
import { hiddenCharactersIn } from '../hidden-characters.ts';
import { t } from '../messages/message.ts';
import { accountHostOf } from './account-host.ts';
import styles from './add.module.css';
import { ConsentSheet } from './consent-sheet.tsx';

type Props = {
  readonly onClose: () => void;
  /** An offer that is known already, such as for a link that came in. */
  readonly offered?: FetchOffer;
  readonly pasted?: string;
};

type Step =
  /** `complaint` and `host` are about the text as it stands. */
  | { readonly kind: 'address'; readonly complaint?: string; readonly host?: string | undefined }
  | { readonly kind: 'fetch'; readonly offer: FetchOffer }
  | { readonly kind: 'look'; readonly host: string }
  | { readonly kind: 'looking'; readonly host: string }
  | { readonly kind: 'account'; readonly offer: AccountOffer };

/** The dialog. */
export function ProviderDialog({ onClose, offered, pasted = '' }: Props) {
  const app = useApp();
  const { fetchOffer, fetchAccount } = useDesk();
  const [text, setText] = useState(pasted);
  const [step, setStep] = useState<Step>(
    offered ? { kind: 'fetch', offer: offered } : { kind: 'address' },
  );
  const look = async (host: string, scope: 'once' | 'always') => {
    setStep({ kind: 'looking', host });
    // Exactly the host that was named is asked, not what was pasted.
    const found = await app.accountOffer(host, scope);
    setStep((now) => {
      // Closed, or another address since: the answer is no longer wanted.
      if (now.kind !== 'looking' || now.host !== host) return now;
      return found.ok
        ? { kind: 'account', offer: found.value }
        : { kind: 'address', complaint: problemWording(found.problem) };
    });
  };
  switch (step.kind) {
    case 'fetch': {
      const { offer } = step;
      return (
        <ConsentSheet
          title={t('provider.consentTitle', { name: offer.name })}
          hosts={offer.hosts}
          subject={Object.values(offer.target.subject).join(', ')}
          reveals={offer.reveals}
          onClose={onClose}
          onYes={(scope) => {
            onClose();
            void fetchOffer(offer, scope);
          }}
        />
      );
    }
    case 'look':
      return (
        <ConsentSheet
          title={t('provider.lookTitle', { host: step.host })}
          hosts={[step.host]}
          subject={t('provider.lookSubject')}
          reveals="look"
          onClose={onClose}
          onYes={(scope) => void look(step.host, scope)}
        />
      );
    case 'looking':
      return (
        <Dialog
          open
          title={t('provider.title')}
          onClose={onClose}
          actions={<Button onPress={onClose}>{t('common.cancel')}</Button>}
        >
          <p role="status">{t('provider.looking', { host: step.host })}</p>
        </Dialog>
      );
    case 'account': {
      const { offer } = step;
      return (
        <ConsentSheet
          title={t('provider.signInTitle', { name: shownName(offer) })}
          hosts={offer.hosts}
          subject={t('provider.signInSubject')}
          reveals="account"
          text={t('provider.signInText')}
          once={t('provider.signIn')}
          always={t('provider.signInAlways')}
          onClose={onClose}
          onYes={(scope) => {
            onClose();
            void fetchAccount(offer, scope);
          }}
        />
      );
    }
    case 'address':
      return (
        <AddressDialog
          text={text}
          complaint={step.complaint}
          host={step.host}
          onText={(value) => {
            setText(value);
            setStep({ kind: 'address' });
          }}
          onLook={(host) => setStep({ kind: 'look', host })}
          onGo={() => setStep(stepFor(text.trim()))}
          onClose={onClose}
        />
      );
  }

  function stepFor(address: string): Step {
    const offer = app.fetchable(address);
    if (offer) return { kind: 'fetch', offer };
    const forbidden = app.fetchForbidden(address);
    if (forbidden) return { kind: 'address', complaint: problemWording(forbidden) };
    return {
      kind: 'address',
      complaint: t('provider.unknown'),
      host: accountHostOf(address),
    };
  }
}

/** The name that the host gives itself, unless it hides something in it. */
function shownName({ name, hosts }: AccountOffer): string {
  const [host = ''] = hosts;
  const plain = name.trim() !== '' && hiddenCharactersIn(name).length === 0;
  return plain ? name.trim().slice(0, 80) : host;
}

type AddressProps = {
  readonly text: string;
  readonly complaint: string | undefined;
  /** The host at which an account can be looked for. */
  readonly host: string | undefined;
  readonly onText: (text: string) => void;
  readonly onLook: (host: string) => void;
  readonly onGo: () => void;
  readonly onClose: () => void;
};

function AddressDialog({ text, complaint, host, onText, onLook, onGo, onClose }: AddressProps) {
  return (
    <Dialog open title={t('provider.title')} onClose={onClose}>
      <p className={styles.text}>{t('provider.text')}</p>
      <Form
        className={cx(styles.stack)}
        onSubmit={(event) => {
          event.preventDefault();
          onGo();
        }}
      >
        <TextField
          label={t('provider.field')}
          value={text}
          onChange={onText}
          error={complaint}
          autoFocus
        />
        <div>
          <Button kind="primary" type="submit" isDisabled={text.trim() === ''}>
            {t('provider.go')}
          </Button>
        </div>
      </Form>
      {host === undefined ? null : (
        <div className={styles.stack}>
          <p className={styles.text}>{t('provider.lookText')}</p>
          <div>
            <Button onPress={() => onLook(host)}>
              <bdi>{t('provider.look', { host })}</bdi>
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
