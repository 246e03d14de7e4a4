/** The rule book in a chat: a rule by its number, contents, what a search found, what has changed. */
import type { Book, BookRule, EntryText, PackTexts, ShortText } from '../../../protocol/texts.ts';
import { HARD, type Part, shorten } from '../compose.ts';
import { wordsOf } from '../say.ts';
import { type Answerer, type Asked, sentence, short } from './asked.ts';

/** Room for a rule in one line of a chat. */
const MAX_RULE = 330;
const MOST_FOUND = 6;
const MOST_CHANGES = 5;

export const rule: Answerer = (asked) => {
  const { speech, entry, cell, book: wanted } = asked;
  const { book } = speech.texts;
  if (cell) {
    const words = wordsOf(speech.lang);
    const said = sentence('cellRule', { kind: words.kinds[cell] || words.cell, rule: words.kindRules[cell] });
    return [said, ...linked(book, `cells/${cell}`)];
  }
  const text = entry && aboutOf(speech.texts, entry);
  if (text) {
    const said = sentence('entryRule', { entry: text.name, rule: shorten(text.rule ?? text.line, MAX_RULE) });
    return [said, ...linked(book, `${entry.kind}/${entry.id}`)];
  }
  if (!book) return [sentence('rulesIntro')];
  if (wanted?.history) return [historyPart(book)];
  return [found(asked, book)];
};

/** Of a monster's doings there is only a line. */
type About = ShortText & Partial<Pick<EntryText, 'rule'>>;

function aboutOf(texts: PackTexts, { kind, id }: NonNullable<Asked['entry']>): About | undefined {
  const all: Readonly<Record<string, About>> = texts[kind] ?? {};
  return Object.hasOwn(all, id) ? all[id] : undefined;
}

function linked(book: Book | undefined, key: string): readonly Part[] {
  const number = book && Object.hasOwn(book.links, key) ? book.links[key] : undefined;
  return number ? [sentence('bookLink', { number }, 5)] : [];
}

function found({ book: wanted }: Asked, book: Book): Part {
  const numbers = wanted?.numbers ?? [];
  const rules = book.rules.filter(({ number }) => numbers.includes(number));
  if (rules.length === 1) return rulePart(book, rules[0]!);
  if (rules.length > 1) {
    // The best of the search is named first, and typed as the example.
    const ordered = numbers.flatMap((number) => rules.filter((one) => one.number === number));
    return sentence('bookFound', { list: short(ordered.map(line), MOST_FOUND), first: ordered[0]?.number });
  }
  const chapters = book.rules.filter(({ number }) => !number.includes('.'));
  return sentence('bookContents', { list: chapters.map(line).join(', ') });
}

const line = ({ number, title }: BookRule) => `${number} ${title}`;

function rulePart(book: Book, { number, title, text }: BookRule): Part {
  const below = book.rules.filter((one) => isRightBelow(one.number, number)).map((one) => one.number);
  const more = below.length > 0 ? below.join(' ') : undefined;
  const room = HARD - title.length - (more?.length ?? 0) - 40;
  return sentence('bookRule', { number, title, text: shorten(text, room), more });
}

function isRightBelow(number: string, above: string): boolean {
  return number.startsWith(`${above}.`) && !number.slice(above.length + 1).includes('.');
}

function historyPart(book: Book): Part {
  const all = book.rules.flatMap(({ number, history }) =>
    history.map(({ version, text }) => ({ version, line: `${version} — ${number}: ${text}` })),
  );
  if (all.length === 0) return sentence('bookSame');
  const newest = all.sort((a, b) => b.version.localeCompare(a.version, 'en', { numeric: true }));
  const latest = newest.slice(0, MOST_CHANGES);
  return sentence('bookHistory', { list: latest.map((one) => one.line).join(' ') });
}
