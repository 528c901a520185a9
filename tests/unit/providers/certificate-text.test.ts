import { describe, expect, it } from 'vitest';
import type { DocumentFacts } from '../../../src/formats/document-recogniser.ts';
import { recogniseDocument } from '../../../src/providers/index.ts';
import { printedLines, type Printed } from '../../support/printed-lines.ts';

function recognise(printed: readonly Printed[], more: Partial<DocumentFacts> = {}, ocr?: number) {
  const facts = {
    fileName: 'scan.pdf',
    lines: printedLines(printed, ocr),
    links: [],
    qrTexts: [],
    ...more,
  };
  const found = recogniseDocument(facts);
  return {
    found,
    title: found.title?.value,
    issuer: found.issuer?.value,
    recipient: found.recipient?.value,
    issuedOn: found.issuedOn?.value.text,
  };
}

describe('wordings', () => {
  const cases: readonly (readonly [string, readonly Printed[], object])[] = [
    [
      'English, title below',
      [
        ['This is to certify that'],
        ['Mara Lindqvist', 30],
        ['has successfully completed the'],
        ['Harbour Safety', 20],
        ['course'],
        ['on 3 May 2021'],
      ],
      { title: 'Harbour Safety', recipient: 'Mara Lindqvist', issuedOn: '2021-05-03' },
    ],
    [
      'English, all in one sentence',
      [
        ['CERTIFICATE OF PARTICIPATION', 28],
        ['This certifies that Mara Lindqvist has participated in the'],
        ['Coastal Rescue Workshop organised by Harbour School.'],
        ['Date of issue: June 2, 2022'],
      ],
      { recipient: 'Mara Lindqvist', issuer: 'Harbour School', issuedOn: '2022-06-02' },
    ],
    [
      'French',
      [
        ['Attestation', 20],
        ['délivrée le 6 avril 2021 à'],
        ['Mara Lindqvist', 26],
        ['Pour avoir complété avec succès la formation'],
        ['Sécurité des ports :', 24],
        ['niveau 1', 24],
      ],
      {
        title: 'Sécurité des ports : niveau 1',
        recipient: 'Mara Lindqvist',
        issuedOn: '2021-04-06',
      },
    ],
    [
      'German',
      [
        ['Zertifikat', 30],
        ['Hiermit wird bestätigt, dass'],
        ['Mara Lindqvist', 24],
        ['hat erfolgreich am Kurs'],
        ['Hafensicherheit für Einsteiger', 20],
        ['teilgenommen.'],
        ['Ausgestellt am 4. März 2022'],
      ],
      {
        title: 'Hafensicherheit für Einsteiger',
        recipient: 'Mara Lindqvist',
        issuedOn: '2022-03-04',
      },
    ],
    [
      'Spanish',
      [
        ['Certificado', 30],
        ['Se certifica que'],
        ['Mara Lindqvist', 24],
        ['ha completado con éxito el curso'],
        ['Seguridad portuaria', 20],
        ['Fecha: 12 de septiembre de 2021'],
      ],
      { title: 'Seguridad portuaria', recipient: 'Mara Lindqvist', issuedOn: '2021-09-12' },
    ],
    [
      'Portuguese',
      [
        ['Certificado de Conclusão', 30],
        ['Certificamos que'],
        ['Mara Lindqvist', 24],
        ['concluiu com sucesso o curso'],
        ['Segurança portuária', 20],
        ['Emitido em 5 de março de 2023'],
      ],
      { title: 'Segurança portuária', recipient: 'Mara Lindqvist', issuedOn: '2023-03-05' },
    ],
    [
      'Italian',
      [
        ['Attestato di partecipazione', 30],
        ['Si attesta che'],
        ['Mara Lindqvist', 24],
        ['ha completato con successo il corso'],
        ['Sicurezza portuale', 20],
        ['30 giugno 2018'],
      ],
      { title: 'Sicurezza portuale', recipient: 'Mara Lindqvist', issuedOn: '2018-06-30' },
    ],
    [
      'Russian',
      [
        ['СЕРТИФИКАТ', 30],
        ['Настоящим подтверждается, что'],
        ['Мара Линдквист', 24],
        ['успешно прошла курс'],
        ['Безопасность порта', 20],
        ['23.04.2022'],
      ],
      { title: 'Безопасность порта', recipient: 'Мара Линдквист', issuedOn: '2022-04-23' },
    ],
    [
      'Dutch',
      [
        ['Certificaat', 30],
        ['Hierbij verklaren wij dat'],
        ['Mara Lindqvist', 24],
        ['met succes heeft deelgenomen aan de training'],
        ['Havenveiligheid', 20],
        ['Datum: 4 maart 2022'],
      ],
      { title: 'Havenveiligheid', recipient: 'Mara Lindqvist', issuedOn: '2022-03-04' },
    ],
    [
      'German, all in one sentence',
      [
        ['Teilnahmebestätigung', 26],
        ['Hiermit bescheinigen wir, dass Mara Lindqvist'],
        ['am Seminar Hafensicherheit für Einsteiger erfolgreich teilgenommen hat.'],
        ['Hamburg, den 4. März 2022'],
      ],
      { title: 'Hafensicherheit für Einsteiger', issuedOn: '2022-03-04' },
    ],
    [
      'French, taking part',
      [
        ['Attestation de formation', 26],
        ['Nous soussignés attestons que'],
        ['Mara Lindqvist', 22],
        ['a participé à la formation'],
        ['Gestion des marées', 20],
        ['Fait à Brest, le 6 avril 2021'],
      ],
      { title: 'Gestion des marées', recipient: 'Mara Lindqvist', issuedOn: '2021-04-06' },
    ],
    [
      'Spanish, awarded to',
      [
        ['CERTIFICADO DE PARTICIPACIÓN', 26],
        ['Otorgado a'],
        ['Mara Lindqvist', 24],
        ['por su participación en el taller'],
        ['Mareas y puertos', 20],
        ['Lima, 12 de septiembre de 2021'],
      ],
      { title: 'Mareas y puertos', recipient: 'Mara Lindqvist', issuedOn: '2021-09-12' },
    ],
    [
      'Italian, taking part',
      [
        ['ATTESTATO DI FREQUENZA', 26],
        ['Si certifica che'],
        ['Mara Lindqvist', 24],
        ['ha partecipato al corso'],
        ['Gestione delle maree', 20],
        ['Genova, 3 maggio 2021'],
      ],
      { title: 'Gestione delle maree', recipient: 'Mara Lindqvist', issuedOn: '2021-05-03' },
    ],
    [
      'English, knowledge shown',
      [
        ['CERTIFICATE', 40],
        ['This is to certify that'],
        ['Mara Lindqvist', 28],
        ['successfully completed the course by demonstrating'],
        ['theoretical and practical understanding of'],
        ['Harbour Radio', 26],
        ['Issued 3 May, 2021'],
      ],
      { title: 'Harbour Radio', recipient: 'Mara Lindqvist', issuedOn: '2021-05-03' },
    ],
    [
      'English, one sentence with the kind of learning',
      [
        ['Certificate of Completion', 28],
        ['Mara Lindqvist successfully completed the Learn Harbour Radio course on 3 May 2021'],
      ],
      { title: 'Learn Harbour Radio', recipient: 'Mara Lindqvist', issuedOn: '2021-05-03' },
    ],
    [
      'no wording at all: name, title, date',
      [
        ['Mara Lindqvist', 28],
        ['Introduction to Harbour Radio', 20],
        ['22 October 2024', 15],
        ['Certificate code : 7734551'],
      ],
      {
        title: 'Introduction to Harbour Radio',
        recipient: 'Mara Lindqvist',
        issuedOn: '2024-10-22',
      },
    ],
  ];
  it.each(cases)('reads %s', (_, printed, expected) => {
    expect(recognise(printed)).toMatchObject(expected);
  });
});

