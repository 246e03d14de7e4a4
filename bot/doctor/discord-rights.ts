/** What a bot may do in a channel of a Discord server: its roles' rights, then the channel's own exceptions to them. */
import { type Json, word } from './net.ts';

export interface Standing {
  readonly bot: string;
  /** Id of the server; that of its `@everyone` role too. */
  readonly guild: string;
  readonly owner: string;
  readonly roles: readonly Json[];
  /** Ids of the bot's roles. */
  readonly own: readonly string[];
  readonly overwrites: readonly Json[];
}

const ADMINISTRATOR = 1n << 3n;
/** What the game's feed needs. */
const NEEDED: Readonly<Record<string, bigint>> = {
  'View Channel': 1n << 10n,
  'Send Messages': 1n << 11n,
  'Attach Files': 1n << 15n,
};

/** The rights that are missing; null if the answers do not tell. */
export function rightsMissing(standing: Standing): readonly string[] | null {
  const { bot, guild, owner, roles, own } = standing;
  if (roles.length === 0) return null;
  if (bot === owner) return [];
  const mine = new Set([guild, ...own]);
  const base = roles
    .filter((role) => mine.has(word(role.id)))
    .reduce((sum, role) => sum | bits(role.permissions), 0n);
  if ((base & ADMINISTRATOR) !== 0n) return [];
  const rights = excepted(base, standing);
  return Object.entries(NEEDED)
    .filter(([, bit]) => (rights & bit) === 0n)
    .map(([name]) => name);
}

/** In Discord's order: everybody's exceptions, then those of all the roles together, then the bot's own. */
function excepted(base: bigint, { bot, guild, own, overwrites }: Standing): bigint {
  const steps = [
    overwrites.filter(({ id }) => word(id) === guild),
    overwrites.filter(({ id }) => word(id) !== guild && own.includes(word(id))),
    overwrites.filter(({ id }) => word(id) === bot),
  ];
  return steps.reduce((rights, group) => {
    const deny = group.reduce((sum, one) => sum | bits(one.deny), 0n);
    const allow = group.reduce((sum, one) => sum | bits(one.allow), 0n);
    return (rights & ~deny) | allow;
  }, base);
}

/** Written as a decimal number in a text, for it has more bits than a number holds. */
function bits(value: unknown): bigint {
  const text = word(value);
  return /^\d+$/.test(text) ? BigInt(text) : 0n;
}
