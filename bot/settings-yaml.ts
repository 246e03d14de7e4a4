/** A file of settings as a tree, or one sentence that names the line at which it stops being one. */
import { readFileSync } from 'node:fs';
import { parse, YAMLParseError } from 'yaml';
import { MsigError } from './errors.ts';

/** What the parser's codes mean. Its own words name tokens that nobody has typed. */
const MEANINGS: Readonly<Record<string, { readonly ru: string; readonly en: string }>> = {
  BAD_INDENT: {
    ru: 'отступ не такой, как у соседних строк',
    en: 'the indentation differs from its neighbours',
  },
  TAB_AS_INDENT: {
    ru: 'отступ сделан табуляцией, а нужны пробелы',
    en: 'a tab indents it, and spaces are needed',
  },
  DUPLICATE_KEY: { ru: 'это имя здесь уже было', en: 'this name was here before' },
  MISSING_CHAR: {
    ru: 'не хватает знака: закрывающей скобки, кавычки, запятой или двоеточия',
    en: 'a sign is missing: a closing bracket or quote, a comma or a colon',
  },
  MULTILINE_IMPLICIT_KEY: { ru: 'после имени нет двоеточия', en: 'there is no colon after the name' },
  BLOCK_AS_IMPLICIT_KEY: {
    ru: 'два двоеточия в одной строке; значение с двоеточием берётся в кавычки',
    en: 'two colons on one line; a value with a colon goes into quotes',
  },
  BAD_SCALAR_START: {
    ru: 'значение начинается с особого знака; такое берётся в кавычки',
    en: 'the value begins with a special sign; such a one goes into quotes',
  },
  BAD_ALIAS: { ru: 'значение со знаком * берётся в кавычки', en: 'a value with the sign * goes into quotes' },
};
const OTHER = {
  ru: 'здесь нужны строки вида «имя: значение»',
  en: 'lines like "name: value" are needed here',
};

type Tree = Record<string, unknown>;

/** An empty file is an empty tree. @throws MsigError FILE_UNREADABLE, FILE_BROKEN */
export function readYaml(file: string): Tree {
  const text = read(file);
  const value = parsed(file, text);
  if (value === null || value === undefined) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Tree;
  throw yamlFault(file, null);
}

/** @param error of the parser; null: it is YAML, but no settings by name */
export function yamlFault(file: string, error: YAMLParseError | null): MsigError {
  // An open bracket at the end of a file is called a matter of indentation.
  const code = error?.code === 'BAD_INDENT' && /end with/.test(error.message) ? 'MISSING_CHAR' : error?.code;
  const { ru, en } = (code && MEANINGS[code]) || OTHER;
  const line = error?.linePos?.[0].line ?? 1;
  return new MsigError('FILE_BROKEN', { file, line, detail: en, detail_ru: ru }, { cause: error });
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? 'failed';
    throw new MsigError('FILE_UNREADABLE', { file, detail }, { cause: error });
  }
}

function parsed(file: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw yamlFault(file, error instanceof YAMLParseError ? error : null);
  }
}