describe('titles', () => {
  it('join the lines they run over', () => {
    const { title } = recognise([
      ['Mara Lindqvist', 30],
      ['has successfully completed'],
      ['Fundamentals of Tides for', 22],
      ['Small Harbours', 22],
      ['an online course authorized by Harbour School'],
    ]);
    expect(title).toBe('Fundamentals of Tides for Small Harbours');
  });

  it('in capitals are read as people write them, acronyms aside', () => {
    const { title } = recognise([
      ['upon successful completion of the course:'],
      ['MANAGING SQL AND DATA WITH CARE', 20],
    ]);
    expect(title).toBe('Managing SQL and Data with Care');
  });

  it('come from the document information where the page has none', () => {
    const printed: readonly Printed[] = [['Mara Lindqvist', 34], ['5 April 2024'], ['5179XY88KJ']];
    expect(recognise(printed, { infoTitle: 'Example Certificate: Harbour Radio' }).title).toBe(
      'Harbour Radio',
    );
    expect(recognise(printed, { infoTitle: 'Microsoft Word - final.docx' }).title).toBeUndefined();
  });
});

describe('dates', () => {
  it('of printing are not taken for the date of issue', () => {
    const printed: readonly Printed[] = [
      ['27/02/2020', 8, 26, 22],
      ['This certificate is awarded to'],
      ['Mara Lindqvist', 20],
      ['for the completion of'],
      ['Harbour Radio', 20],
      ['Year issued', 9, 636, 472],
      ['2018', 10, 640, 458],
      ['1/1', 8, 780, 590],
    ];
    expect(recognise(printed).issuedOn).toBe('2018');
  });

  it('of birth are left alone', () => {
    const { issuedOn } = recognise([
      ['Certificate of Achievement', 26],
      ['Mara Lindqvist', 20],
      ['Date of birth: 1 May 1990'],
      ['Issued on: 2 June 2021'],
    ]);
    expect(issuedOn).toBe('2021-06-02');
  });

  it('keep a low confidence where day and month could change places', () => {
    const { found } = recognise([
      ['Certificate of Achievement', 26],
      ['Mara Lindqvist', 20],
      ['Issued on: 04/05/2024'],
    ]);
    expect(found.issuedOn?.value).toEqual({ text: '2024', precision: 'year' });
    expect(found.issuedOn?.confidence).toBeLessThan(0.5);
  });
});

