/** Carries out what an admin has approved: a game is made, or a seat is given in one that waits for players. */
import { randomUUID } from 'node:crypto';
import { type Applications, MOST_OF_ONE } from '../../accounts/applications.ts';
import { clean, cut } from '../../commands/text.ts';
import type { Catalog } from '../../host/catalog.ts';
import type { HostedGame } from '../../host/hosted-game.ts';
import type { Application, Declining, NewApplication, Verdict } from '../../protocol/applications.ts';
import { SEATS } from '../../protocol/games.ts';
import { Denied } from '../guard/answers.ts';
import { Refusal } from '../guard/refusal.ts';

const NAME_LENGTH = 25;

export interface ApplicationsDeskOptions {
  readonly applications: Applications;
  readonly catalog: Catalog;
}

export class ApplicationsDesk {
  readonly #options: ApplicationsDeskOptions;

  constructor(options: ApplicationsDeskOptions) {
    this.#options = options;
  }

  list(): readonly Application[] {
    return this.#options.applications.list();
  }

  /** @throws Denied unknown-application */
  seen(n: number, key: string): Application {
    return known(this.#options.applications.get(n, key), n);
  }

  /** Games that take players now. */
  open(): readonly { readonly game: string; readonly players: readonly string[] }[] {
    const games = this.#options.catalog.list();
    return games.filter(({ status, players }) => status === 'lobby' && players.length < SEATS);
  }

  /**
   * @param from the sender's address
   * @throws Denied applications-full, applications-yours, unknown-game, bad-request
   */
  async apply(wish: NewApplication, from: string): Promise<{ readonly n: number; readonly key: string }> {
    nameOf(wish);
    if (wish.kind === 'play') this.#lobby(wish.game);
    const applied = await this.#options.applications.apply(wish, { at: Date.now(), from });
    if (!applied.ok) throw new Denied(applied.code, { limit: MOST_OF_ONE });
    return { n: applied.n, key: applied.key };
  }

  /** @throws Denied unknown-application; Refusal or WishRefused where there is no seat any more: then it waits still */
  async approve(n: number): Promise<Application> {
    const { applications } = this.#options;
    return known(await applications.answer(n, (wish) => this.#seat(wish)), n);
  }

  /**
   * @param all this one, and all others that wait from the same sender
   * @throws Denied unknown-application
   */
  async decline(n: number, { reason, all }: Declining): Promise<Application> {
    const { applications } = this.#options;
    if (all) return known(await applications.declineAll(n, reason), n);
    return known(await applications.answer(n, async () => ({ is: 'declined', reason })), n);
  }

  async #seat(wish: NewApplication): Promise<Verdict> {
    const name = nameOf(wish);
    if (wish.kind === 'play') return this.#join(this.#lobby(wish.game), { name, lang: wish.lang });
    const { size, pace, lang } = wish;
    const seats = [{ name, lang, kind: 'person' as const }];
    const game = await this.#options.catalog.create({ size, pace, lang, seats });
    return { is: 'approved', game: game.id, player: 'p1' };
  }

  async #join(game: HostedGame, { name, lang }: { name: string; lang: 'ru' | 'en' }): Promise<Verdict> {
    const { order } = game.host.state;
    if (order.some((id) => game.names.of(id).toLowerCase() === name.toLowerCase()))
      throw new Denied('bad-request', { detail: `somebody at this table is called ${name}` });
    const player = Array.from({ length: SEATS }, (_, seat) => `p${seat + 1}`).find(
      (id) => !order.includes(id),
    );
    if (!player) throw new Refusal('no-seat', { seats: SEATS });
    const command = { type: 'join', player, kind: 'person', lang } as const;
    const joined = await game.host.submit({ id: `join ${randomUUID()}`, as: { by: 'admin' }, command });
    if (!joined.ok) throw new Refusal(joined.code, joined.args);
    game.names.put(player, { name, platform: 'seat' });
    const as = { by: 'player', player } as const;
    const ready = await game.host.submit({ id: 'ready', as, command: { type: 'ready' } });
    if (!ready.ok) throw new Refusal(ready.code, ready.args);
    return { is: 'approved', game: game.id, player };
  }

  #lobby(id: string): HostedGame {
    const game = this.#options.catalog.get(id);
    if (!game) throw new Denied('unknown-game', { found: id.slice(0, 60) });
    const { status } = game.host.state;
    if (status !== 'lobby') throw new Refusal('not-lobby', { status });
    return game;
  }
}

function known(found: Application | null, n: number): Application {
  if (!found) throw new Denied('unknown-application', { found: n });
  return found;
}

/** As it will stand on the board. @throws Denied bad-request */
function nameOf({ name }: NewApplication): string {
  const shown = cut(clean(name), NAME_LENGTH);
  if (shown === '') throw new Denied('bad-request', { detail: 'name has nothing to show' });
  return shown;
}
