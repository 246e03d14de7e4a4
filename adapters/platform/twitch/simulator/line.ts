/** Lines of IRC as Twitch writes them: tags, prefix, command, parameters. */

export type Tags = Readonly<Record<string, string | number | boolean | undefined>>;

const ESCAPES: Readonly<Record<string, string>> = {
  ';': '\\:',
  ' ': '\\s',
  '\\': '\\\\',
  '\r': '\\r',
  '\n': '\\n',
};
const MEANT: Readonly<Record<string, string>> = { ':': ';', s: ' ', '\\': '\\', r: '\r', n: '\n' };

/** `@a=1;b=x\sy ` with the space after it; nothing for no tags. */
export function tagText(tags: Tags): string {
  const pairs = Object.entries(tags)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${escaped(value)}`);
  return pairs.length === 0 ? '' : `@${pairs.join(';')} `;
}

function escaped(value: Tags[string]): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return String(value).replace(/[; \\\r\n]/g, (letter) => ESCAPES[letter] ?? letter);
}

export interface IrcLine {
  readonly tags: ReadonlyMap<string, string>;
  readonly command: string;
  readonly params: readonly string[];
}

/** A line that a client sent; null for an empty one. */
export function parseLine(line: string): IrcLine | null {
  const found = /^(?:@(\S+) +)?(?::\S+ +)?(\S+) *(.*)$/s.exec(line);
  if (!found?.[2]) return null;
  const [, tags = '', command, rest = ''] = found;
  const trailing = rest.startsWith(':') ? 0 : rest.indexOf(' :');
  const middle = trailing < 0 ? rest : rest.slice(0, trailing);
  const params = middle.split(' ').filter(Boolean);
  if (trailing >= 0) params.push(rest.slice(rest.indexOf(':', trailing) + 1));
  return { tags: parseTags(tags), command: command.toUpperCase(), params };
}

function parseTags(text: string): Map<string, string> {
  const tags = new Map<string, string>();
  for (const pair of text.split(';').filter(Boolean)) {
    const [key = '', ...value] = pair.split('=');
    tags.set(
      key,
      value.join('=').replace(/\\(.?)/g, (_, letter: string) => MEANT[letter] ?? letter),
    );
  }
  return tags;
}

/** `25:8-12`: places of known emote words; offsets count code points. */
export function emotesOf(text: string): string {
  const known: Readonly<Record<string, string>> = { Kappa: '25', PogChamp: '305954156', LUL: '425618' };
  const places = new Map<string, string[]>();
  let at = 0;
  for (const word of text.split(' ')) {
    const length = [...word].length;
    const id = known[word];
    if (id) places.set(id, [...(places.get(id) ?? []), `${at}-${at + length - 1}`]);
    at += length + 1;
  }
  return [...places].map(([id, ranges]) => `${id}:${ranges.join(',')}`).join('/');
}
