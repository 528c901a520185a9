// A strict scan over JSON text before anything parses it: RFC 8259 syntax plus the I-JSON rules
// (RFC 7493) that signatures rely on. Iterative, so depth cannot exhaust the stack. Builds no values.
import { LIMITS } from '../domain/limits.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';

export type JsonLimits = { readonly depth: number; readonly values: number };

/** What the scan saw besides valid syntax. */
export type JsonScan = {
  /** A number that doubles cannot hold exactly (RFC 7493 §2.2), with its offset. */
  readonly oddNumber?: { readonly at: number };
  /** True when a key would touch an object's prototype (hazard C8). */
  readonly hasPrototypeKey: boolean;
};

const PROTOTYPE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
// Everything that needs no closer look inside a string.
// eslint-disable-next-line no-control-regex
const PLAIN = /[^"\\\u0000-\u001f\ud800-\udfff]*/y;
const SPACE = /[ \t\n\r]*/y;
const LITERAL = /true|false|null/y;
const MAX_DIGITS = 17;

/** True for keys that are dropped from every parsed object. */
export function isPrototypeKey(key: string): boolean {
  return PROTOTYPE_KEYS.has(key);
}

/**
 * Checks untrusted JSON text (no byte order mark). Refuses: bad syntax, trailing data, more levels or
 * values than allowed, a key twice in one object (compared after unescaping), lone surrogates.
 */
export function scanJson(text: string, limits: JsonLimits = DEFAULT_LIMITS): Result<JsonScan> {
  const scanner = new JsonScanner(text, limits);
  const found = scanner.run();
  return found ? err(found) : ok(scanner.result());
}

const DEFAULT_LIMITS: JsonLimits = { depth: LIMITS.jsonDepth, values: LIMITS.jsonValues };

class JsonScanner {
  #at = 0;
  #values = 0;
  #oddNumber: { readonly at: number } | undefined;
  #hasPrototypeKey = false;
  /** One entry per open container: the keys seen so far, or undefined for an array. */
  readonly #open: (Set<string> | undefined)[] = [];
  readonly #text: string;
  readonly #limits: JsonLimits;

  constructor(text: string, limits: JsonLimits) {
    this.#text = text;
    this.#limits = limits;
  }

  result(): JsonScan {
    return {
      ...(this.#oddNumber ? { oddNumber: this.#oddNumber } : {}),
      hasPrototypeKey: this.#hasPrototypeKey,
    };
  }

  run(): Problem | undefined {
    let valueExpected = true;
    for (;;) {
      this.#skip(SPACE);
      const found: Problem | 'value' | 'after' | 'end' = valueExpected
        ? this.#value()
        : this.#afterValue();
      if (typeof found === 'object') return found;
      if (found === 'end') return undefined;
      valueExpected = found === 'value';
    }
  }

  /** At a value: consumes it, or opens a container and its first key. */
  #value(): Problem | 'value' | 'after' {
    this.#values += 1;
    if (this.#values > this.#limits.values) return problem('json/too-many-values');
    const char = this.#text[this.#at];
    if (char === '{' || char === '[') {
      if (this.#open.length >= this.#limits.depth) {
        return problem('json/too-deep', { params: { limit: this.#limits.depth } });
      }
      this.#at += 1;
      this.#skip(SPACE);
      if (this.#text[this.#at] === (char === '{' ? '}' : ']')) {
        this.#at += 1;
        return 'after';
      }
      this.#open.push(char === '{' ? new Set() : undefined);
      return char === '{' ? (this.#key() ?? 'value') : 'value';
    }
    if (char === '"') return this.#string() ?? 'after';
    if (this.#skip(LITERAL) > 0) return 'after';
    return this.#number() ?? 'after';
  }

  /** After a value: a comma and the next value, the end of a container, or the end of the text. */
  #afterValue(): Problem | 'value' | 'after' | 'end' {
    if (this.#open.length === 0) {
      return this.#at === this.#text.length ? 'end' : this.#invalid('trailing data');
    }
    const keys = this.#open.at(-1);
    const char = this.#text[this.#at];
    this.#at += 1;
    if (char === ',') {
      this.#skip(SPACE);
      return keys ? (this.#key() ?? 'value') : 'value';
    }
    if (char !== (keys ? '}' : ']')) return this.#invalid('expected a comma or an end');
    this.#open.pop();
    return 'after';
  }

  #key(): Problem | undefined {
    const start = this.#at;
    if (this.#text[start] !== '"') return this.#invalid('expected a key');
    const found = this.#string();
    if (found) return found;
    const raw = this.#text.slice(start, this.#at);
    // Escapes can spell the same key twice ("\u0061" is "a"), so keys compare unescaped.
    const key = raw.includes('\\') ? (JSON.parse(raw) as string) : raw.slice(1, -1);
    const keys = this.#open.at(-1);
    if (keys?.has(key)) {
      return problem('json/duplicate-key', { params: { key: key.slice(0, 80) } });
    }
    keys?.add(key);
    if (isPrototypeKey(key)) this.#hasPrototypeKey = true;
    this.#skip(SPACE);
    if (this.#text[this.#at] !== ':') return this.#invalid('expected a colon');
    this.#at += 1;
    return undefined;
  }

  #string(): Problem | undefined {
    this.#at += 1;
    for (;;) {
      this.#skip(PLAIN);
      const code = this.#text.charCodeAt(this.#at);
      if (code === 0x22) {
        this.#at += 1;
        return undefined;
      }
      if (code === 0x5c) {
        const found = this.#escape();
        if (found) return found;
      } else if (code >= 0xd800 && code <= 0xdbff && isLow(this.#text.charCodeAt(this.#at + 1))) {
        this.#at += 2;
      } else if (code >= 0xd800 && code <= 0xdfff) {
        return problem('json/bad-unicode', { cause: `lone surrogate at ${this.#at}` });
      } else {
        return this.#invalid('string not closed');
      }
    }
  }

  #escape(): Problem | undefined {
    const kind = this.#text[this.#at + 1] ?? '';
    if (kind !== 'u') {
      if (!'"\\/bfnrt'.includes(kind) || kind === '') return this.#invalid('unknown escape');
      this.#at += 2;
      return undefined;
    }
    const code = this.#hex(this.#at + 2);
    if (code === undefined) return this.#invalid('bad escape');
    this.#at += 6;
    if (code < 0xd800 || code > 0xdfff) return undefined;
    const low = this.#text.startsWith('\\u', this.#at) ? this.#hex(this.#at + 2) : undefined;
    if (code > 0xdbff || low === undefined || !isLow(low)) {
      return problem('json/bad-unicode', { cause: `lone surrogate escape at ${this.#at - 6}` });
    }
    this.#at += 6;
    return undefined;
  }

  #hex(at: number): number | undefined {
    const digits = this.#text.slice(at, at + 4);
    return /^[0-9a-fA-F]{4}$/.test(digits) ? Number.parseInt(digits, 16) : undefined;
  }

  #number(): Problem | undefined {
    NUMBER.lastIndex = this.#at;
    const match = NUMBER.exec(this.#text);
    if (!match) return this.#invalid('expected a value');
    const [literal, fraction, exponent] = match;
    if (!isExact(literal, fraction === undefined && exponent === undefined)) {
      this.#oddNumber ??= { at: this.#at };
    }
    this.#at += literal.length;
    return undefined;
  }

  #skip(pattern: RegExp): number {
    pattern.lastIndex = this.#at;
    const length = pattern.exec(this.#text)?.[0].length ?? 0;
    this.#at += length;
    return length;
  }

  #invalid(what: string): Problem {
    return problem('json/invalid', { cause: `${what} at ${this.#at}` });
  }
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

function isExact(literal: string, isInteger: boolean): boolean {
  const value = Number(literal);
  if (!Number.isFinite(value)) return false;
  if (isInteger) return Number.isSafeInteger(value);
  const digits = literal
    .replace(/[eE].*$/, '')
    .replace(/^[-0.]+/, '')
    .replace('.', '');
  return digits.length <= MAX_DIGITS;
}
