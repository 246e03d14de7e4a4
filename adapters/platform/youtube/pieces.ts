/**
 * The streamed answer, cut into its JSON objects as they come in. Google frames such a stream as one long JSON array,
 * whose end never comes; how YouTube frames it was not seen live, so whatever stands between the objects (brackets,
 * commas, line ends, `data:`) is passed over.
 */
import { StringDecoder } from 'node:string_decoder';

/** A page has 2,000 messages of about 1.5 KB at most. */
const LONGEST = 16 * 1024 * 1024;

export class Pieces {
  readonly #decoder = new StringDecoder('utf8');
  #held = '';
  /** How far `#held` was looked through. */
  #at = 0;
  #depth = 0;
  #inString = false;
  /** Where the open object begins; -1 outside of one. */
  #from = -1;

  /** @returns the objects that are complete now. @throws SyntaxError for what is no JSON, RangeError for an object without end. */
  take(bytes: Uint8Array): unknown[] {
    this.#held += this.#decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const out: unknown[] = [];
    for (; this.#at < this.#held.length; this.#at++) {
      if (!this.#step(this.#held.charCodeAt(this.#at))) continue;
      out.push(JSON.parse(this.#held.slice(this.#from, this.#at + 1)));
      this.#from = -1;
    }
    const kept = this.#from < 0 ? this.#held.length : this.#from;
    this.#held = this.#held.slice(kept);
    this.#at -= kept;
    if (this.#from >= 0) this.#from = 0;
    if (this.#held.length > LONGEST) throw new RangeError('an object without end');
    return out;
  }

  /** Looks at one character; true if it closes an object. */
  #step(code: number): boolean {
    if (this.#inString) {
      // A backslash takes the next character with it.
      if (code === 0x5c) this.#at += 1;
      else if (code === 0x22) this.#inString = false;
      return false;
    }
    if (code === 0x22) this.#inString = this.#depth > 0;
    else if (code === 0x7b) {
      if (this.#depth === 0) this.#from = this.#at;
      this.#depth += 1;
    } else if (code === 0x7d && this.#depth > 0) {
      this.#depth -= 1;
      return this.#depth === 0;
    }
    return false;
  }
}
