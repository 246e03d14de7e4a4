/** Every sentence of the rules has its tests in the walk, and the walk has none but for a sentence. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Proved, SENTENCES } from './sentences.suite.ts';

const HERE = new URL('.', import.meta.url);
const files = readdirSync(HERE).filter((name) => /^section-[\w-]+\.test\.ts$/.test(name));

/** One call of `walk`: its title, and all that stands between the braces. */
const WALK = /^walk\('([^\n]+)', \{\n(.*?)^\}\);/gms;
/** A direct key of it, in the form that the formatter gives keys. */
const KEY = /^ {2}(?:'((?:[^'\\]|\\.)*)'|"([^"]*)"|(\w+)):/gm;

/** Section → names of its tests, in all files. */
const walked = new Map<string, string[]>();
for (const file of files) {
  const text = readFileSync(new URL(file, HERE), 'utf8');
  for (const [, title = '', body = ''] of text.matchAll(WALK)) {
    const section = title.split('.')[0] ?? '';
    const names = [...body.matchAll(KEY)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
    walked.set(section, [...(walked.get(section) ?? []), ...names]);
  }
}

const isProved = (proved: Proved): proved is readonly string[] => Array.isArray(proved);
const namesOf = (section: string): readonly string[] =>
  (SENTENCES[section] ?? []).flatMap(([, proved]) => (isProved(proved) ? proved : []));

it('every section of the list is walked, and no other', () => {
  const byNumber = (one: string, other: string) => Number(one) - Number(other);
  expect([...walked.keys()].sort(byNumber)).toEqual(Object.keys(SENTENCES).sort(byNumber));
});

describe.each(Object.keys(SENTENCES))('section %s', (section) => {
  it('has a test for each sentence, named after it', () => {
    expect(namesOf(section).filter((name) => !walked.get(section)?.includes(name))).toEqual([]);
    for (const [says, proved] of SENTENCES[section] ?? [])
      expect(isProved(proved) ? proved.length : proved.waits.length, says).toBeGreaterThan(0);
  });

  it('has no test without a sentence, and none twice', () => {
    const names = walked.get(section) ?? [];
    expect(names.filter((name) => !namesOf(section).includes(name))).toEqual([]);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });
});

it('what waits, waits for a part that is not there yet', () => {
  const reasons = Object.values(SENTENCES).flatMap((list) =>
    list.flatMap(([, proved]) => (isProved(proved) ? [] : [proved.waits])),
  );
  expect([...new Set(reasons)].sort()).toEqual([
    'characters with a voice, who answer out of a query on the log',
  ]);
});
