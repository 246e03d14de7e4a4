/** The extension's backend behind its routes: who may do what on which seat, and what it comes to. */
import { randomUUID } from 'node:crypto';
import type { HostedGame } from '../../host/hosted-game.ts';
import type { ExtConfig, ExtMe, ExtReceipt, ExtSwitches } from '../../protocol/extension.ts';
import type { BothTexts } from '../../protocol/texts.ts';
import { type Reply, runAct } from '../act.ts';
import { Denied } from '../guard/answers.ts';
import { Refusal } from '../guard/refusal.ts';
import { ExtDenied } from './answers.ts';
import { Ballots } from './ballots.ts';
import { type Binding, Bindings, type Meta, SWITCHES } from './bindings.ts';
import { BitsDesk, type Ended, type Purchase, productsOf } from './bits.ts';
import { type Seat, SeatCodes } from './codes.ts';
import type { Receipt, Viewer } from './jwt.ts';
import { meOf } from './me.ts';
import type { TwitchPort } from './push.ts';
import { nameOf, Receipts } from './viewers.ts';

export interface DeskOptions {
  readonly clientId: string;
  readonly meta: Meta;
  readonly game: (id: string) => HostedGame | undefined;
  readonly texts: BothTexts;
  readonly twitch: TwitchPort | null;
  readonly pushedAt: (channel: string) => number | null;
  readonly onFault: (error: unknown, about: string) => void;
}

interface Place {
  readonly binding: Binding;
  readonly game: HostedGame;
}
type Act = { readonly type: string } & Readonly<Record<string, unknown>>;

export class ExtensionDesk {
  readonly bindings: Bindings;
  readonly codes = new SeatCodes();
  readonly ballots = new Ballots();
  readonly #receipts = new Receipts();
  readonly #options: DeskOptions;
  readonly #bits: BitsDesk;

  static async open(options: DeskOptions): Promise<ExtensionDesk> {
    return new ExtensionDesk(options, await Bindings.open(options.meta));
  }

  private constructor(options: DeskOptions, bindings: Bindings) {
    this.#options = options;
    this.bindings = bindings;
    this.#bits = new BitsDesk(options.meta, options.clientId);
  }

