/** Schema faults in a writer's words: what came, what was expected, and the nearest valid word. */
import type { z } from 'zod';
import { type Path, shown } from './faults.ts';
import { hint } from './nearest.ts';

export interface Problem {
  readonly path: Path;
  readonly message: string;
}

/** @returns the faults of `value`; empty when it passes. Never changes the value. */
export function problemsOf(schema: z.ZodType, value: unknown): readonly Problem[] {
  const result = schema.safeParse(value, { error: explain });
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
    const known = issue.message.split(' ');
    return issue.keys.map((key) => ({ path: [...path, key], message: unknownField(key, known) }));
  });
}

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

/** For unknown fields only the valid words are handed over, since one issue may name several fields. */
function explain(issue: RawIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return shapeWords(issue.inst).join(' ');
    case 'invalid_type':
      return issue.input === undefined
        ? `nothing came, expected ${kindName(issue.expected)}`
        : `${shown(issue.input)} came, expected ${kindName(issue.expected)}`;
    case 'invalid_value':
      return oneOf(issue.input, (issue.values as readonly unknown[]).map(String));
    case 'invalid_union':
      return explainUnion(issue);
    case 'too_small':
      return `${shown(issue.input)} came, expected ${sizeOf(issue.origin)} at least ${issue.minimum}`;
    case 'too_big':
      return `${shown(issue.input)} came, expected ${sizeOf(issue.origin)} at most ${issue.maximum}`;
    case 'invalid_format':
      return `${shown(issue.input)} came, expected ${issue.pattern ?? issue.format}`;
    default:
      return `${shown(issue.input)} came, which the schema does not allow`;
  }
}

function explainUnion(issue: RawIssue & { code: 'invalid_union' }): string {
  const input = issue.input;
  if (issue.discriminator !== undefined) {
    const words = ((issue.options ?? []) as readonly unknown[]).map(String);
    return oneOf((input as Record<string, unknown> | null)?.[issue.discriminator], words);
  }
  return `${shown(input)} came, expected one of the forms that the schema lists`;
}

/** A long list is spared the writer when the word that was meant is clear. */
const LONG_LIST = 12;

function oneOf(input: unknown, words: readonly string[]): string {
  const meant = typeof input === 'string' ? hint(input, words) : '';
  const came = input === undefined ? 'nothing came' : `${shown(input)} came`;
  if (meant !== '' && words.length > LONG_LIST) return `${came}, which is not in the list${meant}`;
  return `${came}, expected ${words.length > 1 ? 'one of ' : ''}${words.join(', ')}${meant}`;
}

function unknownField(key: string, known: readonly string[]): string {
  const meant = hint(key, known);
  if (meant !== '') return `unknown field "${key}"${meant}`;
  return `unknown field "${key}", expected only ${known.join(', ')}`;
}

interface Definition {
  readonly shape?: object;
  readonly keyType?: { readonly options?: readonly string[] };
}

/** The fields of an object schema, or the keys of a record schema whose keys are a list of words. */
function shapeWords(schema: unknown): readonly string[] {
  const definition = (schema as { _zod?: { def?: Definition } } | undefined)?._zod?.def;
  if (definition?.shape) return Object.keys(definition.shape);
  return definition?.keyType?.options ?? [];
}

function kindName(expected: string): string {
  const names: Record<string, string> = {
    int: 'a whole number',
    number: 'a number',
    string: 'a text',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
    record: 'an object',
    tuple: 'a list',
  };
  return names[expected] ?? expected;
}

function sizeOf(origin: string): string {
  if (origin === 'string') return 'a text with a length of';
  if (origin === 'array' || origin === 'tuple') return 'a list with a length of';
  return 'a number of';
}
