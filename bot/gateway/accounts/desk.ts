/** Brings wishes about accounts to whoever keeps them, and what both sides are told back to their chats. */
import type { Accounts } from '../../accounts/accounts.ts';
import type { News, Party } from '../../accounts/talk.ts';
import { answerAccount } from '../../commands/answer/account.ts';
import type { HostedGame } from '../../host/hosted-game.ts';
import { seatIdentity } from '../../host/persons.ts';
import { shownText } from '../../host/talk.ts';
import type { AccountAnswer, AccountNews, AccountWish } from '../../protocol/accounts.ts';
import type { Speaker } from '../../protocol/wire.ts';

const NAME_LENGTH = 25;
/** Whoever asks without a socket: what is to be told later is shown on the page of that chat. */
export const PAGE = 'page';

export interface AccountAsk {
  readonly id: string;
  readonly as: Speaker;
  readonly wish: AccountWish;
  /** The client's own word for the chat. */
  readonly chat?: string | undefined;
  /** Where news for this speaker go: an address that somebody joined, or `PAGE`. */
  readonly address: string;
}

export interface DeskOptions {
  readonly accounts: Accounts;
  readonly game: (id: string) => HostedGame | undefined;
}

type Ear = (news: AccountNews) => void;

export class AccountDesk {
  readonly #options: DeskOptions;
  readonly #ears = new Map<string, Set<Ear>>();

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  /** From now on news for this address are heard here. Returns the way to leave. */
  join(address: string, ear: Ear): () => void {
    const ears = this.#ears.get(address) ?? new Set();
    this.#ears.set(address, ears.add(ear));
    return () => {
      ears.delete(ear);
      if (ears.size === 0 && this.#ears.get(address) === ears) this.#ears.delete(address);
    };
  }

  /** @throws the driver's error if it could not be stored; then nothing has changed. */
  async ask(game: HostedGame, { id, as, wish, chat, address }: AccountAsk): Promise<AccountAnswer> {
    const known = partyOf(game, as);
    if (!known) return { ok: false, code: 'forbidden', args: { detail: 'as' } };
    const party = { ...known, chat: chat ?? null, address };
    const { answer, news } = await this.#options.accounts.ask(party, wish, id);
    for (const one of news) this.#deliver(one);
    return answer;
  }

  #deliver({ party, to, chat, says }: News): void {
    // Of two programs that speak for one seat, the one that came last has the chat.
    const ear = [...(this.#ears.get(party.address) ?? [])].at(-1);
    if (ear) return ear({ to, chat, says });
    const game = this.#options.game(party.game);
    const { channel } = party;
    const lang = game?.host.state.players[channel]?.lang ?? 'ru';
    const text = answerAccount({ lang, answer: { ok: true, says } });
    game?.say({ player: channel, from: 'MSIG', role: 'game', text });
  }
}

/** Nobody is linked to the referee: null. */
function partyOf(game: HostedGame, as: Speaker): Omit<Party, 'chat' | 'address'> | null {
  if ('admin' in as) return null;
  if ('player' in as) {
    const { player } = as;
    const identity = seatIdentity(game.id, player);
    return { identity, name: game.names.of(player), platform: 'seat', game: game.id, channel: player };
  }
  const { platform, user, channel } = as;
  const name = shownText(as.name, NAME_LENGTH) || user.slice(0, NAME_LENGTH);
  return { identity: `${platform}:${user}`, name, platform, game: game.id, channel };
}
