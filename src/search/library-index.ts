// The full-text index over the short fields of every credential. Pure: it runs in a worker and in Node.
import MiniSearch from 'minisearch';
import type { CredentialId } from '../domain/id.ts';

/** What is indexed of a credential; every field is text as shown to the person. */
export type IndexedCredential = {
  readonly id: CredentialId;
  readonly title: string;
  readonly issuer: string;
  readonly skills: string;
  readonly tags: string;
  readonly recipient: string;
  readonly fileName: string;
};

export type SearchAnswer = {
  /** Best match first. */
  readonly ids: readonly CredentialId[];
  /** The indexed words that matched, folded, to highlight. */
  readonly terms: readonly string[];
};

export interface LibraryIndex {
  /** Adds or replaces entries. */
  put(entries: readonly IndexedCredential[]): void;
  remove(ids: readonly CredentialId[]): void;
  /** Every word must match: as a prefix, or with a few letters wrong. Blank text matches nothing. */
  search(text: string): SearchAnswer;
}

const FIELDS = ['title', 'issuer', 'skills', 'tags', 'recipient', 'fileName'] as const;

/** An empty index. */
export function createLibraryIndex(): LibraryIndex {
  const index = new MiniSearch<IndexedCredential>({
    fields: [...FIELDS],
    tokenize: wordsOf,
    processTerm: foldWord,
    searchOptions: {
      boost: { title: 4, issuer: 2, skills: 1.5, tags: 2 },
      combineWith: 'AND',
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
      weights: { fuzzy: 0.3, prefix: 0.6 },
    },
  });
  return {
    put: (entries) => {
      const fresh: IndexedCredential[] = [];
      for (const entry of entries) {
        if (index.has(entry.id)) index.replace(entry);
        else fresh.push(entry);
      }
      index.addAll(fresh);
    },
    remove: (ids) => {
      for (const id of ids) if (index.has(id)) index.discard(id);
    },
    search: (text) => {
      const results = index.search(text);
      const terms = new Set(results.slice(0, 200).flatMap((result) => result.terms));
      return { ids: results.map((result) => result.id as CredentialId), terms: [...terms] };
    },
  };
}

// Han, kana and Hangul are not separated by spaces: single characters and pairs are indexed instead.
const WORD = /[\p{L}\p{N}\p{M}+#]+/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu;

/** The words of a text; runs of scripts written without spaces become overlapping pairs. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [word] of text.normalize('NFKC').matchAll(WORD)) {
    let rest = word;
    for (const [run] of word.matchAll(UNSPACED)) {
      rest = rest.replace(run, ' ');
      const characters = [...run];
      if (characters.length === 1) words.push(run);
      for (let at = 0; at + 1 < characters.length; at += 1) {
        words.push(`${characters[at] ?? ''}${characters[at + 1] ?? ''}`);
      }
    }
    words.push(...rest.split(' ').filter((part) => part !== ''));
  }
  return words;
}

/** Lower case without accents, so that “Resume” finds “Résumé”. */
export function foldWord(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
