/** A season under way: a host, a simulated platform for each seat, and a player's process for each of them. */

import { listen } from '../../cli/start/listen.ts';
import { composeHost, type HostParts } from '../../compose.ts';
import { type ChatChoice, composePlayer } from '../../compose-chats.ts';
import type { GameEvent } from '../../engine/events.ts';
import type { HostedGame } from '../../host/hosted-game.ts';
import type { Running } from '../../player/process.ts';
import { Stage } from '../../rehearsal/stage.ts';
import { readSettings } from '../../settings.ts';
import type { Settings } from '../../settings-table.ts';
import { temporary, until } from '../rig.ts';

export interface Logged {
  readonly id: string;
  readonly by: string;
  readonly type: string;
  readonly events: readonly GameEvent[];
}

export class Season {
  readonly stage: Stage;
  readonly parts: HostParts;
  readonly game: HostedGame;
  /** Ids of commands that have reached the host, whatever became of them. */
  readonly reached = new Set<string>();
  /** What processes said went wrong. */
  readonly notes: string[] = [];
  readonly #url: string;
  readonly #settings: Settings;
  readonly #remove: () => Promise<void>;
  #running: Running[] = [];

  static async open(seed: string): Promise<Season> {
    const stage = await Stage.open();
    const { path: data, remove } = await temporary('season');
    const options = { data, log: 'sqlite', port: 0, logLevel: 'fatal', seats: stage.seats('ru') };
    const settings = readSettings({ env: stage.env, options });
    const parts = await composeHost(settings);
    const url = await listen(parts.gateway.app, settings);
    for (const place of stage.places) place.reach(url);
    const seats = stage.places.map(({ platform }) => ({
      ...{ name: platform, lang: 'ru' as const, kind: 'person' as const },
      ...{ classId: 'know_it_all', skills: ['light_feet', 'patience'] },
    }));
    const wish = { seed, size: 'L', pace: 'session', lang: 'ru', seats } as const;
    const game = await parts.catalog.create(wish);
    await game.host.submit({ id: 'start', as: { by: 'admin' }, command: { type: 'start' } });
    return new Season({ stage, parts, game, url, settings, remove });
  }

  private constructor(of: {
    stage: Stage;
    parts: HostParts;
    game: HostedGame;
    url: string;
    settings: Settings;
    remove: () => Promise<void>;
  }) {
    this.stage = of.stage;
    this.parts = of.parts;
    this.game = of.game;
    this.#url = of.url;
    this.#settings = of.settings;
    this.#remove = of.remove;
    const act = this.game.act.bind(this.game);
    this.game.act = (said) => {
      this.reached.add(said.id);
      return act(said);
    };
  }

  /** Everybody's process comes, as `msig player` composes it. */
  async join(): Promise<void> {
    this.#running = await Promise.all(
      this.stage.places.map(async ({ platform, channel }, seat) => {
        const player = `p${seat + 1}`;
        const chats: ChatChoice[] = [{ platform, channel }];
        return composePlayer(chats, {
          gateway: this.#url,
          token: await this.parts.tokens.sign({ role: 'player', game: this.game.id, player }),
          settings: this.#settings,
          note: (line) => this.notes.push(`${player}: ${line}`),
          onAlive: () => {},
        });
      }),
    );
    await until(
      () => this.stage.places.every((place) => place.heard()),
      60_000,
      () => this.notes.join('\n'),
    );
  }

  /** Everybody's process goes. */
  async leave(): Promise<void> {
    await Promise.all(this.#running.splice(0).map((one) => one.close()));
  }

  /** Lines of the log, in its order. */
  async logged(): Promise<readonly Logged[]> {
    const lines: Logged[] = [];
    for await (const line of this.parts.driver.read(this.game.id, 1)) {
      const { id, as, command, events } = JSON.parse(line) as {
        id: string;
        as: Record<string, string>;
        command: { type: string };
        events: GameEvent[];
      };
      lines.push({ id, by: `${as.by}:${as.viewer ?? as.player ?? ''}`, type: command.type, events });
    }
    return lines;
  }

  async end(): Promise<void> {
    await this.leave();
    await this.stage.close();
    await this.parts.close();
    await this.#remove();
  }
}
