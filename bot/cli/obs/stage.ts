/** The stage of a host: it listens to its game directly, and keeps the overlay's links in OBS fresh. */
import { composeObsStage } from '../../compose-scene.ts';
import type { HostedGame } from '../../host/hosted-game.ts';
import type { Settings } from '../../settings-table.ts';
import { obsOf } from './given.ts';

export interface HostStageOptions {
  readonly settings: Settings;
  readonly game: HostedGame;
  /** Link of the overlay, with its read-only key. */
  readonly overlay: string;
  readonly note: (line: string) => void;
}

/** Started; null if no OBS is set up. An OBS that is absent, locked or old is told by a note and never stops a game. */
export function startHostStage({ settings, game, overlay, note }: HostStageOptions): {
  picture(): Promise<Buffer | null>;
  close(): Promise<void>;
} | null {
  const obs = obsOf(settings);
  const stage = obs
    ? composeObsStage({
        obs,
        lang: settings.lang,
        links: () => [overlay],
        subscribe: (listener) =>
          game.publisher.watch('log', ({ moments }) => {
            if (moments.length > 0) listener(moments);
          }) ?? (() => {}),
        note,
      })
    : null;
  stage?.start();
  return stage;
}
