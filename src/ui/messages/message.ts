// Turns a key of the catalogue and its values into a sentence. Plurals follow Intl.PluralRules; numbers
// are written for the reader's locale. Nothing else in the interface holds text for people.
import { en, type MessageKey, type Messages } from './en.ts';

type PlaceholdersOf<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersOf<Rest>
  : never;

type TextOf<Message> = Message extends string ? Message : Message[keyof Message];

type ValuesOf<Key extends MessageKey> =
  PlaceholdersOf<TextOf<Messages[Key]>> | (Messages[Key] extends string ? never : 'count');

type Arguments<Key extends MessageKey> = [ValuesOf<Key>] extends [never]
  ? []
  : [values: Readonly<Record<ValuesOf<Key>, string | number>>];

const plurals = new Intl.PluralRules('en');
const numbers = new Intl.NumberFormat('en');

/** The sentence for `key`. A plural message takes `count`; every placeholder takes its value. */
export function t<Key extends MessageKey>(key: Key, ...args: Arguments<Key>): string {
  return formatMessage(en[key], args[0] ?? {});
}

/** Fills one catalogue entry. A placeholder without a value is a bug and throws. */
export function formatMessage(
  message: string | { readonly one: string; readonly other: string },
  values: Readonly<Record<string, string | number>>,
): string {
  const text = typeof message === 'string' ? message : message[formOf(values['count'])];
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`message without a value for ${name}`);
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}

function formOf(count: string | number | undefined): 'one' | 'other' {
  if (typeof count !== 'number') throw new Error('plural message without a count');
  return plurals.select(count) === 'one' ? 'one' : 'other';
}
