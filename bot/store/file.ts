/** An exported game as lines: strict reading, so that every changed byte is noticed. */

/** What is wrong with a file, and on which of its lines (from 1). */
export class LineFault extends Error {
  readonly line: number;
  constructor(line: number, reason: string) {
    super(reason);
    this.line = line;
  }
}

/**
 * Splits a file into lines of text. A missing newline after the last line is forgiven; everything else is not.
 * @throws LineFault for bytes that are not UTF-8.
 */
export async function linesOf(
  chunks: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
): Promise<string[]> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  const file = Buffer.concat(parts);
  // `ignoreBOM` keeps a byte order mark in the text, where it is found to be no JSON.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const lines: string[] = [];
  for (let from = 0; from < file.length; ) {
    const newline = file.indexOf(0x0a, from);
    const to = newline < 0 ? file.length : newline;
    try {
      lines.push(decoder.decode(file.subarray(from, to)));
    } catch {
      throw new LineFault(lines.length + 1, 'not UTF-8 text');
    }
    from = to + 1;
  }
  return lines;
}