  /** @throws ExtDenied ext-not-bound */
  #place(channel: string): Place {
    const binding = this.bindings.of(channel);
    const game = binding ? this.#options.game(binding.game) : undefined;
    if (!binding || !game) throw new ExtDenied('ext-not-bound');
    return { binding, game };
  }

  async me(viewer: Viewer): Promise<ExtMe> {
    const { binding, game } = this.#place(viewer.channel);
    const { player, switches } = binding;
    return meOf(viewer, {
      game,
      player,
      ballots: this.ballots,
      receipts: this.#receipts.of(viewer),
      credits: viewer.user === null ? [] : await this.#bits.credits(viewer.channel, viewer.user),
      products: switches.bits ? productsOf(game.rules) : [],
    });
  }

  vote(viewer: Viewer, vote: { poll: string; choice: number | 'x' }): { counted: boolean } {
    const { binding, game } = this.#place(viewer.channel);
    const counted = this.ballots.vote(viewer, { ...binding, game }, vote);
    this.#receipts.add(viewer, {
      id: `vote ${vote.poll}`,
      ...{ at: game.clock.now(), is: 'vote', what: String(vote.choice), ok: counted },
      text: NOTHING,
    });
    return { counted };
  }

  /** An ordinary command of a viewer, as a line of the chat would be. @throws ExtDenied, Refusal, Denied */
  async act(viewer: Viewer, wish: { id: string; act: Act; helix?: string | undefined }): Promise<Reply> {
    const { binding, game } = this.#place(viewer.channel);
    const challenge = wish.act.type === 'challenge';
    if (challenge && !binding.switches.trials) throw new ExtDenied('ext-closed');
    const { user, purchase } = await this.#person(viewer, { binding, game }, wish.helix);
    const as = { platform: 'twitch', user, name: purchase.name, channel: binding.player };
    const said = { id: `ext:${wish.id}`, as, command: wish.act };
    const done = await runAct(game, said, { texts: this.#options.texts, talk: false }).catch((error) => {
      this.#options.onFault(error, `extension, game ${game.id}`);
      throw new Denied('not-stored', { detail: error instanceof Error ? error.message : String(error) });
    });
    if (!done.ok) throw new Refusal(done.code, done.args);
    const text = done.reply ?? NOTHING;
    const is: ExtReceipt['is'] = challenge ? 'challenge' : 'use';
    const what = challenge ? '' : String(wish.act.item ?? '');
    this.#receipts.add(viewer, { id: wish.id, at: done.at, is, what, ok: true, text });
    return text;
  }

  /** @throws ExtDenied */
  async bits(viewer: Viewer, receipt: Receipt): Promise<Ended> {
    const { binding, game } = this.#place(viewer.channel);
    if (!binding.switches.bits) {
      // The Bits are spent already: the switch was turned while the viewer was paying. They count all the same.
      this.#options.onFault(new Error(`Bits came while switched off: ${receipt.transaction}`), 'extension');
    }
    if (viewer.user !== null && viewer.user !== receipt.user)
      throw new ExtDenied('ext-receipt', { detail: 'userId' });
    const { purchase } = await this.#person({ ...viewer, user: receipt.user }, { binding, game });
    const ended = await this.#bits.take(receipt, purchase);
    this.#bought(viewer, game, { ended, is: 'bits' });
    return ended;
  }

  async credit(viewer: Viewer, transaction: string): Promise<Ended> {
    const { binding, game } = this.#place(viewer.channel);
    const { user, purchase } = await this.#person(viewer, { binding, game });
    const ended = await this.#bits.again(transaction, user, purchase);
    this.#bought(viewer, game, { ended, is: 'credit' });
    return ended;
  }

  #bought(viewer: Viewer, game: HostedGame, { ended, is }: { ended: Ended; is: 'bits' | 'credit' }): void {
    const ok = ended.end === 'applied';
    const id = `${is} ${ended.transaction}`;
    this.#receipts.add(viewer, { id, at: game.clock.now(), is, what: ended.sku, ok, text: NOTHING });
  }

  async #person(
    viewer: Viewer,
    { binding, game }: Place,
    helix?: string,
  ): Promise<{ user: string; purchase: Purchase }> {
    const { user, channel } = viewer;
    if (user === null) throw new ExtDenied('ext-share');
    const { player } = binding;
    const lang = game.host.state.players[player]?.lang ?? game.host.state.lang;
    const lookUp = this.#options.twitch?.nameOf.bind(this.#options.twitch) ?? null;
    const name = await nameOf(user, { game, player, lang, helix, lookUp });
    return { user, purchase: { game, player, channel, name } };
  }

  config(viewer: Viewer): ExtConfig {
    const { channel } = owner(viewer);
    const binding = this.bindings.of(channel);
    const game = binding ? this.#options.game(binding.game) : undefined;
    const bound = binding && {
      game: binding.game,
      player: binding.player,
      name: game?.names.of(binding.player) ?? binding.player,
      status: game?.host.state.status ?? ('gone' as const),
    };
    return {
      bound,
      switches: binding?.switches ?? SWITCHES,
      products: game ? productsOf(game.rules) : [],
      pushed: this.#options.pushedAt(channel),
    };
  }

  /** One of: a code that binds, the end of the binding, or switches. @throws ExtDenied */
  async set(
    viewer: Viewer,
    wish: {
      code?: string | undefined;
      unbind?: true | undefined;
      switches?: Partial<ExtSwitches> | undefined;
    },
  ): Promise<ExtConfig> {
    const { channel } = owner(viewer);
    if (wish.code !== undefined) {
      const seat = this.codes.spend(wish.code);
      if (!seat || !this.#options.game(seat.game)) throw new ExtDenied('ext-code');
      await this.bindings.bind(channel, seat);
    } else if (wish.unbind) await this.bindings.unbind(channel);
    else {
      if (!this.bindings.of(channel)) throw new ExtDenied('ext-not-bound');
      await this.bindings.turn(channel, wish.switches ?? {});
    }
    this.#configure(channel);
    return this.config(viewer);
  }

  /** A code for a seat, for its owner to type into the config page. */
  codeFor(seat: Seat): string {
    return this.codes.make(seat);
  }

  /** What every view reads from Twitch before it asks us anything: channels without a race cost us nothing. */
  #configure(channel: string): void {
    const binding = this.bindings.of(channel);
    const content = JSON.stringify({ v: 1, on: binding !== null, n: randomUUID().slice(0, 8) });
    this.#options.twitch
      ?.configure(channel, content)
      .catch((error: unknown) => this.#options.onFault(error, `extension, configuration of ${channel}`));
  }
}

const NOTHING: Reply = { ru: '', en: '' };

function owner(viewer: Viewer): Viewer {
  if (viewer.role !== 'broadcaster') throw new ExtDenied('ext-role');
  return viewer;
}
