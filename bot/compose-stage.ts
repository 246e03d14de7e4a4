/** `npm start -- --rehearse`: settings that point at simulated platforms, in a data folder of their own. */
import { join } from 'node:path';
import { type Performance, Stage } from './rehearsal/stage.ts';
import { readSettings, type SettingsInput } from './settings.ts';
import type { Settings } from './settings-table.ts';

export interface SimulatedStage {
  readonly settings: Settings;
  /** For the processes of players. */
  readonly env: Readonly<Record<string, string>>;
  perform(gateway: string, performance: Performance): void;
  close(): Promise<void>;
}

/** Accounts, secrets and games of the real evenings are not touched. @throws MsigError BAD_SETTING */
export async function composeStage({ options = {}, ...rest }: SettingsInput): Promise<SimulatedStage> {
  const usual = readSettings({ options, ...rest });
  const stage = await Stage.open();
  const data = join(usual.data, 'rehearsal');
  const env = { ...stage.env, MSIG_DATA: data };
  const { players } = usual;
  const seats = stage.seats(usual.lang);
  try {
    const settings = readSettings({
      ...rest,
      options: {
        ...options,
        ...{ data, seats, 'twitch.channel': undefined },
        bots: options.bots ?? Math.max(0, players - seats.length),
      },
      env: { ...process.env, ...env },
    });
    return {
      settings,
      env,
      perform: (gateway, performance) => stage.perform(gateway, performance),
      close: () => stage.close(),
    };
  } catch (error) {
    await stage.close();
    throw error;
  }
}
