import type { Grant } from '../../engine/state.ts';
import { INNER } from '../match.ts';
import { type Fault, fault, type ReadContext, type Typed } from '../spec.ts';
import { echo, fold, words as namesOf } from '../text.ts';
import { findItem, inBag, oneItem } from './item.ts';
import { tagOf } from './tags.ts';

type NewGrant = Omit<Grant, 'left' | 'since'>;
type Draft = { -readonly [K in keyof NewGrant]: NewGrant[K] } & { tags: string[]; items: string[] };

/** As the wire's schema has it. */
const USES = { min: 1, max: 99 };
const MAX_NAMES = 12;
const MAX_DAYS = 365;
const MINUTE = 60_000;

const PER = table<Grant['per']>({
  day: 'day d день дня сутки д',
  hour: 'hour h час часа ч',
  game: 'game g игра игру и',
});
const UNIT = table({
  [MINUTE]: 'm min м мин',
  [60 * MINUTE]: 'h ч час часа часов',
  [1440 * MINUTE]: 'd д дн день дня дней',
  [10_080 * MINUTE]: 'w н нед',
});
const SELF = new Set('self me себе себя мне свое'.split(' '));
const ANY = new Set('any all rivals anyone всем все всех любой любого соперники соперников'.split(' '));
const APPROVAL = new Set(
  'approve ask confirm approval спросить спроси спрос подтвердить подтверждать разрешение'.split(' '),
);
const JOINING = new Set('на for on with до until за'.split(' '));

/** Word → what it stands for. */
function table<T extends string>(rows: Readonly<Record<T, string>>): ReadonlyMap<string, T> {
  const pairs = (Object.keys(rows) as T[]).map((value) =>
    rows[value].split(' ').map((word) => [word, value] as const),
  );
  return new Map(pairs.flat());
}

/**
 * The terms after the name: `heal,move 3/day 7d self approve`, in any order, either language. What is not said:
 * three uses a day, no end, on the owner only, without approval. At least one item or tag has to be named.
 */
export function readGrant(words: readonly string[], typed: Typed, context: ReadContext): NewGrant | Fault {
  const draft: Draft = {
    tags: [],
    items: [],
    target: 'self',
    uses: 3,
    per: 'day',
    until: null,
    approval: false,
  };
  for (const word of words) {
    const wrong = readTerm(word, draft, context);
    if (wrong) return wrong;
  }
  if (draft.tags.length + draft.items.length === 0) return fault('needs-grant', { command: typed.name });
  return draft;
}

function readTerm(word: string, draft: Draft, context: ReadContext): Fault | null {
  const key = fold(word);
  if (JOINING.has(key)) return null;
  if (SELF.has(key)) draft.target = 'self';
  else if (ANY.has(key)) draft.target = 'any';
  else if (APPROVAL.has(key)) draft.approval = true;
  else if (/^[x×х]?\d+(\/|$)/u.test(key)) return readUses(word, key, draft);
  else if (/^\d+[a-zа-я]+$/u.test(key)) return readTime(word, key, { draft, context });
  else return readWhat(word, draft, context);
  return null;
}

function readUses(word: string, key: string, draft: Draft): Fault | null {
  const match = /^[x×х]?(\d{1,4})(?:\/([a-zа-я]+))?$/u.exec(key);
  const per = match?.[2] === undefined ? 'game' : PER.get(match[2]);
  const uses = match ? Number(match[1]) : 0;
  if (!per || uses < USES.min || uses > USES.max)
    return fault('bad-uses', { typed: echo(word) || '?', ...USES });
  draft.uses = uses;
  draft.per = per;
  return null;
}

function readTime(
  word: string,
  key: string,
  { draft, context }: { draft: Draft; context: ReadContext },
): Fault | null {
  const match = /^(\d{1,6})([a-zа-я]+)$/u.exec(key);
  const unit = match ? UNIT.get(match[2]!) : undefined;
  const length = match && unit ? Number(match[1]) * Number(unit) : 0;
  if (length <= 0 || length > MAX_DAYS * 1440 * MINUTE)
    return fault('bad-until', { typed: echo(word) || '?', max: MAX_DAYS });
  draft.until = context.now + length;
  return null;
}

/** Comma-separated names: an item when one is meant for certain, else a tag. */
function readWhat(word: string, draft: Draft, context: ReadContext): Fault | null {
  for (const part of word.split(/[,;+]/).filter((piece) => piece !== '')) {
    const plain = namesOf(part).join('_');
    const tag = tagOf(plain) ?? plain;
    if (tag === '') continue;
    if (tag !== plain || context.tags?.includes(tag)) add(draft.tags, tag);
    else {
      const item = certainItem(part, context);
      if (typeof item === 'string') add(draft.items, item);
      else if (item) return item;
      else if (context.tags || tag.length > 40) return fault('unknown-tag', { typed: echo(part) || '?' });
      else add(draft.tags, tag);
    }
    if (draft.tags.length > MAX_NAMES || draft.items.length > MAX_NAMES)
      return fault('bad-number', { number: MAX_NAMES + 1, min: 1, max: MAX_NAMES });
  }
  return null;
}

function certainItem(part: string, context: ReadContext): string | null | Fault {
  const found = findItem(part.replaceAll('_', ' '), context, { hand: inBag(context), fuzzy: false });
  if (!found || found.level > INNER) return null;
  return oneItem(found, part, context);
}

function add(list: string[], value: string): void {
  if (!list.includes(value)) list.push(value);
}
