// Marks search words in a text. The words are data: they are escaped before they meet a pattern.
import type { ReactNode } from 'react';

const MAX_TERMS = 24;

/** A pattern for the terms at word starts, longest first; undefined where there is nothing to mark. */
export function patternOf(terms: readonly string[]): RegExp | undefined {
  const words = [...terms].filter((term) => term.trim() !== '').sort((a, b) => b.length - a.length);
  if (words.length === 0) return undefined;
  const escaped = words
    .slice(0, MAX_TERMS)
    .map((term) => term.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})`, 'giu');
}

/** The text with every match marked. */
export function highlight(text: string, pattern: RegExp | undefined): ReactNode {
  if (!pattern) return text;
  const pieces: ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match[0] === '') continue;
    if (match.index > from) pieces.push(text.slice(from, match.index));
    pieces.push(<mark key={match.index}>{match[0]}</mark>);
    from = match.index + match[0].length;
  }
  if (pieces.length === 0) return text;
  pieces.push(text.slice(from));
  return pieces;
}
