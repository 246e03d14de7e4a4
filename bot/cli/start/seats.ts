/** Who plays from where, as the settings say it. */
import type { Settings } from '../../settings-table.ts';

type Seat = Settings['seats'][number];

/** Outside chats of a seat. `--twitch` gives the first one a Twitch channel over what is written for it. */
export function chatsOf({ seats, twitch }: Settings, seat: number): Seat['chats'] {
  const chats = seats[seat]?.chats ?? [];
  const channel = seat === 0 ? twitch.channel?.replace(/^#/, '') : undefined;
  if (!channel) return chats;
  return [{ platform: 'twitch', channel }, ...chats.filter(({ platform }) => platform !== 'twitch')];
}

/** How many seats people play: one, or as many as are written down. */
export const peopleOf = ({ seats, players, bots }: Settings): number =>
  bots === null ? Math.min(players, Math.max(1, seats.length)) : players - bots;
