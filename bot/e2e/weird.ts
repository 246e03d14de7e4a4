/** Values that programs stumble over, and ways to bend a good message into a bad one. */
import type { Dice } from './dice.ts';

export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };

const TEXTS = [
  '',
  ' ',
  '\u0000',
  '\u202e\u200b\u2066',
  '\ud800',
  '\udfff\ud800',
  '👩‍👩‍👧‍👦'.repeat(20),
  'z̸̢̛͈̰̥'.repeat(30),
  '<img src=x onerror=alert(1)>',
  '"; DROP TABLE lines; --',
  '../../../../etc/passwd',
  '%2e%2e%2f',
  '$(exit 1)',
  '{name}',
  '__proto__',
  'constructor',
  'toString',
  '\u2028\u2029\ufeff',
  'İı ŞĞ ß ﬁ ﷽',
  'p1',
  'p9',
  'x'.repeat(600),
  'я'.repeat(130),
  '!кубик',
  '!roll +d4 +d4 +d4 +d4 +d4 +d4 +d4',
  '!use',
  '!выбор 99999999999999999999',
  '!помощник @x все',
  '!'.repeat(200),
  '1',
  '-1',
  'NaN',
] as const;

const NUMBERS = [
  0,
  -0,
  -1,
  1.5,
  1e-300,
  -1e308,
  2 ** 31,
  2 ** 53,
  2 ** 53 + 2,
  -(2 ** 63),
  1e21,
  Number.MAX_VALUE,
  5e-324,
] as const;

const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toJSON',
  'then',
  'length',
  'hasOwnProperty',
  '',
  '\u0000',
];

export function text(dice: Dice): string {
  if (dice.odds(70)) return dice.pick(TEXTS);
  const length = dice.below(60);
  return Array.from({ length }, () => String.fromCharCode(dice.below(65_536))).join('');
}

export function anything(dice: Dice, depth = 0): Value {
  switch (dice.below(depth > 3 ? 4 : 7)) {
    case 0:
      return null;
    case 1:
      return dice.odds(50);
    case 2:
      return dice.pick(NUMBERS);
    case 3:
      return text(dice);
    case 4:
      return Array.from({ length: dice.below(5) }, () => anything(dice, depth + 1));
    case 5:
      return deep(1 + dice.below(60));
    default:
      return record([[dice.pick(KEYS), anything(dice, depth + 1)]]);
  }
}

function deep(levels: number): Value {
  let value: Value = 1;
  for (let i = 0; i < levels; i += 1) value = i % 2 === 0 ? [value] : { a: value };
  return value;
}

/** Also with a key that an assignment would swallow. */
function record(fields: readonly (readonly [string, Value])[]): Value {
  return Object.fromEntries(fields);
}

/** The same message with one place changed, taken out or added. */
export function bend(value: Value, dice: Dice): Value {
  if (Array.isArray(value)) {
    const list = value as readonly Value[];
    if (list.length === 0 || dice.odds(30)) return [...list, anything(dice)];
    const at = dice.below(list.length);
    return list.with(at, bend(list[at]!, dice));
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value);
    const kind = dice.below(10);
    if (kind === 0 || fields.length === 0)
      return record([...fields, [dice.odds(50) ? dice.pick(KEYS) : text(dice), anything(dice)]]);
    const at = dice.below(fields.length);
    const [key, old] = fields[at]!;
    if (kind === 1) return record(fields.toSpliced(at, 1));
    if (kind === 2) return record(fields.with(at, [text(dice), old]));
    return record(fields.with(at, [key, bend(old, dice)]));
  }
  return anything(dice);
}

/** Text with some characters changed, cut or doubled. */
export function scratch(good: string, dice: Dice): string {
  const at = dice.below(good.length + 1);
  switch (dice.below(4)) {
    case 0:
      return good.slice(0, at);
    case 1:
      return good.slice(0, at) + text(dice) + good.slice(at);
    case 2:
      return good.slice(0, at) + good.slice(at + 1 + dice.below(4));
    default:
      return good + good;
  }
}

export function bytes(dice: Dice, most: number): Buffer {
  return Buffer.from(Array.from({ length: dice.below(most) }, () => dice.below(256)));
}
