// The layer table: who may import whom, which npm packages, and whether Node's modules are allowed.
// The dependency-cruiser rules are generated from it; docs/ARCHITECTURE.md shows the same table.

/**
 * @typedef {object} Layer
 * @property {string} name Unique name, used in the rule's name.
 * @property {string} path Regular expression on the path from the root of the project.
 * @property {readonly string[]} layers Names of the layers it may import.
 * @property {readonly string[]} types Names of the layers it may import as types only.
 * @property {readonly string[]} npm Packages it may import; `@scope/*` means every package of a scope.
 * @property {readonly string[]} assets Regular expressions on other local files it may import.
 * @property {boolean} node Whether it may import Node's built-in modules.
 */

const JSON_LD = ['jsonld', 'jsonld-signatures', 'rdf-canonize'];
const CONTEXTS = ['@digitalbazaar/*', 'did-context', 'ed25519-signature-2020-context'];
/** The layers that run everywhere: no page, no Node, no network. */
export const PURE = [
  'domain',
  'contract',
  'formats',
  'providers',
  'fetchers',
  'verify',
  'skills',
  'search',
  'portfolio',
  'exchange',
];
/** JSON that a worker bundles and passes in: the pure layers read no file and fetch nothing. */
const BUNDLED = ['^resources/contexts/', '^resources/schemas/', '^resources/frameworks/'];
const STYLES = ['\\.css$'];
const MANIFEST = ['^package\\.json$'];

/** @type {readonly Layer[]} */
export const LAYERS = [
  layer('universal', '^src/universal\\.d\\.ts$', {}),
  layer('domain', '^src/domain/', {}),
  layer('contract', '^src/contract/', { layers: ['domain'] }),
  layer('formats', '^src/formats/', {
    layers: ['domain'],
    npm: [
      'fflate',
      'saxes',
      'pdfjs-dist',
      'zxing-wasm',
      'postal-mime',
      '@digitalbazaar/cborld',
      'cborg',
      'tesseract.js-core',
    ],
  }),
  layer('providers', '^src/providers/', { layers: ['domain', 'formats'] }),
  layer('fetchers', '^src/fetchers/', {
    layers: ['domain', 'formats', 'providers'],
    npm: ['jose'],
  }),
  layer('verify', '^src/verify/', {
    layers: ['domain', 'formats'],
    npm: ['jose', 'cborg', ...JSON_LD, ...CONTEXTS],
  }),
  layer('skills', '^src/skills/', { layers: ['domain'] }),
  layer('search', '^src/search/', { layers: ['domain'], npm: ['minisearch', 'fuse.js'] }),
  layer('portfolio', '^src/portfolio/', { layers: ['domain'], npm: ['pdf-lib', 'uqr'] }),
  layer('exchange', '^src/exchange/', { layers: ['domain', 'formats'], npm: ['jose', 'fflate'] }),
  layer('store', '^src/store/', { layers: ['domain'], npm: ['dexie'] }),
  layer('client', '^src/client/', { layers: ['contract', 'domain'] }),
  layer('app', '^src/app/', { layers: PURE, types: ['store'] }),
  layer('workers', '^src/workers/', { layers: PURE, assets: BUNDLED }),
  layer('ui', '^src/ui/', {
    layers: ['app', 'domain'],
    types: ['contract'],
    npm: [
      'react',
      'react-dom',
      'react-aria-components',
      '@tanstack/react-virtual',
      'lucide-react',
      '@fontsource/*',
      '@fontsource-variable/*',
    ],
    assets: STYLES,
  }),
  layer('page', '^src/main\\.tsx$', {
    layers: [...PURE, 'store', 'client', 'app', 'workers', 'ui'],
    npm: ['react', 'react-dom'],
    assets: STYLES,
  }),
  layer('host', '^electron/host/', {
    layers: PURE,
    npm: ['@myriaddreamin/typst-ts-node-compiler', '@napi-rs/canvas', 'ipaddr.js'],
    assets: MANIFEST,
    node: true,
  }),
  layer('loopback', '^electron/loopback/', {
    layers: ['host', ...PURE],
    assets: MANIFEST,
    node: true,
  }),
  layer('cli', '^electron/cli/', {
    layers: ['host', 'workers', ...PURE],
    assets: MANIFEST,
    node: true,
  }),
  layer('main', '^electron/main/', {
    layers: ['host', 'contract', 'domain'],
    npm: ['electron'],
    assets: MANIFEST,
    node: true,
  }),
  layer('preload', '^electron/preload/', { layers: ['contract'], npm: ['electron'] }),
];

/** Packages with one home: named rules, so that the message says where the code belongs. */
export const ONE_HOME = {
  dexie: ['store'],
  'pdf-lib': ['portfolio'],
  electron: ['main', 'preload'],
};

/** Every file below these folders belongs to a row. */
export const PRODUCT = '^(src|electron)/';

function layer(name, path, { layers = [], types = [], npm = [], assets = [], node = false }) {
  return { name, path, layers, types, npm, assets, node };
}
