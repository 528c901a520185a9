// SVG files that try to run something, call out, or show what lies elsewhere (hazard C5).
import { bakeSvg } from './bake.ts';
import { type HostileFile, hostile } from './hostile-file.ts';
import { invented, openBadge2 } from './invented-credentials.ts';

const HEAD =
  'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90" height="90"';
const RUN = 'globalThis.polluted=1';

/** Drawings without a badge, by what they try. `canary` is an address that must never be asked for. */
export function activeDrawings(canary: string): readonly HostileFile[] {
  const inner = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" onload="${RUN}"><image href="${canary}/inner"/></svg>`,
  ).toString('base64');
  const cases: readonly (readonly [what: string, inside: string, attributes?: string])[] = [
    ['a script', `<script>${RUN}; fetch('${canary}/script')</script>`],
    [
      'a script from a server',
      `<script href="${canary}/x.js"/><script xlink:href="${canary}/y.js"/>`,
    ],
    ['a script when it is loaded', '', `onload="${RUN}"`],
    [
      'a script in every handler',
      `<g onclick="${RUN}" onmouseover="${RUN}" onbegin="${RUN}"><animate onbegin="${RUN}" attributeName="x" dur="1s"/></g>`,
    ],
    [
      'a link that is a script',
      `<a href="javascript:${RUN}"><text y="20">x</text></a><a xlink:href="java&#10;script:${RUN}"/>`,
    ],
    [
      'a page inside',
      `<foreignObject width="90" height="90"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${canary}/frame"/></foreignObject>`,
    ],
    [
      'a picture with an error handler inside',
      `<foreignObject width="9" height="9"><img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="${RUN}"/></foreignObject>`,
    ],
    [
      'a picture from a server',
      `<image href="${canary}/a.png" width="9" height="9"/><image xlink:href="${canary}/b.png" width="9" height="9"/>`,
    ],
    [
      'a picture from this computer',
      '<image href="file:///etc/passwd" width="9" height="9"/><image href="/etc/hostname" width="9" height="9"/>',
    ],
    [
      'a shape from a server',
      `<use href="${canary}/shapes.svg#a"/><use xlink:href="${canary}/more.svg#a"/>`,
    ],
    [
      'a filter that takes a picture from a server',
      `<filter id="f"><feImage href="${canary}/f.png"/></filter><rect width="90" height="90" filter="url(#f)"/>`,
    ],
    [
      'a filter, mask and clip from a server',
      `<rect width="9" height="9" filter="url(${canary}/f.svg#f)" mask="url(${canary}/m.svg#m)" clip-path="url(${canary}/c.svg#c)"/>`,
    ],
    [
      'a style from a server',
      `<style>@import url("${canary}/a.css"); rect { fill: url("${canary}/b.svg#p") } @font-face { font-family: x; src: url("${canary}/x.woff") } text { font-family: x }</style><text y="20">x</text>`,
    ],
    [
      'a drawing in a data address in the drawing',
      `<image href="data:image/svg+xml;base64,${inner}" width="90" height="90"/>`,
    ],
    [
      'a page in a data address',
      `<image href="data:text/html,&lt;script&gt;${RUN}&lt;/script&gt;" width="9" height="9"/>`,
    ],
    [
      'an animation that makes a link a script',
      `<a><animate attributeName="href" values="javascript:${RUN}"/><text y="20">x</text></a><set attributeName="onload" to="${RUN}"/>`,
    ],
    [
      'sounds and films',
      `<audio xmlns="http://www.w3.org/1999/xhtml" src="${canary}/a.ogg" autoplay=""/><video xmlns="http://www.w3.org/1999/xhtml" src="${canary}/b.webm"/>`,
    ],
    ['a style sheet named before the drawing', ''],
  ];
  return cases.map(([what, inside, attributes = '']) => {
    const before = what.startsWith('a style sheet named')
      ? `<?xml-stylesheet type="text/css" href="${canary}/sheet.css"?><?xml-stylesheet type="text/xsl" href="${canary}/sheet.xsl"?>`
      : '';
    const text = `<?xml version="1.0"?>${before}<svg ${HEAD} ${attributes}><rect width="90" height="90" fill="#2f6b4f"/>${inside}</svg>`;
    return hostile(what, 'drawing.svg', text);
  });
}

/** The same drawings, each with an honest badge baked into it. */
export function activeDrawingsWithBadge(canary: string): readonly HostileFile[] {
  const badge = JSON.stringify(openBadge2(invented()));
  return activeDrawings(canary).map(({ what, bytes }) =>
    hostile(
      `${what}, and a badge`,
      'badge.svg',
      bakeSvg(new TextDecoder().decode(bytes), 2, badge),
    ),
  );
}

/** Drawings that take for ever to draw, not to read. */
export function endlessDrawings(): readonly HostileFile[] {
  const level = (at: number): string =>
    `<g id="g${at}">${`<use href="#g${at - 1}"/>`.repeat(10)}</g>`;
  const uses = Array.from({ length: 9 }, (_, at) => level(at + 1)).join('');
  return [
    hostile(
      'shapes of shapes, ten to the power of nine',
      'laughs.svg',
      `<svg ${HEAD}><defs><g id="g0"><rect width="9" height="9"/></g>${uses}</defs><use href="#g9"/></svg>`,
    ),
    hostile(
      'a shape that is made of itself',
      'self.svg',
      `<svg ${HEAD}><g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g><use href="#a"/></svg>`,
    ),
    hostile(
      'a filter wider than the world',
      'blur.svg',
      `<svg ${HEAD}><filter id="f" x="-1000000" width="9000000" height="9000000"><feGaussianBlur stdDeviation="1e9"/><feTurbulence numOctaves="2000000000" baseFrequency="9"/></filter><rect width="9" height="9" filter="url(#f)"/></svg>`,
    ),
    hostile(
      'a pattern of tiles smaller than dust',
      'dust.svg',
      `<svg ${HEAD}><pattern id="p" width="1e-9" height="1e-9" patternUnits="userSpaceOnUse"><rect width="1" height="1"/></pattern><rect width="90" height="90" fill="url(#p)"/></svg>`,
    ),
  ];
}