describe('addresses', () => {
  it('are read without scheme, with the words before them', () => {
    const { found } = recognise([
      ['Certificate of Achievement', 26],
      ['Verify at northshore.example.org/check/AB12-9931'],
    ]);
    expect(found.verifyUrl?.value).toBe('https://northshore.example.org/check/AB12-9931');
    expect(found.verifyUrl?.in).toMatchObject({ kind: 'line', line: 1 });
  });

  it('of a home page are not taken for the place to verify', () => {
    expect(
      recognise([['Certificate of Achievement', 26], ['www.northshore.example.org']]).found
        .verifyUrl,
    ).toBeUndefined();
  });
});

it('says where each value was read', () => {
  const { found } = recognise([
    ['This is to certify that'],
    ['Mara Lindqvist', 30],
    ['has successfully completed'],
    ['Harbour Safety', 20],
  ]);
  expect(found.title?.in).toEqual({
    kind: 'line',
    line: 3,
    start: 0,
    end: 'Harbour Safety'.length,
  });
  expect(found.recipient?.in).toEqual({
    kind: 'line',
    line: 1,
    start: 0,
    end: 'Mara Lindqvist'.length,
  });
});

describe('words read from a picture', () => {
  it('may differ in size within one title, and end in stray marks', () => {
    const { title } = recognise(
      [
        ['Harbour', 20],
        ['Artificial', 39],
        ['Intelligence for', 46],
        ['Small Boats | 5', 40],
        ['Awarded to', 11],
        ['Mara Lindqvist', 30],
      ],
      {},
      0.9,
    );
    expect(title).toBe('Artificial Intelligence for Small Boats');
  });

  it('give a number less weight than a QR code does', () => {
    const { found } = recognise(
      [
        ['Certificate', 30],
        ['Mara Lindqvist', 24],
        ['Certificate No. 3adfe3la9', 12],
      ],
      { qrTexts: ['https://www.mindluster.com/student/certificate/3adfe31a9'] },
      0.9,
    );
    expect(found.credentialNumber).toMatchObject({ value: '3adfe31a9', in: { kind: 'qr' } });
  });

  it('are mended by the same words in the file, where they only look alike', () => {
    const printed: readonly Printed[] = [
      ['This certifies that', 12],
      ['Mara Lindqvist', 24],
      ['has completed the course', 12],
      ['TDO1O1: Harbour Tools 2O', 24],
    ];
    const infoTitle = 'North TD0101 Certificate';
    expect(recognise(printed, { infoTitle }, 0.9).title).toBe('TD0101: Harbour Tools 2O');
    expect(recognise(printed, { infoTitle }).title).toBe('TDO1O1: Harbour Tools 2O');
  });

  it('with a year that cannot be are a guess', () => {
    const { found } = recognise([['Certificate', 30], ['Date: 2095-08-06']], {}, 0.9);
    expect(found.issuedOn?.confidence).toBeLessThan(0.5);
  });
});

