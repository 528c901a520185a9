// The row of Learner Credential Wallet. Data alone.
import { provider } from '../provider.ts';

export const LEARNER_CREDENTIAL_WALLET = provider({
  id: 'learner-credential-wallet',
  name: 'Learner Credential Wallet',
  hosts: ['verifierplus.org', 'lcw.app'],
});
