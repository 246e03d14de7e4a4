/** Who is at the other end, and what that lets them see and say. */
import type { Speaker } from '../../protocol/wire.ts';

export type Identity =
  | { readonly role: 'admin' }
  /** A player's process or own program: one seat, and the chat of that seat. */
  | { readonly role: 'player'; readonly game: string; readonly player: string }
  /**
   * The play page: these seats, and viewers of the local chat. `host`: given at the machine of the game to whoever
   * hosts it; a seat that was applied for is never that, even where it is the only one.
   */
  | {
      readonly role: 'site';
      readonly game: string;
      readonly seats: readonly string[];
      readonly host?: true | undefined;
    }
  /** The Discord process: reads all of one game, and speaks for people of Discord alone, in the chat of any seat. */
  | { readonly role: 'discord'; readonly game: string }
  /** OBS and spectators: reads, never speaks. */
  | { readonly role: 'overlay'; readonly game: string };

/** Nobody but the admin reaches another game. */
export function mayEnter(who: Identity, game: string): boolean {
  return who.role === 'admin' || who.game === game;
}

/**
 * Reading others is free, bags and odds included: what an overlay shows, everybody sees. Only another player's own
 * process is kept to its seat, which is all that it needs.
 */
export function maySee(who: Identity, view: string): boolean {
  // A player's notes are for the own faces alone: neither the overlay nor the admin reads them.
  if (view.startsWith('notes:')) return seatsOf(who).includes(view.slice('notes:'.length));
  if (!view.startsWith('bag:')) return true;
  if (who.role === 'admin' || who.role === 'overlay' || who.role === 'discord') return true;
  return seatsOf(who).includes(view.slice('bag:'.length));
}

/** A token speaks for its seats and their chats alone; the admin for everybody. */
export function maySpeak(who: Identity, as: Speaker): boolean {
  if (who.role === 'admin') return true;
  if ('admin' in as) return false;
  if ('player' in as) return seatsOf(who).includes(as.player);
  // Whose moderators they are, only the process that reads that chat can say.
  if (as.moderator && who.role !== 'player') return false;
  // Whether somebody of Discord is a player, the host knows: by linking, never by this token.
  if (who.role === 'discord') return as.platform === 'discord';
  return seatsOf(who).includes(as.channel) && (who.role === 'player' || as.platform === 'local');
}

const PAYMENTS: readonly unknown[] = ['redeem', 'settled'];

/** Nobody pays in Discord, so nothing that comes from there is a payment, or the end of one. */
export function mayDo(who: Identity, command: unknown): boolean {
  return (
    who.role !== 'discord' || !PAYMENTS.includes((command as { type?: unknown } | null | undefined)?.type)
  );
}

/** Ballots are counted by whoever reads that chat: the seat's own process, or Discord for its people alone. */
export function mayCast(
  who: Identity,
  player: string,
  voters: readonly { readonly voter: string }[],
): boolean {
  if (who.role === 'discord') return voters.every(({ voter }) => voter.startsWith('discord:'));
  return who.role === 'admin' || (who.role === 'player' && who.player === player);
}

/** Who gives out read-only links, which show every bag, and ends them: the admin, and whoever hosts this game. */
export function mayGiveLinks(who: Identity, game: string): boolean {
  return who.role === 'admin' || (who.role === 'site' && who.host === true && who.game === game);
}

export function seatsOf(who: Identity): readonly string[] {
  if (who.role === 'player') return [who.player];
  return who.role === 'site' ? who.seats : [];
}