describe('lines that break in the middle', () => {
  it('keep the date whole', () => {
    const { issuedOn } = recognise([
      ['This is to certify that Mara Lindqvist has completed the course Harbour Radio on 8', 14],
      ['May 2020 with distinction', 14],
    ]);
    expect(issuedOn).toBe('2020-05-08');
  });

  it('keep the address whole, or leave it out', () => {
    const uuid = '5c1e7a90-3b2d-4f68-9a41-d7e0c8b65f12';
    const start = `Confirm at www.udacity.com/certificate/e/${uuid.slice(0, 10)}`;
    const page = (rest: string): readonly Printed[] => [['Certificate', 30], [start], [rest]];
    expect(recognise(page(`${uuid.slice(10)}.`)).found.verifyUrl?.value).toBe(
      `https://www.udacity.com/certificate/e/${uuid}`,
    );
    expect(recognise(page('b2d-4f68-9a-d7e0c8b65f12.')).found.verifyUrl).toBeUndefined();
  });
});

it('reads hours of learning, with minutes, and no other hours', () => {
  const hours = (text: string): number | undefined =>
    recognise([['Certificate of Completion', 24], [text]]).found.hours?.value;
  expect(hours('representing approximately 300 hours of work')).toBe(300);
  expect(hours('1 hour 30 min')).toBe(1.5);
  expect(hours('Dauer: 12,5 Stunden')).toBe(12.5);
  expect(hours('40 horas')).toBe(40);
  expect(hours('Duration: 2h 15m')).toBe(2.25);
  expect(hours('within 24 hours')).toBeUndefined();
});

it('takes no résumé for a certificate', () => {
  const jobs = Array.from({ length: 45 }, (_, index): Printed => [
    `Worked in harbour ${index} and successfully completed the plan`,
    10,
  ]);
  const courses: readonly Printed[] = [
    ['Courses: Udemy, Codecademy, HackerRank, Kaggle, DataCamp by DataCamp', 10],
  ];
  const { found } = recognise([['Mara Lindqvist', 24], ...jobs, ...courses]);
  expect(found.isCertificate).toBe(false);
  expect(found.issuer).toBeUndefined();
});

it('makes nothing up for an empty document', () => {
  expect(recognise([]).found).toEqual({ isCertificate: false });
});

it('stays quick on a page full of nonsense', () => {
  const nonsense = Array.from({ length: 1_500 }, (_, index): Printed => [
    `${'has completed the of in for '.repeat(6)}${index}`,
    6,
    40,
    20 + index / 3,
  ]);
  const started = performance.now();
  recognise(nonsense);
  expect(performance.now() - started).toBeLessThan(5_000);
});
