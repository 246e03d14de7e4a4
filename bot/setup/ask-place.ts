/** Which channel plays on which seat, and what that seat is called on the map. */
import type { Settings } from '../settings-table.ts';
import type { Entry } from './book.ts';
import { PLATFORMS } from './platforms/all.ts';
import type { SetupPlatform } from './platforms/platform.ts';
import { entriesOf, type Table } from './table.ts';
import { reasonOf } from './words/reasons.ts';

/** @throws Cancelled */
export async function askChannel(
  { terminal, words, lang }: Table,
  platform: SetupPlatform,
  suggested: string,
): Promise<string> {
  const check = (text: string) => {
    try {
      platform.channel(text);
      return text === '' ? words.missing : null;
    } catch (error) {
      return reasonOf(error, lang).text;
    }
  };
  return platform.channel(
    await terminal.line(words.channelAsk[platform.name], { initial: suggested, check }),
  );
}

/** @throws Cancelled */
export async function askSeat(
  table: Table,
  { platform, settings, seat }: { platform: SetupPlatform; settings: Settings; seat: number },
): Promise<number> {
  const { terminal, words } = table;
  const entries = entriesOf(table);
  const choices = Array.from({ length: settings.players }, (_, index) => {
    const here = entries.filter((one) => one.seat === index + 1);
    const same = here.find((one) => one.platform === platform.name);
    const named = here.map((one) => `${PLATFORMS[one.platform].title} ${one.channel}`).join(', ');
    const hint = same ? words.seatReplaces(same.channel) : named || words.seatFree;
    return { value: String(index + 1), label: words.seat(index + 1), hint };
  });
  return Number(await terminal.choose(words.seatAsk, choices, String(seat)));
}

/** As long as the map has room for. */
const LONGEST = 25;
const fold = (name: string) => name.normalize('NFKC').toLowerCase();

interface NameAsked {
  readonly settings: Settings;
  readonly place: Entry;
  /** Suggested first. */
  readonly before: string | null;
  /** A seat that is being left: its name is free. */
  readonly leaving?: number;
}

/** A name that no other seat has. @throws Cancelled */
export async function askName(
  { terminal, words }: Table,
  { settings, place, before, leaving }: NameAsked,
): Promise<string> {
  const taken = new Map(
    settings.seats.flatMap(({ name, chats }, index) => {
      const called = name ?? chats[0]?.channel;
      const other = index + 1 !== place.seat && index + 1 !== leaving;
      return called && other ? [[fold(called), index + 1] as const] : [];
    }),
  );
  const check = (text: string) => {
    const holder = taken.get(fold(text));
    if (holder !== undefined) return words.nameTaken(holder);
    const good = text !== '' && [...text].length <= LONGEST && !/[\p{Cc}\p{Cf}]/u.test(text);
    return good ? null : words.nameBad;
  };
  const initial = unlike(taken, before ?? place.channel.replace(/^@/, ''));
  return terminal.line(words.nameAsk(place.seat), { initial, check });
}

function unlike(taken: ReadonlyMap<string, number>, wanted: string): string {
  const cut = (text: string, room: number) => [...text].slice(0, room).join('');
  for (let count = 1; ; count++) {
    const name = count === 1 ? cut(wanted, LONGEST) : `${cut(wanted, LONGEST - 2)} ${count}`;
    if (!taken.has(fold(name))) return name;
  }
}
