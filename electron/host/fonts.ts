// The font files that print uses, by npm package and weight folder, and nothing else. Whoever packages
// a release copies exactly these; whoever runs from source points at the installed packages.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

type PrintFont = { readonly package: string; readonly weights: readonly string[] };

/** Latin, Greek and Cyrillic first, then one face per script. All are under the SIL Open Font License. */
export const PRINT_FONTS: readonly PrintFont[] = [
  { package: 'source-serif-4', weights: ['400Regular', '400Regular_Italic', '600SemiBold'] },
  { package: 'noto-sans', weights: ['400Regular', '400Regular_Italic', '600SemiBold'] },
  { package: 'noto-sans-arabic', weights: ['400Regular', '600SemiBold'] },
  { package: 'noto-sans-hebrew', weights: ['400Regular', '600SemiBold'] },
  { package: 'noto-sans-devanagari', weights: ['400Regular', '600SemiBold'] },
  // The CJK faces weigh 5 to 11 MB each, so two weights of each and no more.
  { package: 'noto-sans-sc', weights: ['400Regular', '700Bold'] },
  { package: 'noto-sans-jp', weights: ['400Regular', '700Bold'] },
  { package: 'noto-sans-kr', weights: ['400Regular', '700Bold'] },
];

const SCOPE = '@expo-google-fonts';

/** The folders of the print fonts under a `node_modules` folder; each holds one font file. */
export function printFontFolders(packagesFolder: string): readonly string[] {
  return PRINT_FONTS.flatMap((font) =>
    font.weights.map((weight) => join(packagesFolder, SCOPE, font.package, weight)),
  );
}

/** The font files directly inside the folders. Throws when a folder is missing: a broken installation. */
export function fontFilesIn(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(ttf|otf)$/i.test(name))
      .map((name) => join(folder, name)),
  );
}
