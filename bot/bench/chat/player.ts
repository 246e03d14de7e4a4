/** A player's chat with a game at the other end that is always there: a race under way, and a vote that is open. */
import type { ChatMessage, PlatformAdapter } from '../../../adapters/platform/contract.ts';
import { bagView } from '../../engine/views/bag.ts';
import { boardView } from '../../engine/views/board.ts';
import { Chat } from '../../player/chat.ts';
import type { Link } from '../../player/link.ts';
import type { BothTexts } from '../../protocol/texts.ts';
import type { Ballot } from '../../protocol/wire.ts';
import { loadRace, recordRace } from '../engine/games.ts';
import { VOTE_OPTIONS } from './corpus.ts';

export interface Heard {
  lines: number;
  commands: number;
  /** Ballots sent on to the game. */
  votes: number;
}

const PLAYER = 'p1';
/** As a player's process does it. */
const FLUSH_MS = 100;

/** @returns what hears a line, as `msig player` does; ballots are counted into `heard`. */
export async function chatOf(
  adapter: PlatformAdapter,
  heard: Heard,
): Promise<(message: ChatMessage) => Promise<void>> {
  const content = await loadRace();
  const race = recordRace(content, 600);
  const names = Object.fromEntries(race.state.order.map((id) => [id, race.nameOf(id)]));
  const { rules } = content;
  const links = Object.fromEntries(race.state.order.map((id) => [id, 'up' as const]));
  const now = boardView(race.state, { rules, seq: race.steps, names, links, tally: {}, commitment: '' });
  const poll = {
    id: 'q1',
    player: PLAYER,
    pending: 1,
    kind: 'choice',
    need: 0,
    opens: 0,
    closes: 0,
  } as const;
  const board = { ...now, polls: [{ ...poll, options: VOTE_OPTIONS }] };
  const bag = bagView(race.state, PLAYER, { rules, names });
  const link: Pick<Link, 'up' | 'view' | 'act' | 'say' | 'ballots' | 'beat'> = {
    up: true,
    view: <T>(name: string) => (name === 'board' ? board : bag) as T,
    act: async () => ({ ok: true, seq: 1, events: [] }),
    say: () => true,
    beat: () => true,
    ballots: (_poll: string, _n: number, list: readonly Ballot[]) => {
      heard.votes += list.length;
      return true;
    },
  };
  const texts = content.texts as unknown as BothTexts;
  const chat = new Chat({ player: PLAYER, link: link as Link, adapters: [adapter], texts });
  chat.follow(board);
  setInterval(() => chat.flush(), FLUSH_MS).unref();
  return (message) => chat.hear(message);
}
