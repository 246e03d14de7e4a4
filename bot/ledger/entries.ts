/** Paid wishes out of a game's log: each with its outcome, and whether the platform has been told. */
import type { GameEvent } from '../engine/events.ts';

export interface Entry {
  readonly game: string;
  /** Line of the log. */
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly platform: string;
  /** As the platform calls it. */
  readonly redemption: string;
  readonly player: string;
  /** Pseudonym of whoever paid. */
  readonly viewer: string;
  readonly reward: string;
  /** `held`: a paid trial that waits for its turn; it is neither yet, and owed to nobody. */
  readonly outcome: 'applied' | 'returned' | 'held';
  /** Why it was returned; otherwise the same as `outcome`. */
  readonly why: string;
  /** Null while it is owed. `took`: the platform has it so; otherwise `code` is its word, and it will not change its mind. */
  readonly settled: { readonly at: number; readonly code: string; readonly took: boolean } | null;
}

/** A stored command line, as far as it matters here. */
interface Line {
  readonly seq: number;
  readonly at: number;
  readonly events: readonly GameEvent[];
}

/** What `bot/player/wishes.ts` writes when the platform took the end, had it already, or need not be told: money given stays given. */
const TOOK: ReadonlySet<string> = new Set(['ok', 'already', 'gift']);

/** What a line is about that matters here. */
const MARKS = ['"redeemed"', '"settled"', '"wishHeld"'];

/**
 * @param lines as stored or exported, in order, then those of the book of payments after the end; header, rules and
 *   end line may be among them
 */
export async function entriesOf(
  game: string,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  const owed = new Map<string, number>();
  for await (const text of lines) {
    // Most lines are about other things, and the rules are long.
    if (!MARKS.some((mark) => text.includes(mark))) continue;
    const { seq, at, events } = JSON.parse(text) as Partial<Line>;
    if (seq === undefined || at === undefined || events === undefined) continue;
    for (const event of events) take(event, { entries, owed, line: { game, seq, at } });
  }
  return entries;
}

const HELD = { outcome: 'held', why: 'held' } as const;

interface Book {
  readonly entries: Entry[];
  /** Redemption → its place among the entries. */
  readonly owed: Map<string, number>;
  readonly line: Pick<Entry, 'game' | 'seq' | 'at'>;
}

function take(event: GameEvent, { entries, owed, line }: Book): void {
  if (event.type === 'redeemed' || event.type === 'wishHeld') {
    const { player, viewer, redemption: whole, reward } = event;
    const { outcome, why } = event.type === 'redeemed' ? event : HELD;
    const [, platform = '', redemption = whole] = /^([a-z]+):(.*)$/s.exec(whole) ?? [];
    const entry = { ...line, platform, redemption, player, viewer, reward, outcome, why, settled: null };
    // What was held has its end now, in the place where it was paid.
    const place = owed.get(whole) ?? entries.length;
    owed.set(whole, place);
    entries[place] = entry;
  }
  if (event.type !== 'settled') return;
  const place = owed.get(event.redemption);
  const entry = place === undefined ? undefined : entries[place];
  if (place === undefined || !entry) return;
  const { code } = event;
  entries[place] = { ...entry, settled: { at: line.at, code, took: TOOK.has(code) } };
  owed.delete(event.redemption);
}

export interface Sums {
  readonly total: number;
  readonly applied: number;
  readonly returned: number;
  /** Waits for its turn in the game. */
  readonly held: number;
  /** The platform has the end that the game gave. */
  readonly settled: number;
  /** The platform would not take it, for good. */
  readonly refused: number;
  readonly owed: number;
  /** Owed for too long: something is wrong. */
  readonly overdue: number;
}

/** Longer than this no passing trouble of a platform lasts without somebody having to look. */
export const PATIENCE_MS = 10 * 60_000;

export function sumsOf(entries: readonly Entry[], now: number): Sums {
  const count = (fits: (entry: Entry) => boolean) => entries.filter(fits).length;
  return {
    total: entries.length,
    applied: count(({ outcome }) => outcome === 'applied'),
    returned: count(({ outcome }) => outcome === 'returned'),
    held: count(({ outcome }) => outcome === 'held'),
    settled: count(({ settled }) => settled?.took === true),
    refused: count(({ settled }) => settled?.took === false),
    owed: count(({ settled, outcome }) => settled === null && outcome !== 'held'),
    overdue: count((entry) => isOverdue(entry, now)),
  };
}

export function isOverdue({ settled, at, outcome }: Entry, now: number): boolean {
  return settled === null && outcome !== 'held' && now - at > PATIENCE_MS;
}
