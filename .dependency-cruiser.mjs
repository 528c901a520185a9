// dependency-cruiser's view of the layer table, for editors and for `npx depcruise src electron`.
import { cruiserRules } from './tests/architecture/cruiser-rules.mjs';

export default {
  forbidden: cruiserRules(),
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'default', 'types'],
    },
  },
};
