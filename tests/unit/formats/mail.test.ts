import { describe, expect, it } from 'vitest';
import { findingWording } from '../../../src/domain/finding-wording.ts';
import { problemWording } from '../../../src/domain/problem-wording.ts';
import { readFile } from '../../../src/formats/index.ts';
import { readMail } from '../../../src/formats/mail.ts';
import { readMailbox } from '../../../src/formats/mbox.ts';
import { bakePng, plainPng } from '../../support/bake.ts';
import { documentReaders } from '../../support/document-readers.ts';
import { invented, openBadge2 } from '../../support/invented-credentials.ts';

const readers = documentReaders();
const HEAD =
  'From: Larkfield <no-reply@larkfield.example>\r\nTo: ana@larkfield.example\r\nSubject: Your badge\r\nDate: Wed, 1 May 2024 10:00:00 +0000\r\nMIME-Version: 1.0\r\n';

type Part = {
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: string;
};

function mail(parts: readonly Part[]): string {
  const bodies = parts.map(({ type, body, headers = '' }) => {
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    const text = Buffer.from(bytes).toString('base64').replace(/.{76}/gu, '$&\r\n');
    return `--b\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n${headers}\r\n${text}\r\n`;
  });
  return `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${bodies.join('')}--b--\r\n`;
}

