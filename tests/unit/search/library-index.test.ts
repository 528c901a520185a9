import { describe, expect, it } from 'vitest';
import type { CredentialId } from '../../../src/domain/id.ts';
import {
  type IndexedCredential,
  createLibraryIndex,
  wordsOf,
} from '../../../src/search/library-index.ts';

function entry(id: string, fields: Partial<IndexedCredential>): IndexedCredential {
  return {
    id: id as CredentialId,
    title: '',
    issuer: '',
    skills: '',
    tags: '',
    recipient: '',
    fileName: '',
    ...fields,
  };
}

function index() {
  const library = createLibraryIndex();
  library.put([
    entry('one', { title: 'Data analysis with Python', issuer: 'Harbour Data School' }),
    entry('two', { title: 'Étude de marché', issuer: 'Académie du Nord', tags: 'renew soon' }),
    entry('three', { title: '数据分析基础', issuer: '港湾学院', skills: 'C++' }),
  ]);
  return library;
}

describe('createLibraryIndex', () => {
  it.each([
    ['the start of a word', 'pyth', 'one'],
    ['a word with a letter wrong', 'anaylsis', 'one'],
    ['words of two fields together', 'python harbour', 'one'],
    ['accents left out', 'etude academie', 'two'],
    ['another case', 'RENEW', 'two'],
    ['part of a text without spaces', '分析', 'three'],
    ['a name with signs', 'c++', 'three'],
  ])('finds by %s', (_how, text, id) => {
    expect(index().search(text).ids[0]).toBe(id);
  });

  it('finds nothing when one of the words is nowhere', () => {
    expect(index().search('python zzzzzz').ids).toEqual([]);
  });

  it('forgets what was removed and follows what was changed', () => {
    const library = index();
    library.remove(['one' as CredentialId]);
    expect(library.search('python').ids).toEqual([]);
    library.put([entry('two', { title: 'Renamed course' })]);
    expect(library.search('etude').ids).toEqual([]);
    expect(library.search('renamed').ids).toEqual(['two']);
  });

  it('says which words matched, folded, for the highlight', () => {
    expect(index().search('etude').terms).toContain('etude');
  });
});

describe('wordsOf', () => {
  it('splits mixed scripts into words and pairs', () => {
    expect(wordsOf('学习React 入門')).toEqual(['学习', 'React', '入門']);
  });
});
