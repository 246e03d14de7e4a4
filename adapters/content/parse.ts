/** JSON text → value, with the faults that a writer of content makes named by line and column. */
import { BrokenFile } from './contract.ts';

/**
 * @throws BrokenFile on broken JSON, and on a key that stands twice in one object (JSON.parse would silently
 * keep the last of them).
 */
export function parseJson(text: string): unknown {
  const clean = text.startsWith('\ufeff') ? text.slice(1) : text;
  let value: unknown;
  try {
    value = JSON.parse(clean);
  } catch (error) {
    throw broken(clean, (error as Error).message);
  }
  const twice = findRepeatedKey(clean);
  if (twice) throw new BrokenFile(`the key ${twice.key} stands twice in one object`, place(clean, twice.at));
  return value;
}

function broken(text: string, message: string): BrokenFile {
  const reason = message
    .replace(/ (in JSON )?at position \d+( \(line \d+ column \d+\))?/, '')
    .replace(/, "?[\s\S]*is not valid JSON$/, '');
  return new BrokenFile(`not valid JSON: ${reason}`, place(text, faultAt(text, message)));
}

/**
 * Most messages say "at position N", some name only the character. Then the shortest beginning of the text that
 * fails for another reason than its end is searched, by halves: it ends with the character that is wrong.
 */
function faultAt(text: string, message: string): number {
  const told = positionIn(message);
  if (told !== null) return told;
  if (message.startsWith('Unexpected end')) return text.length;
  let fine = 0;
  let wrong = text.length;
  while (wrong - fine > 1) {
    const middle = (fine + wrong) >> 1;
    if (isBeginning(text.slice(0, middle))) fine = middle;
    else wrong = middle;
  }
  return Math.max(0, wrong - 1);
}

function positionIn(message: string): number | null {
  const found = /position (\d+)/.exec(message);
  return found ? Number(found[1]) : null;
}

/** Nothing is wrong with it so far: it parses, or fails only because it stops. */
function isBeginning(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const { message } = error as Error;
    return message.startsWith('Unexpected end') || (positionIn(message) ?? -1) >= text.length;
  }
}

function place(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** Walks the tokens of text that is known to be valid JSON. */
function findRepeatedKey(text: string): { key: string; at: number } | null {
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]]/g;
  const open: (Set<string> | null)[] = [];
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const what = found[0];
    if (what === '{') open.push(new Set());
    else if (what === '[') open.push(null);
    else if (what === '}' || what === ']') open.pop();
    else {
      const keys = open.at(-1);
      if (!keys || !isKey(text, token.lastIndex)) continue;
      const key = JSON.parse(what) as string;
      if (keys.has(key)) return { key: what, at: found.index };
      keys.add(key);
    }
  }
  return null;
}

function isKey(text: string, after: number): boolean {
  let at = after;
  while (' \t\r\n'.includes(text.charAt(at)) && at < text.length) at++;
  return text.charAt(at) === ':';
}
