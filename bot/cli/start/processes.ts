/** A process for each seat of the rehearsal, kept alive. */
import { join } from 'node:path';
import type { HostParts } from '../../compose.ts';
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
  readonly note: (line: string) => void;
}

export function startProcesses(game: HostedGame, { parts, url, note, stage }: ProcessOptions): Processes {
  const { settings, tokens, log, metrics } = parts;
  const all = game.host.state.order.map((player, seat) => {
    const env = async () =>
      childEnvironment(await tokens.sign({ role: 'player', game: game.id, player }), stage?.env);
    return new Supervisor({
      player,
      command: process.execPath,
      args: [
        ...process.execArgv,
        join(ROOT, 'bot', 'main.ts'),
        'player',
        '--gateway',
        url,
        ...chatOf(seat, settings),
      ],
      env,
      onState: ({ state, falls }) => {
        if (state === 'waiting') metrics.falls(player);
        log.info({ player, state, falls }, 'player process');
      },
      onLine: (line) => log.info({ player }, line),
      onGaveUp: (count, detail) =>
        note(new MsigError('PLAYER_GAVE_UP', { player, count, minutes: 10, detail }).sentence(settings.lang)),
    });
  });
  return { stop: async () => void (await Promise.all(all.map((one) => one.stop()))) };
}

/** Every seat has the local chat; beside it those that the settings name. */
function chatOf(seat: number, settings: Settings): string[] {
  const outside = chatsOf(settings, seat).flatMap(({ platform, channel }) => [
    '--chat',
    `${platform}:${channel}`,
  ]);
  return ['--platform', 'local', ...outside];
}
