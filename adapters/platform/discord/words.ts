/** Texts as Discord shows them: plain words stay plain words. */
import { LONGEST } from './options.ts';

/** Markup anywhere, mentions and links with another name; quotes and headings where a line begins. */
const MARKUP = /[\\*_~`|[\]<]/g;
const LINE_START = /^(\s*)([#>])/gm;

/** A nickname like `**` or `[free](https://…)` is shown as it stands; without effect on what a reader sees otherwise. */
export function literal(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go; line breaks stay
  const clean = text.replace(/[\u0000-\u0009\u000b-\u001f\u007f]+/g, ' ');
  return clean.replace(MARKUP, '\\$&').replace(LINE_START, '$1\\$2').trim();
}

/** The text made literal, within Discord's length: whole lines first, else cut with an ellipsis. Never half a character. */
export function fitting(text: string, longest = LONGEST): string {
  const whole = literal(text);
  if (whole.length <= longest) return whole;
  const lines = text.split('\n');
  while (lines.length > 1 && literal(lines.join('\n')).length > longest - 2) lines.pop();
  const fewer = `${literal(lines.join('\n'))}\n…`;
  return fewer.length <= longest ? fewer : `${wellCut(literal(text), longest - 1)}…`;
}

/** At most so many UTF-16 units, and no half of a pair at the end. */
export function wellCut(text: string, most: number): string {
  const cut = text.slice(0, most);
  const last = cut.charCodeAt(cut.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut;
}
