/** Cutting a text into chat lines, and making a repeated line different. */

/**
 * Twitch takes 500 characters; whether it counts code points or UTF-16 units is not written down, and the library
 * cuts by units, through the middle of an emoji. So we stay under 500 in the larger count, the units.
 */
export const LONGEST_LINE = 490;
/** `@` + 25 letters of a login + a space, which the server puts before an answer. */
export const REPLY_ROOM = 27;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** One line of plain words: no control characters, and nothing that Twitch would take for a chat command. */
export function plainLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
  const flat = text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();
  return guarded(flat);
}

/** A line beginning with "/" or "." is an order to Twitch, and answers may begin with a viewer's words. */
function guarded(line: string): string {
  return /^[/.]/.test(line) ? `\u00b7 ${line}` : line;
}

/** Cuts between words; a word longer than a line is cut between what a reader sees as letters. */
export function splitLines(text: string, limit: number = LONGEST_LINE): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(plainLine(text), limit)) {
    const joined = line === '' ? piece.text : `${line}${piece.gap}${piece.text}`;
    if (joined.length <= limit) {
      line = joined;
      continue;
    }
    lines.push(line);
    // Two more characters than the piece had, so `pieces` leaves room for them.
    line = guarded(piece.text);
  }
  if (line !== '') lines.push(line);
  return lines;
}

interface Piece {
  readonly text: string;
  /** What stood before it: nothing inside a cut word. */
  readonly gap: string;
}

function* pieces(text: string, limit: number): Generator<Piece> {
  const room = limit - 2;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (word.length <= room) {
      yield { text: word, gap: ' ' };
      continue;
    }
    let part = '';
    let gap = ' ';
    for (const { segment } of graphemes.segment(word)) {
      // Accents can be piled on one letter without end; such a tower is cut between code points.
      for (const letter of segment.length > room ? segment : [segment]) {
        if (part.length + letter.length > room) {
          yield { text: part, gap };
          [part, gap] = ['', ''];
        }
        part += letter;
      }
    }
    yield { text: part, gap };
  }
}

/** Twitch drops a line that equals one of the last 30 s, unless a moderator writes it. */
export const REPEAT_MS = 30_000;
/** An unassigned character that every chat shows as nothing. */
const INVISIBLE = '\u{E0000}';
const VARIANTS = 3;

/** The line, or the line with an invisible tail, as it was not sent lately; null if all variants were. */
export function variedLine(line: string, wasSent: (line: string) => boolean): string | null {
  for (let n = 0; n < VARIANTS; n++) {
    const variant = n === 0 ? line : `${line} ${INVISIBLE.repeat(n)}`;
    if (!wasSent(variant)) return variant;
  }
  return null;
}
