/** What people type, made comparable: cleaning, folding, keyboard layouts, distance between words. */

/** Format signs, private use, lone surrogates, unassigned, blank letters, variation selectors. */
const INVISIBLE =
  /\p{Cf}|\p{Co}|\p{Cs}|\p{Cn}|\p{Variation_Selector}|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u2800|\u3164|\uffa0/gu;
/** U+20E3 is the box of keycap digits: «2️⃣» is read as 2. */
const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u20e3/gu;
const SPACES = /[\p{Cc}\p{Z}]+/gu;

const MORE_SPACES = / {2,}/g;

/** Only Latin and Russian letters, digits, spaces and signs of the keyboard: nothing here has another form. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x20 && unit <= 0x7e) continue;
    if (!((unit >= 0x410 && unit <= 0x44f) || unit === 0x401 || unit === 0x451)) return false;
  }
  return true;
}

/**
 * A line without what cannot be seen: NFKC, control characters as spaces, zero-width, bidi marks and emoji taken
 * out, runs of spaces made one. HTML stays: it is only text.
 */
export function clean(text: string): string {
  if (isPlain(text)) return text.replace(MORE_SPACES, ' ').trim();
  const visible = text.normalize('NFKC').replace(INVISIBLE, '').replace(EMOJI, '').replace(SPACES, ' ');
  // What stood apart may have become neighbours: и and its loose breve are й again.
  return visible.normalize('NFC').trim();
}

/** A cleaned word as it is compared: small letters, ё as е, no loose accents. */
export function fold(word: string): string {
  const small = word.toLowerCase();
  if (isPlain(small)) return small.includes('ё') ? small.replaceAll('ё', 'е') : small;
  return small.replace(/\p{M}/gu, '').replaceAll('ё', 'е');
}

/** Letters and digits of a folded text, split at everything else: names are compared word by word. */
export function words(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Code points, not UTF-16 units: what people count as characters. */
export function lengthOf(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length - 1; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) count -= 1;
  }
  return count;
}

/** The first `max` code points. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  return [...text.slice(0, max * 2)].slice(0, max).join('');
}

/**
 * What somebody typed, fit to be repeated in a chat: letters, digits, spaces, `_`, `+`, `-`, at most 24 of them;
 * so no links, no mentions, no commands of the platform, no markup.
 */
export function echo(typed: string): string {
  const plain = clean(typed).replace(/[^\p{L}\p{N}\p{M} _+-]/gu, '');
  return cut(plain.replace(/(\p{M})\p{M}+/gu, '$1').trim(), 24).trim();
}

const LATIN = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,.~{}:"<>';
const CYRILLIC = 'ёйцукенгшщзхъфывапролджэячсмитьбюёхъжэбю';
const OTHER_KEY = new Map<string, string>();
for (let i = 0; i < LATIN.length; i += 1) OTHER_KEY.set(LATIN[i]!, CYRILLIC[i]!);
for (let i = 0; i < LATIN.length; i += 1)
  if (!OTHER_KEY.has(CYRILLIC[i]!)) OTHER_KEY.set(CYRILLIC[i]!, LATIN[i]!);

/** The same keys pressed with the other layout on (ЙЦУКЕН and QWERTY), small letters; `rjkkm` ↔ `колль`. */
export function otherLayout(text: string): string {
  let out = '';
  for (const sign of text.toLowerCase()) out += OTHER_KEY.get(sign) ?? sign;
  return out;
}

/** Wrong letters that a word of this length may have. */
export function tolerance(length: number): number {
  if (length >= 8) return 2;
  return length >= 4 ? 1 : 0;
}

/**
 * Damerau-Levenshtein distance (optimal string alignment: a swap of neighbours costs 1), or `max + 1` as soon as
 * it is certain to be more than `max`.
 */
export function distance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > max) return max + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length]!, max + 1);
}
