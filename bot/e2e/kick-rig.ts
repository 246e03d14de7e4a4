/** For tests of a seat played from Kick: a simulated Kick whose webhooks go to the gateway of a real host. */

import type { KickSimulator } from '../../adapters/platform/kick/simulator/surface.ts';
import { startKickSimulator } from '../../adapters/platform/kick/simulator.ts';
import { listen } from '../cli/start/listen.ts';
import { composeHost, type HostParts } from '../compose.ts';
import type { GameEvent } from '../engine/events.ts';
import type { HostedGame } from '../host/hosted-game.ts';
import type { BoardView, PlayerView } from '../protocol/views.ts';
import { readSettings } from '../settings.ts';
import { temporary } from './rig.ts';

/** Titles, as viewers see them. */
export const REWARDS = { dare: 'Испытание от чата', soup: 'Горячий суп', money: 'Карманные деньги' };

type Of<T extends GameEvent['type']> = Extract<GameEvent, { readonly type: T }>;

/** Channel `streamer` (id 100), one started game, its seat p1 to be played from there. */
export class KickRig {
  readonly kick: KickSimulator;
  readonly parts: HostParts;
  readonly url: string;
  readonly game: HostedGame;
  readonly #remove: () => Promise<void>;

  static async start(seed: string): Promise<KickRig> {
    const kick = await startKickSimulator();
    kick.open('streamer', { id: 100, name: 'Ведущий' });
    Object.assign(kick.limits, { lines: 1_000 });
    const { path: data, remove } = await temporary('kick');
    const env = { MSIG_KICK_PUBLIC_KEY: kick.publicKey.replaceAll('\n', '\\n') };
    const settings = readSettings({ env, options: { data, log: 'sqlite', port: 0, logLevel: 'fatal' } });
    const parts = await composeHost(settings);
    const url = await listen(parts.gateway.app, settings);
    kick.webhookTo(`${url}/hooks/kick`);
    return new KickRig({ kick, parts, url, remove, game: await startGame(parts, seed) });
  }

  private constructor(
    of: Pick<KickRig, 'kick' | 'parts' | 'url' | 'game'> & { remove: () => Promise<void> },
  ) {
    this.kick = of.kick;
    this.parts = of.parts;
    this.url = of.url;
    this.game = of.game;
    this.#remove = of.remove;
  }

  get me(): PlayerView {
    return (this.game.view('board') as BoardView).players.find(({ id }) => id === 'p1')!;
  }

  token(): Promise<string> {
    return this.parts.tokens.sign({ role: 'player', game: this.game.id, player: 'p1' });
  }

  /** Keys of the webhooks that no process has acknowledged yet. */
  async inbox(): Promise<string[]> {
    return (await this.parts.driver.listInbox()).map(({ key }) => key);
  }

  /** Of a redemption, at Kick. */
  status(id: string): 'pending' | 'accepted' | 'rejected' | undefined {
    return this.kick.redemptions().find((one) => one.id === id)?.status;
  }

  /** Events of the log, in its order. */
  async logged<T extends 'redeemed' | 'settled'>(type: T): Promise<Of<T>[]> {
    const found: Of<T>[] = [];
    for await (const line of this.parts.driver.read(this.game.id, 1)) {
      const { events } = JSON.parse(line) as { events: readonly GameEvent[] };
      for (const event of events) if (event.type === type) found.push(event as Of<T>);
    }
    return found;
  }

  async end(): Promise<void> {
    await this.parts.close();
    await this.kick.close();
    await this.#remove();
  }
}

async function startGame({ catalog }: HostParts, seed: string): Promise<HostedGame> {
  const bots = ['Игла', 'Ива', 'Искра'].map((name) => ({ name, lang: 'ru' as const, kind: 'bot' as const }));
  const seat = { name: 'Ведущий', lang: 'ru', kind: 'person' } as const;
  const game = await catalog.create({ seed, size: 'S', pace: 'session', lang: 'ru', seats: [seat, ...bots] });
  await game.host.submit({ id: 'start', as: { by: 'admin' }, command: { type: 'start' } });
  return game;
}
