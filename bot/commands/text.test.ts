import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, cut, distance, echo, fold, lengthOf, otherLayout, tolerance } from './text.ts';

describe('clean', () => {
  it.each([
    ['  a\t b\n', 'a b'],
    ['a\u200b\u200d\ufeffb', 'ab'],
    ['\u202eabc\u202c', 'abc'],
    ['👨‍👩‍👧 ок 👍🏽', 'ок'],
    ['🇷🇺x', 'x'],
    ['ﬁ Ａ', 'fi A'],
    ['и\u0306', 'й'],
    ['\ud800a', 'a'],
    ['<b>жирно</b>', '<b>жирно</b>'],
  ])('%j → %j', (text, expected) => expect(clean(text)).toBe(expected));

  it('is at rest after one time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void expect(clean(clean(text))).toBe(clean(text))),
    );
  });
});

describe('fold', () => {
  it('makes ё an е and keeps й', () => expect(fold('ЁЖИК Йогурт')).toBe('ежик йогурт'));
});

describe('lengths', () => {
  it('count code points', () => {
    expect(lengthOf('a🎲b')).toBe(3);
    expect(cut('🎲🎲🎲', 2)).toBe('🎲🎲');
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => void expect(lengthOf(text)).toBe([...text].length),
      ),
    );
  });
});

describe('echo', () => {
  it('keeps letters, digits and little else', () => {
    expect(echo('@all https://x.y/<b>')).toBe('all httpsxyb');
    expect(echo('а\u0301\u0302\u0303\u0304')).not.toMatch(/\p{M}\p{M}/u);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(lengthOf(echo(text))).toBeLessThanOrEqual(24);
        expect(echo(text)).not.toMatch(/[@/\\<>.:{}[\]!#$]/);
      }),
    );
  });
});

describe('layouts', () => {
  it('turns one into the other and back', () => {
    expect(otherLayout('rjkkm')).toBe('колль');
    expect(otherLayout('кщдд')).toBe('roll');
    expect(otherLayout(',hjcjr')).toBe('бросок');
    const letters = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz;[],.') });
    fc.assert(fc.property(letters, (text) => void expect(otherLayout(otherLayout(text))).toBe(text)));
  });
});

describe('distance', () => {
  it.each([
    ['roll', 'rlol', 1],
    ['roll', 'rol', 1],
    ['roll', 'rill', 1],
    ['roll', 'troll', 1],
    ['roll', 'roll', 0],
    ['roll', 'bag', 3],
    ['эффекты', 'эфекты', 1],
  ])('%s %s', (a, b, expected) => expect(distance(a, b, 2)).toBe(expected));

  it('is symmetrical, and never above max + 1', () => {
    const word = fc.string({ maxLength: 10, unit: fc.constantFrom('a', 'b', 'c') });
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, max) => {
        expect(distance(a, b, max)).toBe(distance(b, a, max));
        expect(distance(a, b, max)).toBeLessThanOrEqual(max + 1);
        if (distance(a, b, 20) <= max) expect(distance(a, b, max)).toBe(distance(a, b, 20));
      }),
    );
  });

  it('forgives one letter from 4 and two from 8', () => {
    expect([3, 4, 7, 8].map(tolerance)).toEqual([0, 1, 1, 2]);
  });
});
