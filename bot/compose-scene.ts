/** Which scene program is used, and the stage on it, out of the settings. */
import type { SceneProgram } from '../adapters/scene/contract.ts';
import { noScene } from '../adapters/scene/none.ts';
import { obsScene } from '../adapters/scene/obs/index.ts';
import type { ErrorLang } from './errors.ts';
import { noteOf } from './stage/notes.ts';
import { partOf } from './stage/part.ts';
import type { ObsSettings } from './stage/rules.ts';
import { Stage, type StageOptions } from './stage/stage.ts';

/** Without an address there is none, and everything else works. */
export function composeScene({ url, password }: Pick<ObsSettings, 'url' | 'password'>): SceneProgram {
  return url === null ? noScene() : obsScene({ url, password });
}

export interface StageParts {
  readonly obs: ObsSettings;
  readonly lang: ErrorLang;
  /** Links of the overlay as they are now, for OBS. */
  readonly links: () => readonly string[];
  readonly subscribe: StageOptions['subscribe'];
  /** A line for the streamer. */
  readonly note: (line: string) => void;
}

/** A stage that is not started yet; null if no OBS is set up. */
export function composeObsStage({ obs, lang, links, subscribe, note }: StageParts): Stage | null {
  if (obs.url === null) return null;
  let noBrowserTold = false;
  return new Stage({
    program: composeScene(obs),
    rules: obs.rules,
    subscribe,
    part: () => partOf({ links: links(), missing: 'make-if-none', keepsOptions: true }),
    onNews: (news) => {
      if (news.is === 'no-browser' && noBrowserTold) return;
      noBrowserTold ||= news.is === 'no-browser';
      const line = noteOf(news, lang);
      if (line !== null) note(line);
    },
  });
}
