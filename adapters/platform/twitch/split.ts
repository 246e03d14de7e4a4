/** How long a line of Twitch may be, and making a repeated line different. */

/**
 * Twitch takes 500 characters; whether it counts code points or UTF-16 units is not written down, and the library
 * cuts by units, through the middle of an emoji. So we stay under 500 in the larger count, the units.
 */
export const LONGEST_LINE = 490;
/** `@` + 25 letters of a login + a space, which the server puts before an answer. */
export const REPLY_ROOM = 27;

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
