// What an employer reads where a site was asked and gave nothing usable: what happened, without the advice that
// problem-wording.ts gives to the holder. A failure of a site is never a fault of the credential.
import type { ProblemCode } from '../problem.ts';
import { problemWording } from '../problem-wording.ts';
import type { ReasonParams } from '../report.ts';

const HAPPENED: Partial<Readonly<Record<ProblemCode, (host: string) => string>>> = {
  'net/name-not-found': (host) =>
    `${host} could not be found, or the computer that made this check was offline`,
  'net/not-found': (host) => `${host} did not know the address (404)`,
  'net/gone': (host) => `${host} said that this is gone (410)`,
  'net/made-private': (host) => `${host} did not show this to the public`,
  'net/refused': (host) => `${host} refused the request`,
  'net/too-many-requests': (host) => `${host} asked for a pause`,
  'net/server-error': (host) => `${host} had a fault of its own`,
  'net/unreachable': (host) => `${host} could not be reached`,
  'net/no-connection': (host) => `${host} did not take the connection in time`,
  'net/timed-out': (host) => `${host} did not answer in time`,
  'net/too-slow': (host) => `${host} answered too slowly`,
  'net/insecure': (host) => `${host} could not prove that it is that site`,
  'net/connection-lost': (host) => `${host} hung up before it answered`,
  'net/cut-off': (host) => `${host} gave an answer that ended too early`,
  'net/damaged-answer': (host) => `${host} gave an answer that was garbled`,
  'net/wrong-type': (host) => `${host} answered with something of another kind`,
  'net/changed-shape': (host) => `${host} answered in a form that Laurel does not know`,
  'net/too-large': (host) => `${host} gave an answer too large to be taken`,
  'net/unpacks-too-large': (host) => `${host} gave an answer too large to be taken`,
  'net/too-many-redirects': (host) => `${host} led from one address to the next without end`,
  'net/bad-redirect': (host) => `${host} led to somewhere that cannot be followed`,
  'net/private-address': (host) => `${host} lies inside a private network and was not asked`,
  'net/not-https': (host) =>
    `${host} was not asked, because the address is not a secure one (https)`,
  'net/not-allowed': (host) => `${host} was not asked, because the holder had not allowed it`,
  'net/busy': (host) => `${host} was not asked, because too much was being asked at once`,
};

/** The holder's sentence: what happened and what to do. */
export function noAnswerForHolder({ problem, host }: ReasonParams): string {
  const code = problem as ProblemCode;
  return problemWording({ code, params: { host: host ?? 'the site' } });
}

/** The employer's sentence. A code that is not named here reads as no usable answer. */
export function noAnswerForEmployer({ problem, host }: ReasonParams): string {
  const happened = Object.hasOwn(HAPPENED, problem ?? '')
    ? HAPPENED[problem as ProblemCode]
    : undefined;
  const site = String(host ?? 'A site');
  return `${happened?.(site) ?? `${site} gave no answer that could be used`}, so this could not be checked.`;
}