function attached(name: string): string {
  return `Content-Disposition: attachment; filename="${name}"\r\n`;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const badge = bakePng(plainPng(), 'openbadges', JSON.stringify(openBadge2(invented())));
const LINKS: Part = {
  type: 'text/html; charset=utf-8',
  body: '<a href="https://verify.larkfield.example/LC-1?a=1&amp;b=2">Badge</a> <a href="https://verify.larkfield.example/LC-1">again</a> <img src="https://verify.larkfield.example/LC-3"><a href="https://larkfield.example/unsubscribe">no</a>',
};

describe('readMail', () => {
  it('gives attachments as parts and the credentials that links name as items', async () => {
    const text = mail([
      LINKS,
      { type: 'application/pdf', body: '%PDF-1.4', headers: attached('../certificate.pdf') },
      { type: 'text/calendar', body: 'BEGIN:VCALENDAR', headers: attached('invite.ics') },
    ]);
    const reading = await readMail(bytesOf(text), 'mail.eml', readers);
    expect(reading).toMatchObject({ outcome: 'read', mediaType: 'message/rfc822', problems: [] });
    expect(reading.items.map(({ verifyUrl }) => verifyUrl)).toEqual([
      'https://verify.larkfield.example/LC-1',
    ]);
    expect(reading.parts?.map(({ name }) => name)).toEqual(['certificate.pdf']);
    expect(new TextDecoder().decode(reading.parts?.[0]?.bytes)).toBe('%PDF-1.4');
    expect(reading.storesParts).toBeUndefined();
    expect(reading.findings?.map(findingWording)).toEqual([
      '1 attachment in the mail.',
      '1 address of credentials.',
      '1 other file that holds no credential was left out.',
    ]);
  });

  it('does not store a mail that only brought attachments', async () => {
    const text = mail([
      { type: 'application/ld+json', body: '{}', headers: 'Content-Disposition: attachment\r\n' },
    ]);
    const reading = await readMail(bytesOf(text), 'mail.eml', readers);
    expect(reading).toMatchObject({ outcome: 'kept', items: [], storesParts: true });
    expect(reading.parts?.map(({ name }) => name)).toEqual(['attachment-1.jsonld']);
  });

  it('takes a picture of the layout only where a credential is in it', async () => {
    const inline = (name: string): string =>
      `Content-Disposition: inline; filename="${name}"\r\nContent-ID: <x>\r\n`;
    const text = mail([
      { type: 'image/png', body: plainPng(), headers: inline('logo.png') },
      { type: 'image/png', body: badge, headers: inline('badge.png') },
    ]);
    const reading = await readMail(bytesOf(text), 'mail.eml', readers);
    expect(reading.parts?.map(({ name }) => name)).toEqual(['badge.png']);
  });

  it('keeps a mail with nothing in it', async () => {
    const reading = await readMail(bytesOf(`${HEAD}\r\nWell done.\r\n`), 'mail.eml', readers);
    expect(reading.outcome).toBe('kept');
    expect(reading.problems.map(problemWording)).toEqual([
      'This mail holds no credential and no link to one that Laurel knows. It is kept as a file.',
    ]);
  });

  it.each<[string, () => string]>([
    [
      'parts inside parts without end',
      () =>
        `${HEAD}${Array.from({ length: 400 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`).join('')}`,
    ],
    ['a header of 3 MB', () => `${HEAD}X-Long: ${'x'.repeat(3_000_000)}\r\n\r\nhi`],
    [
      'a body cut short',
      () =>
        mail([LINKS, { type: 'image/png', body: badge, headers: attached('a.png') }]).slice(0, 900),
    ],
    [
      'ten thousand parts',
      () =>
        mail(
          Array.from({ length: 10_000 }, () => ({
            type: 'application/pdf',
            body: 'x',
            headers: attached('a.pdf'),
          })),
        ),
    ],
    [
      'unclosed links',
      () => `${HEAD}Content-Type: text/html\r\n\r\n${'<a href="'.repeat(100_000)}`,
    ],
  ])('answers for %s', async (_name, build) => {
    const start = performance.now();
    const reading = await readMail(bytesOf(build()), 'mail.eml', readers);
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(['read', 'kept']).toContain(reading.outcome);
    expect(reading.parts?.length ?? 0).toBeLessThanOrEqual(500);
  });
});

describe('readMailbox', () => {
  const SEPARATOR = 'From no-reply@larkfield.example Wed May  1 10:00:00 2024\r\n';
  const box =
    `${SEPARATOR}${mail([LINKS, { type: 'application/pdf', body: 'one', headers: attached('a.pdf') }])}\r\n` +
    `${SEPARATOR}${HEAD}\r\nFrom here on it is text, of 10:00 and 2024.\r\n>From quoted\r\nhttps://verify.larkfield.example/LC-2\r\n\r\n` +
    `${SEPARATOR}${mail([
      { type: 'application/pdf', body: 'one', headers: attached('a.pdf') },
      { type: 'application/pdf', body: 'two', headers: attached('a.pdf') },
    ])}`;

  it('reads each mail once, and each address and attachment once', async () => {
    const reading = await readMailbox(bytesOf(box), 'all.mbox', readers);
    expect(reading.items.map(({ credentialNumber }) => credentialNumber)).toEqual(['LC-1', 'LC-2']);
    expect(reading.parts?.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual([
      'one',
      'two',
    ]);
  });

  it('keeps attachments apart that differ only in their bytes, and tells how many it leaves out', async () => {
    const attach = (count: number): string =>
      SEPARATOR +
      mail(
        Array.from({ length: count }, (_, at) => ({
          type: 'application/pdf',
          body: String(at).padStart(6, '0'),
          headers: attached('a.pdf'),
        })),
      );
    const one = await readMail(bytesOf(attach(510).slice(SEPARATOR.length)), 'mail.eml', readers);
    expect(one.parts).toHaveLength(500);
    expect(one.findings).toContainEqual({ code: 'left-out/attachments', params: { count: 10 } });
    const few = await readMailbox(bytesOf(`${attach(3)}\r\n${attach(3)}`), 'all.mbox', readers);
    expect(few.parts).toHaveLength(3);
    const many = Array.from(
      { length: 5_010 },
      (_, at) =>
        `${SEPARATOR}${mail([
          { type: 'application/pdf', body: String(at), headers: attached('a.pdf') },
        ])}\r\n`,
    ).join('');
    const reading = await readMailbox(bytesOf(many), 'all.mbox', readers);
    expect(reading.parts).toHaveLength(5_000);
    expect(reading.findings).toContainEqual({
      code: 'left-out/attachments',
      params: { count: 10 },
    });
  });

  it('tells how many mails it does not open', async () => {
    const text = `${SEPARATOR}Subject: a\r\n\r\nb\r\n\r\n`.repeat(20_003);
    const { findings } = await readMailbox(bytesOf(text), 'all.mbox', readers);
    expect(findings).toContainEqual({ code: 'left-out/mails', params: { count: 3 } });
  });

  it('is known by its first line', async () => {
    const reading = await readFile({ bytes: bytesOf(box), fileName: 'export' }, readers);
    expect(reading).toMatchObject({ outcome: 'read', mediaType: 'application/mbox' });
  });

  it('reads a thousand mails in a few seconds', async () => {
    const many = `${SEPARATOR}${HEAD}\r\nhttps://verify.larkfield.example/LC-2\r\n\r\n`.repeat(
      1_000,
    );
    const start = performance.now();
    const reading = await readMailbox(bytesOf(many), 'all.mbox', readers);
    expect(reading.items).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
