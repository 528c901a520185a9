// `npm run layers`: checks the product against the layer table and prints each violation with its remedy.
import { fileURLToPath } from 'node:url';
import { checkLayers } from '../architecture/check-layers.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { modules, imports, violations } = await checkLayers(root, { modules: 60, imports: 120 });
for (const { rule, from, to, comment } of violations) {
  console.error(`${rule}: ${from}${to ? ` → ${to}` : ''}\n    ${comment}`);
}
console.log(`${modules} modules, ${imports} imports, ${violations.length} violations`);
process.exitCode = violations.length > 0 ? 1 : 0;
