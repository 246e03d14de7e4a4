/** The ledger as people read it, and as programs do. */
import { type Entry, isOverdue, type Sums, sumsOf } from './entries.ts';
import type { Account } from './read.ts';

export type Lang = 'ru' | 'en';

const WORDS = {
  ru: {
    game: 'Игра',
    applied: 'применено',
    returned: 'возвращено',
    held: 'ждёт своей очереди в игре',
    owed: 'платформе ещё не сказано',
    overdue: 'платформе не сказано дольше 10 мин',
    settled: 'платформа знает',
    refused: 'платформа не приняла',
    gift: 'подарок остаётся каналу',
    none: 'Наград никто не брал.',
    rewards: 'по наградам',
    all: (games: number) => `Все игры (${games})`,
    sum: (s: Sums) =>
      `всего: ${s.total}; применено: ${s.applied}, возвращено: ${s.returned}, ждёт очереди: ${s.held}; платформа знает: ${s.settled}, не приняла: ${s.refused}, ждут: ${s.owed}, из них дольше 10 мин: ${s.overdue}`,
    why: {
      unknown: 'такой награды нет',
      'not-running': 'игра не шла',
      full: 'испытаний уже полно',
      often: 'слишком часто',
      'no-trial': 'подходящего испытания нет',
      waited: 'очередь не дошла',
      ended: 'игра кончилась раньше',
      'after-end': 'игра уже окончена',
    },
  },
  en: {
    game: 'Game',
    applied: 'applied',
    returned: 'returned',
    held: 'waits for its turn in the game',
    owed: 'the platform is not told yet',
    overdue: 'the platform was not told for over 10 min',
    settled: 'the platform knows',
    refused: 'the platform refused it',
    gift: 'a gift stays with the channel',
    none: 'Nobody has redeemed a reward.',
    rewards: 'by reward',
    all: (games: number) => `All games (${games})`,
    sum: (s: Sums) =>
      `total: ${s.total}; applied: ${s.applied}, returned: ${s.returned}, waiting for a turn: ${s.held}; the platform knows: ${s.settled}, refused: ${s.refused}, owed: ${s.owed}, of these over 10 min: ${s.overdue}`,
    why: {
      unknown: 'there is no such reward',
      'not-running': 'the game was not running',
      full: 'too many trials waited already',
      often: 'too often',
      'no-trial': 'no trial fits',
      waited: 'its turn did not come',
      ended: 'the game ended first',
      'after-end': 'the game was over already',
    },
  },
} as const;

/** How things are said: the language, the clock in milliseconds, and what a reward is called. */
export interface Telling {
  readonly lang: Lang;
  readonly now: number;
  readonly rewardName: (id: string) => string;
}

/** A block a game: one line a wish, then the sums; and the sums of all, if there are several. */
export function printedLedger(accounts: readonly Account[], telling: Telling): string {
  const words = WORDS[telling.lang];
  const all = accounts.flatMap(({ entries }) => entries);
  if (all.length === 0) return `${words.none}\n`;
  const blocks = accounts.map((account) => {
    const lines = account.entries.map((entry) => lineOf(entry, account, telling));
    return [`${words.game} ${account.game}`, ...lines, ...sumLines(account.entries, telling)];
  });
  const whole = accounts.length > 1 ? [[words.all(accounts.length), ...sumLines(all, telling)]] : [];
  return `${[...blocks, ...whole].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function sumLines(entries: readonly Entry[], { lang, now, rewardName }: Telling): readonly string[] {
  const words = WORDS[lang];
  const counts = new Map<string, number>();
  for (const { reward } of entries) counts.set(reward, (counts.get(reward) ?? 0) + 1);
  const list = [...counts].sort(([, a], [, b]) => b - a).map(([id, count]) => `${rewardName(id)} ${count}`);
  const rewards = list.length > 0 ? [`  ${words.rewards}: ${list.join(', ')}`] : [];
  return [...rewards, `  ${words.sum(sumsOf(entries, now))}`];
}

function lineOf(entry: Entry, { names }: Account, { lang, now, rewardName }: Telling): string {
  const words = WORDS[lang];
  const { at, platform, viewer, player, reward, outcome, why } = entry;
  const who = `${names.get(viewer) ?? viewer} → ${names.get(player) ?? player}`;
  const reasons: Readonly<Record<string, string>> = words.why;
  const reason = outcome === 'returned' ? ` (${reasons[why] ?? why})` : '';
  const end = outcome === 'held' ? '' : `; ${endOf(entry, lang, now)}`;
  return `  ${momentOf(at)}  ${platform}  ${who}  ${rewardName(reward)}: ${words[outcome]}${reason}${end}`;
}

function endOf(entry: Entry, lang: Lang, now: number): string {
  const words = WORDS[lang];
  const { settled } = entry;
  if (!settled) return isOverdue(entry, now) ? words.overdue : words.owed;
  if (settled.code === 'gift') return words.gift;
  return `${settled.took ? words.settled : words.refused} (${settled.code})`;
}

/** `2026-11-02 18:04:05`, by the clock of this machine. */
function momentOf(at: number): string {
  const date = new Date(at);
  return new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** `{ok, sums, entries}` on one line; `name` is null where only the pseudonym is known. */
export function ledgerJson(accounts: readonly Account[], now: number): string {
  const all = accounts.flatMap(({ entries }) => entries);
  const entries = accounts.flatMap(({ entries: own, names }) =>
    own.map((entry) => ({ ...entry, name: names.get(entry.viewer) ?? null, overdue: isOverdue(entry, now) })),
  );
  const sums = sumsOf(all, now);
  return JSON.stringify({ ok: sums.overdue === 0, sums, entries });
}
