/**
 * The walk through the rules of the game: each sentence that states one, and what proves it. A sentence is proved here,
 * by playing it, or by a test elsewhere that is named and must be there under that name.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** A test elsewhere: file from the root of the project, and the titles in it. */
export type Elsewhere = readonly [file: string, ...titles: string[]];
export type Proof = (() => void | Promise<void>) | Elsewhere;

/** One section of the rules: sentence by sentence. */
export function walk(section: string, rules: Readonly<Record<string, Proof>>): void {
  describe(section, () => {
    for (const [says, proof] of Object.entries(rules))
      it(says, () => (typeof proof === 'function' ? proof() : there(proof)));
  });
}

const sources = new Map<string, string>();

function sourceOf(file: string): string {
  const known = sources.get(file) ?? readFileSync(file, 'utf8');
  sources.set(file, known);
  return known;
}

/** The file has these tests, and none of them is skipped. */
function there([file, ...titles]: Elsewhere): void {
  expect(titles.length, 'a title').toBeGreaterThan(0);
  for (const title of titles) {
    const name = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const called = new RegExp(`([\\w.]+)(?:\\([^\\n]*\\))?\\(\\s*(['"\`])${name}\\2`).exec(sourceOf(file));
    expect(called, `${file} has no test called “${title}”`).not.toBeNull();
    expect(called?.[1]).toMatch(/^(?:it|test|describe|suite)(?:\.each)?$/);
  }
}
