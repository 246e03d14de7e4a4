/** All games of this host: made, opened at start, taken in, given out, closed. */
import { randomBytes } from 'node:crypto';
import { commitmentOf, firstSeed, rootFromSeedText } from '../engine/proof.ts';
import type { Refusal } from '../engine/refusal.ts';
import type { Rules } from '../engine/rules.ts';
import type { GameState, Setup } from '../engine/state.ts';
import { epochsOf } from '../engine/time/epochs.ts';
import type { GameStore } from '../store/game-store.ts';
import type { Unverified } from '../store/verify.ts';
import type { OutcomeListener } from './game/game-host.ts';
import type { HostedGame } from './hosted-game.ts';
import { lobbyRequests, refusalOf } from './lobby.ts';
import { type Opened, type OpenOptions, openGame } from './open-game.ts';
import { NOBODY_LINKED } from './persons.ts';
import { type Season, seasonOf } from './season.ts';
import type { GameWish } from './wish.ts';

export interface CatalogOptions extends OpenOptions {
  readonly store: GameStore<GameState>;
  /** For new games; a game that exists has its own, frozen in its log. */
  readonly content: { readonly rules: Rules; readonly rulesHash: string; readonly pack: string };
  readonly version: string;
}

export interface GameInfo {
  readonly game: string;
  readonly status: GameState['status'];
  readonly seq: number;
  readonly players: readonly string[];
}

/** A wish that the engine turns down. */
export class WishRefused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = 'WishRefused';
    this.refusal = refusal;
  }
}

/** A file that is no untouched export. */
export class ImportRefused extends Error {
  readonly report: Unverified;
  constructor(report: Unverified) {
    super(report.reason);
    this.name = 'ImportRefused';
    this.report = report;
  }
}

export class Catalog {
  readonly #options: CatalogOptions;
  readonly #games = new Map<string, Opened>();
  readonly #rules = new Map<string, Rules>();
  #outcome: OutcomeListener | null = null;
  #closed = false;

  constructor(options: CatalogOptions) {
    this.#options = options;
    this.#rules.set(options.content.rulesHash, options.content.rules);
    options.persons?.onChange((change) => {
      for (const { hosted } of this.#games.values()) hosted.relinked(change);
    });
  }

  /** Opens every game of the log: those that run go on. */
  async openAll(): Promise<void> {
    for (const { game } of await this.#options.store.log.games()) await this.#open(game);
  }

  get(game: string): HostedGame | undefined {
    return this.#games.get(game)?.hosted;
  }

  list(): GameInfo[] {
    return [...this.#games.values()].map(({ hosted }) => ({
      game: hosted.id,
      status: hosted.host.state.status,
      seq: hosted.host.seq,
      players: hosted.host.state.order.map((id) => hosted.names.of(id)),
    }));
  }

  /** @throws WishRefused if a class, a skill or the attributes cannot be; the driver's errors as they come. */
  async create(wish: GameWish): Promise<HostedGame> {
    const { store, content, version } = this.#options;
    const rules = rulesFor(wish, content.rules);
    const game = `g${randomBytes(5).toString('hex')}`;
    const ranked = wish.seed === undefined;
    const { size, pace, lang } = wish;
    const mapSeed = wish.seed ?? randomBytes(8).toString('hex');
    const setup: Setup = { game, mapSeed, size, pace, lang, ranked };
    const refusal = refusalOf(setup, rules, wish.seats);
    if (refusal) throw new WishRefused(refusal);
    const root = wish.seed === undefined ? new Uint8Array(randomBytes(32)) : rootFromSeedText(wish.seed);
    await store.create({
      header: { ...setup, version, pack: content.pack },
      rules,
      secret: root,
      commitment: (bound) => commitmentOf(firstSeed(root, epochsOf(setup, rules)), bound),
    });
    const hosted = await this.#open(
      game,
      wish.seats.every(({ kind }) => kind === 'bot'),
    );
    for (const [seat, { name }] of wish.seats.entries()) {
      hosted.names.put(`p${seat + 1}`, { name, platform: 'seat' });
    }
    await Promise.all(lobbyRequests(wish.seats, rules).map((request) => hosted.host.submit(request)));
    return hosted;
  }

  /** Takes in an exported game under its own id. @throws ImportRefused; AdapterError LOG_GAME_EXISTS */
  async take(text: string): Promise<HostedGame> {
    const report = await this.#options.store.import(once(text));
    if (!report.ok) throw new ImportRefused(report);
    return this.#open(report.game);
  }

  /** The whole game as NDJSON, in pieces. */
  export(game: string): AsyncIterable<string> {
    return this.#options.store.export(game);
  }

  /** What these identities of one person have to lose: seats and helpers' rights in games that are not over. */
  stakes(
    identities: readonly string[],
  ): readonly { readonly game: string; readonly player: string; readonly name: string }[] {
    return [...this.#games.values()].flatMap(({ hosted }) =>
      identities
        .flatMap((identity) => hosted.people.stakes(identity))
        .map((player) => ({ game: hosted.id, player, name: hosted.names.of(player) })),
    );
  }

  /** @param practice games of a chosen seed count too. */
  season(practice: boolean): Season {
    const { persons = NOBODY_LINKED } = this.#options;
    return seasonOf({ games: [...this.#games.values()].map(({ hosted }) => hosted), persons, practice });
  }

  /** Commands that wait, over all games. */
  waiting(): number {
    let sum = 0;
    for (const { hosted } of this.#games.values()) sum += hosted.host.waiting;
    return sum;
  }

  /** Tells of what becomes of commands, in all games, for the figures. */
  onOutcome(listener: OutcomeListener): void {
    this.#outcome = listener;
    for (const { hosted } of this.#games.values()) hosted.host.onOutcome(listener);
  }

  health(): { readonly ok: boolean; readonly games: number } {
    return { ok: !this.#closed, games: this.#games.size };
  }

  /** Takes nothing more; resolves when everything that waits is stored. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#games.values()].map((opened) => opened.close()));
  }

  async #open(game: string, botsOnly?: boolean): Promise<HostedGame> {
    const share = (hash: string, rules: Rules) => this.#shared(hash, rules);
    const how = botsOnly === undefined ? { share } : { share, botsOnly };
    const opened = await openGame(game, this.#options, how);
    this.#games.set(game, opened);
    if (this.#outcome) opened.hosted.host.onOutcome(this.#outcome);
    return opened.hosted;
  }

  /** Games with the same rules share one object: a pack is some hundred kilobytes. */
  #shared(hash: string, rules: Rules): Rules {
    const known = this.#rules.get(hash);
    if (known) return known;
    this.#rules.set(hash, rules);
    return rules;
  }
}

async function* once(text: string): AsyncIterable<string> {
  yield text;
}

/** The pack's rules at the pace that was asked for. */
function rulesFor({ rollEvery }: GameWish, rules: Rules): Rules {
  const { tunables } = rules;
  if (rollEvery === undefined) return rules;
  return { ...rules, tunables: { ...tunables, tokens: { ...tunables.tokens, every: rollEvery } } };
}
