// What a reader of addresses answers for an invented provider.
import type { CredentialReading } from '../../src/domain/credential.ts';

export const LINK_ITEM: CredentialReading = {
  format: 'link',
  carrier: 'link',
  achievement: { name: 'Larkfield Verify' },
  issuer: {},
  recipient: { identifiers: [], hashedIdentities: [] },
  provider: 'Larkfield Verify',
  skills: [],
  evidence: [],
  signed: false,
};
