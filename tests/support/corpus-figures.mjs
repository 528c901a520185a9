// Compares what the command line read with what a corpus of real files is known to hold. Pure: no file is
// read here, and nothing of a credential leaves it but counts.

export const FIELDS = ['title', 'issuer', 'issued', 'expires', 'recipient', 'number'];

/** An empty row of the table. */
export function emptyRow() {
  return {
    files: 0,
    read: 0,
    kept: 0,
    refused: 0,
    crashed: 0,
    slow: 0,
    fields: Object.fromEntries(
      FIELDS.map((field) => [field, { right: 0, wrong: 0, missing: 0, extra: 0 }]),
    ),
  };
}

/** Counts one file into a row; answers with the fields that are wrong or missing. */
export function countFile(row, expect, line, milliseconds) {
  row.files += 1;
  row[line.outcome] += 1;
  if (line.problems.some(({ code }) => code === 'input/reader-crashed')) row.crashed += 1;
  if (milliseconds > 5_000) row.slow += 1;
  const faults = [];
  for (const [wanted, got] of pairsOf(expect, line.items)) {
    for (const field of FIELDS) {
      const verdict = judge(field, wanted[field], got?.[field]);
      if (verdict === undefined) continue;
      row.fields[field][verdict] += 1;
      if (verdict === 'wrong' || verdict === 'missing') {
        faults.push({ field, verdict, wanted: wanted[field], got: got?.[field] });
      }
    }
  }
  return faults;
}

/** Expected items beside read ones: by place where the counts agree, else by title. */
export function pairsOf(expect, items) {
  const got = items.map(readItem);
  if (!Array.isArray(expect.items)) return [[expectedItem(expect), got[0]]];
  const wanted = expect.items.map(expectedItem);
  if (wanted.length === got.length) return wanted.map((item, at) => [item, got[at]]);
  const left = [...got];
  return wanted.map((item) => {
    const at = left.findIndex((one) => same('title', item.title, one.title));
    return [item, at < 0 ? undefined : left.splice(at, 1)[0]];
  });
}

function expectedItem(expect) {
  return {
    title: expect.title,
    issuer: expect.issuer?.replace(/\s*\(via .*\)$/u, ''),
    issued: dateOf(expect.issuedOn),
    expires: dateOf(expect.expires),
    recipient: expect.credentialRecipient,
    number: expect.certificateNumber ?? expect.license,
  };
}

function readItem(item) {
  return {
    title: item.title,
    issuer: item.issuer,
    issued: item.issuedOn ?? undefined,
    expires: item.expiresOn ?? undefined,
    recipient: item.recipient,
    number: item.credentialNumber,
  };
}

/** undefined: nothing was expected and nothing was said. */
function judge(field, wanted, got) {
  const isWanted = wanted !== undefined && wanted !== null && wanted !== '';
  const isGot = got !== undefined && got !== null && got !== '';
  if (!isWanted) return isGot ? 'extra' : undefined;
  if (!isGot) return 'missing';
  return same(field, wanted, got) ? 'right' : 'wrong';
}

function same(field, wanted, got) {
  if (field === 'issued' || field === 'expires') {
    const [a, b] = [String(wanted).slice(0, 10), String(got).slice(0, 10)];
    return a === b || (a.length < b.length && b.startsWith(a));
  }
  return plain(wanted) === plain(got);
}

function plain(text) {
  return String(text ?? '')
    .normalize('NFKC')
    .replace(/[’‘]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Dates as the corpus writes them: ISO text, `Jan 2022`, or a Europass object. */
function dateOf(value) {
  if (value && typeof value === 'object') {
    const { Year, Month, Day } = value;
    return [Year, Month, Day]
      .filter((part) => part !== undefined)
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  }
  const named = /^([A-Za-z]{3})[a-z]*\.? (\d{4})$/u.exec(value ?? '');
  const month = named ? MONTHS.indexOf(named[1].toLowerCase()) + 1 : 0;
  return month > 0 ? `${named[2]}-${String(month).padStart(2, '0')}` : value;
}

/** The table as Markdown: counts alone. */
export function tableOf(rows) {
  const head = ['kind', 'files', 'read', 'kept', 'refused', 'crashed', '> 5 s', ...FIELDS];
  const lines = [...rows].map(([kind, row]) => [
    kind,
    row.files,
    row.read,
    row.kept,
    row.refused,
    row.crashed,
    row.slow,
    ...FIELDS.map((field) => {
      const { right, wrong, missing, extra } = row.fields[field];
      const known = right + wrong + missing;
      const share = known === 0 ? '–' : `${Math.round((100 * right) / known)} %`;
      return `${right}/${wrong}/${missing} ${share}${extra > 0 ? ` (+${extra})` : ''}`;
    }),
  ]);
  return [head, head.map(() => '---'), ...lines]
    .map((line) => `| ${line.join(' | ')} |`)
    .join('\n');
}
