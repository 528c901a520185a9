// The picture that the person saved of a verification page. An own file: shown as a picture, never run.
import { useEffect, useState } from 'react';
import type { CredentialId } from '../../domain/id.ts';
import type { SeenRecord } from '../../domain/trust.ts';
import { t } from '../messages/message.ts';
import styles from './trust.module.css';
import { useAnswer, useTrust } from './use-trust.ts';

type Props = {
  readonly id: CredentialId;
  readonly picture: NonNullable<SeenRecord['picture']>;
};

/** The picture; a sentence while its bytes cannot be had. */
export function SeenPicture({ id, picture }: Props) {
  const trust = useTrust();
  const answer = useAnswer(`${id} ${picture.sha256}`, () => trust.seenPicture(id));
  const bytes = answer.kind === 'ready' ? answer.value : undefined;
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!bytes) return undefined;
    // The bytes may be a view on shared memory, which a Blob does not take.
    const made = URL.createObjectURL(
      new Blob([new Uint8Array(bytes)], { type: picture.mediaType }),
    );
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the address lives as long as the effect
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, picture.mediaType]);
  if (answer.kind === 'problem') return <p>{answer.text}</p>;
  return address === undefined ? (
    <p>{t('seen.withPicture')}</p>
  ) : (
    <img className={styles.seenPicture} src={address} alt={t('seen.pictureAlt')} />
  );
}
