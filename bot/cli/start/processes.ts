/** A process for each seat, and one for Discord where the settings name a channel of it, kept alive. */
import { join } from 'node:path';
import type { HostParts } from '../../compose.ts';
import { ASIDE } from '../../compose-chats.ts';
import type { SimulatedStage } from '../../compose-stage.ts';
import { MsigError } from '../../errors.ts';
import type { HostedGame } from '../../host/hosted-game.ts';
import { Supervisor } from '../../player/supervisor.ts';
import { childEnvironment, ROOT } from '../../settings.ts';
import type { Settings } from '../../settings-table.ts';
import { chatsOf } from './seats.ts';

export interface Processes {
  stop(): Promise<void>;
}

export interface ProcessOptions {
  readonly parts: HostParts;
  readonly stage: SimulatedStage | null;
  /** Address of the gateway. */
  readonly url: string;
  /** Link of the map, for pictures. */
  readonly overlay: string;
  readonly note: (line: string) => void;
}

export function startProcesses(game: HostedGame, options: ProcessOptions): Processes {
  const { settings, tokens } = options.parts;
  const players = game.host.state.order.map((player, seat) =>
    supervised(player, options, {
      name: game.names.of(player),
      args: ['player', ...chatOf(seat, settings)],
      token: () => tokens.sign({ role: 'player', game: game.id, player }),
    }),
  );
  const all = settings.discord.channel ? [...players, startDiscord(game, options)] : players;
  return { stop: async () => void (await Promise.all(all.map((one) => one.stop()))) };
}

function startDiscord(game: HostedGame, options: ProcessOptions): Supervisor {
  const { settings, tokens } = options.parts;
  const { channel, browser } = settings.discord;
  const picture = browser ? ['--browser', browser, '--overlay', options.overlay] : [];
  return supervised('discord', options, {
    name: 'Discord',
    args: ['discord', '--channel', channel ?? '', ...picture],
    token: () => tokens.sign({ role: 'discord', game: game.id }),
  });
}

interface Child {
  /** For people. */
  readonly name: string;
  readonly args: readonly string[];
  readonly token: () => Promise<string>;
}

function supervised(player: string, { parts, url, note, stage }: ProcessOptions, child: Child): Supervisor {
  const { settings, log, metrics } = parts;
  return new Supervisor({
    player,
    command: process.execPath,
    args: [...process.execArgv, join(ROOT, 'bot', 'main.ts'), ...child.args, '--gateway', url],
    env: async () => childEnvironment(await child.token(), stage?.env),
    onState: ({ state, falls }) => {
      if (state === 'waiting') metrics.falls(player);
      log.info({ player, state, falls }, 'process');
    },
    onLine: (line) => {
      const told = line.replace(/^(player|discord): /, '');
      if (told.startsWith(ASIDE)) log.info({ player }, told.slice(ASIDE.length));
      else note(`${child.name}: ${told}`);
    },
    onGaveUp: (count, detail) =>
      note(new MsigError('PLAYER_GAVE_UP', { player, count, minutes: 10, detail }).sentence(settings.lang)),
  });
}

/** Every seat has the local chat; beside it those that the settings name. */
function chatOf(seat: number, settings: Settings): string[] {
  const outside = chatsOf(settings, seat).flatMap(({ platform, channel }) => [
    '--chat',
    `${platform}:${channel}`,
  ]);
  return ['--platform', 'local', ...outside];
}
