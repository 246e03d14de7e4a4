/** Cutting a text into chat lines. Lengths are UTF-16 units: never fewer than what a platform counts. */

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** One line of plain words: no control characters, and nothing that a platform would take for a chat command. */
export function plainLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
  const flat = text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();
  return guarded(flat);
}

/** A line beginning with "/" or "." is an order to most chats, and answers may begin with a viewer's words. */
function guarded(line: string): string {
  return /^[/.]/.test(line) ? `\u00b7 ${line}` : line;
}

/** Cuts between words; a word longer than a line is cut between what a reader sees as letters. */
export function splitLines(text: string, limit: number): string[] {
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
