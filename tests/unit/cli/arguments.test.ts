// The words after a command.
import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../electron/cli/arguments.ts';
import { COMMANDS } from '../../../electron/cli/commands.ts';

function parse(...words: string[]) {
  const parsed = parseArguments(words, COMMANDS.verify);
  if (!parsed.ok) return String(parsed.problem.params?.['hint']);
  const { paths, flags, values, lists } = parsed.value;
  return {
    paths,
    flags: [...flags],
    values: Object.fromEntries(values),
    lists: Object.fromEntries(lists),
  };
}

describe('the words of verify', () => {
  it('may name several registries, lists and recipients, in order', () => {
    expect(
      parse('a.json', '--registry', 'one.json', '--registry=two.json', '--recipient', 'Ada Okafor'),
    ).toEqual({
      paths: ['a.json'],
      flags: [],
      values: {},
      lists: { registry: ['one.json', 'two.json'], recipient: ['Ada Okafor'] },
    });
  });

  it('hold flags, single values, and paths after the end of options', () => {
    expect(parse('--online', '--details', '--for', 'employer', '--', '--odd-name.json')).toEqual({
      paths: ['--odd-name.json'],
      flags: ['online', 'details'],
      values: { for: 'employer' },
      lists: {},
    });
  });

  it('are refused with what is wrong about them', () => {
    expect(parse('--registry')).toBe('--registry needs a value.');
    expect(parse('--for', 'everybody')).toBe('--for can be holder or employer.');
    expect(parse('--recheck=yes')).toBe('--recheck takes no value.');
    expect(parse('--everything')).toBe('There is no option --everything.');
    expect(parse('--constructor')).toBe('There is no option --constructor.');
  });
});
