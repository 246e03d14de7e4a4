/** Lengths, letters and words of single texts, as the voice of the game asks. */
import type { Path } from '../faults.ts';
import type { Text, ZoneText } from '../schema/texts.ts';

/** Characters. The three together must fit the shortest chat box among the platforms. */
const LONGEST = { name: 24, line: 60, flavor: 120, options: 60, word: 20, question: 160 } as const;
const LONGEST_TOGETHER = 200;
/** What a player's name counts for in the sum, since it is filled in later. */
const PLACEHOLDER = 25;
const MOST_WORDS = 4;
const SHORTEST_FIRST_WORD = 3;

type Complaint = readonly [path: Path, message: string];

export function wordFaults(text: Text | ZoneText): readonly Complaint[] {
  const fields = fieldsOf(text);
  return [
    ...fields.flatMap(([path, words]) => [
      ...ofLength(path, words),
      ...ofSigns(path, words),
      ...banned(path, words),
    ]),
    ...ofName(text.name),
    ...ofSum(text),
    ...ofAsking(text),
  ];
}

/** A question is one chat line: what is asked, then each option with its number. */
function ofAsking(text: Text | ZoneText): readonly Complaint[] {
  if (!('options' in text) || !text.options) return [];
  const asked = [text.question ?? text.name, ...text.options.map((option, i) => `${i + 1} — ${option}`)];
  const length = [...asked.join(', ')].length;
  if (length <= LONGEST_TOGETHER) return [];
  return [
    [['options'], `asked in chat they have ${length} characters, expected at most ${LONGEST_TOGETHER}`],
  ];
}

function fieldsOf(text: Text | ZoneText): readonly (readonly [Path, string])[] {
  return Object.entries(text).flatMap(([field, value]): (readonly [Path, string])[] => {
    if (Array.isArray(value)) return value.map((one: string, i) => [[field, i], one] as const);
    // Sentences of scenes are read where their pages are known.
    return typeof value === 'string' ? [[[field], value]] : [];
  });
}

function ofLength(path: Path, words: string): readonly Complaint[] {
  const most = LONGEST[path[0] as keyof typeof LONGEST];
  const length = [...words].length;
  return most !== undefined && length > most
    ? [[path, `${length} characters came, expected at most ${most}`]]
    : [];
}

function ofSum(text: Text | ZoneText): readonly Complaint[] {
  const all = [text.name, text.line, 'flavor' in text ? text.flavor : ''].join('');
  const length = [...all.replace(/\{[^}]*\}/g, ' '.repeat(PLACEHOLDER))].length;
  if (length <= LONGEST_TOGETHER) return [];
  return [[[], `name, line and flavor have ${length} characters, expected at most ${LONGEST_TOGETHER}`]];
}

function ofSigns(path: Path, words: string): readonly Complaint[] {
  if (words !== words.trim()) return [[path, 'it begins or ends with a space']];
  if (/[\p{Cc}\p{Cf}<>]/u.test(words))
    return [[path, 'it holds control characters or < >, expected plain text']];
  return [];
}

function ofName(name: string): readonly Complaint[] {
  const found: Complaint[] = [];
  if (!/^[\p{L}\p{N} -]+$/u.test(name)) {
    found.push([['name'], `"${name}" came, expected only letters, digits, spaces and hyphens`]);
  }
  const count = name.split(' ').length;
  if (count > MOST_WORDS) found.push([['name'], `${count} words came, expected 1 to ${MOST_WORDS}`]);
  return found;
}

/** Talk of gambling has no place on stream; whole words only, in the forms that Russian gives them. */
const BANNED = [
  /ставк[аиеу]|ставкой|ставок|ставкам|ставками|ставках/,
  /казино/,
  /джекпот(?:а|у|ом|е|ы|ов|ам|ами|ах)?/,
  /куш(?:а|у|ем|е|и|ей|ам|ами|ах)?/,
  /ва-банк/,
  /отыграться|отыграйся|отыграйтесь/,
  /bets?|betting/,
  /jackpots?/,
  /casinos?/,
  /all-in/,
  /win it back/,
];
const BANNED_WORD = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${BANNED.map(({ source }) => source).join('|')})(?![\\p{L}\\p{N}])`,
  'iu',
);

/** Also for texts that are no entry's. */
export function bannedIn(path: Path, words: string): readonly Complaint[] {
  return [...ofSigns(path, words), ...banned(path, words)];
}

function banned(path: Path, words: string): readonly Complaint[] {
  const found = BANNED_WORD.exec(words);
  return found ? [[path, `the word "${found[0]}" came, expected no talk of gambling`]] : [];
}

/**
 * The first word of an item is enough to use it, so it is nobody else's.
 * @returns id and complaint for each name that breaks this.
 */
export function firstWords(texts: Readonly<Record<string, Text>>): readonly (readonly [string, string])[] {
  const taken = new Map<string, string>();
  const found: (readonly [string, string])[] = [];
  for (const [id, { name }] of Object.entries(texts)) {
    const word = typed(name.split(' ')[0] ?? '');
    const other = taken.get(word);
    if (other !== undefined)
      found.push([id, `"${word}" is already the first word of ${other}, expected another`]);
    else taken.set(word, id);
    if ([...word].length < SHORTEST_FIRST_WORD || /^\d+$/.test(word)) {
      found.push([id, `the first word "${word}" came, expected at least ${SHORTEST_FIRST_WORD} letters`]);
    }
  }
  return found;
}

/** As chats type it: small letters, and е for ё. */
function typed(word: string): string {
  return word.toLowerCase().replaceAll('ё', 'е');
}
