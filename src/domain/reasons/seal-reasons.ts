// Sentences about the seals of European Digital Credentials and their certificates.
// Part of reason-wording.ts, which says how they read.
import type { ReasonCode, ReasonParams } from '../report.ts';
import type { Sentence } from './sentence.ts';

export const SEAL_REASONS: Readonly<Record<Extract<ReasonCode, `seal/${string}`>, Sentence>> = {
  'seal/certificate-swapped':
    'The seal names another certificate than the one that came with it. Somebody may have put a different one in its place.',
  'seal/certificate-unreadable': 'The certificate that came with the seal cannot be read.',
  'seal/no-certificate':
    'The seal came without the certificate of whoever made it, so it cannot be checked.',
  'seal/unknown-condition': (p) =>
    `The seal sets a condition${p['name'] === undefined ? '' : ` (“${p['name']}”)`} that must be understood before it is accepted, and Laurel does not know it.`,
  'seal/detached':
    'The seal covers content outside this file, so it cannot be compared with what is shown here.',
  'seal/content-differs':
    'The content is not the one that was sealed: something was changed after sealing.',
  'seal/xml-not-supported':
    'It carries an older kind of seal (in XML) that Laurel cannot check. The European Digital Credentials viewer can.',
  'seal/certificate-not-for-sealing': (p) =>
    `The certificate${nameOf(p, 'organisation')} was not issued for sealing documents.`,
  'seal/certificate-not-understood':
    'The certificate sets a condition on its use that Laurel does not know, so it decides nothing.',
  'seal/outside-validity': (p) =>
    `The seal says that it was made on ${p['signed'] ?? 'a day'}, when its certificate did not apply (${p['from'] ?? '?'} to ${p['until'] ?? '?'}).`,
  'seal/time-in-future': {
    holder:
      'The seal or its certificate is dated in the future. The clock of this computer may be wrong.',
    employer:
      'The seal or its certificate is dated in the future. The clock of the computer that made this check may be wrong.',
  },
  'seal/chain-broken':
    'The certificates that came with the seal do not belong together: one was not issued by the next.',
  'seal/organisation-differs': (p) =>
    `The seal belongs to “${p['organisation'] ?? 'another organisation'}”${inCountry(p)}, but the credential names “${p['issuer'] ?? 'another issuer'}” as its issuer.`,
  'seal/no-organisation':
    'The certificate of the seal names no organisation to compare with the issuer.',
  'seal/issuer-unnamed': (p) =>
    `The seal belongs to “${p['organisation'] ?? 'an organisation'}”${inCountry(p)}, but the credential gives no legal name or number of its issuer to compare with.`,
  'seal/other-names': (p) =>
    `The seal belongs to “${p['organisation'] ?? 'an organisation'}”${inCountry(p)}. The credential uses that name and also “${p['issuer'] ?? 'another'}”; whether both are the same body cannot be told from the file.`,
  'seal/trust-list-not-imported': {
    holder: (p) =>
      `The certificate of the seal names “${p['organisation'] ?? 'an organisation'}”${inCountry(p)}. To know whether a recognised authority issued it, add a trusted list (a file).`,
    employer: (p) =>
      `The certificate of the seal names “${p['organisation'] ?? 'an organisation'}”${inCountry(p)}. Whether a recognised authority issued that certificate was not checked.`,
  },
  'seal/not-in-trust-list': {
    holder: (p) =>
      `The certificate of the seal names “${p['organisation'] ?? 'an organisation'}”${inCountry(p)}, but no trusted list that you added names who issued it.`,
    employer: (p) =>
      `The certificate of the seal names “${p['organisation'] ?? 'an organisation'}”${inCountry(p)}, but no trusted list that was at hand names who issued it.`,
  },
  'seal/certificate-expired': (p) =>
    `The certificate of the seal ended on ${p['until'] ?? 'an earlier day'}. That the seal was made before then${p['signed'] === undefined ? '' : ` (on ${p['signed']})`} is only its own word.`,
  'seal/listed': {
    holder: (p) =>
      `The seal belongs to the issuer, “${p['organisation'] ?? '?'}”${inCountry(p)}; its certificate comes from an authority in the list “${p['list'] ?? '?'}” that you added.`,
    employer: (p) =>
      `The seal belongs to the issuer, “${p['organisation'] ?? '?'}”${inCountry(p)}; its certificate comes from an authority in the list “${p['list'] ?? '?'}”, which the holder added.`,
  },
  'seal/listed-other-name': {
    holder: (p) =>
      `The seal belongs to “${p['organisation'] ?? '?'}”${inCountry(p)}, registered under the same number as the issuer, which the credential calls “${p['issuer'] ?? '?'}”. Its certificate comes from an authority in the list “${p['list'] ?? '?'}” that you added.`,
    employer: (p) =>
      `The seal belongs to “${p['organisation'] ?? '?'}”${inCountry(p)}, registered under the same number as the issuer, which the credential calls “${p['issuer'] ?? '?'}”. Its certificate comes from an authority in the list “${p['list'] ?? '?'}”, which the holder added.`,
  },
  'seal/revocation-not-checked':
    'Whether the certificate of the seal was withdrawn early was not checked; nothing was fetched.',
  'seal/trust-list-out-of-date': {
    holder: (p) =>
      `The list “${p['list'] ?? '?'}” should have been replaced by ${p['date'] ?? 'now'}. Add a newer one.`,
    employer: (p) =>
      `The list “${p['list'] ?? '?'}”, which was used, should have been replaced by ${p['date'] ?? 'now'}.`,
  },
  'seal/time-proven': {
    holder: (p) =>
      `A time stamp by ${p['authority'] ?? 'an authority'} in a list that you added shows that the seal existed on ${p['date'] ?? 'that day'}.`,
    employer: (p) =>
      `A time stamp by ${p['authority'] ?? 'an authority'} in a list that the holder added shows that the seal existed on ${p['date'] ?? 'that day'}.`,
  },
  'seal/time-only-claimed': (p) =>
    `That the seal was made${p['signed'] === undefined ? ' when it says' : ` on ${p['signed']}`} is only its own word.`,
};

/** ` (ES)`, or nothing where the certificate names no country. */
function inCountry(params: ReasonParams): string {
  return params['country'] === undefined ? '' : ` (${params['country']})`;
}

function nameOf(params: ReasonParams, field: string): string {
  return params[field] === undefined ? '' : ` of “${params[field]}”`;
}
