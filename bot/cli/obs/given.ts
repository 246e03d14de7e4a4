/** What `msig obs …` is given: options first, then the settings. */
import { MsigError } from '../../errors.ts';
import { readSettings } from '../../settings.ts';
import type { Settings } from '../../settings-table.ts';
import { isOverlayLink } from '../../stage/part.ts';
import type { ObsSettings } from '../../stage/rules.ts';

export interface Given {
  readonly url?: string;
  readonly password?: string;
  readonly overlay?: readonly string[];
  readonly port?: number | string;
  readonly data?: string;
  readonly lang?: string;
  readonly settings?: string;
  readonly json?: boolean;
}

export interface Wanted {
  readonly settings: Settings;
  readonly obs: ObsSettings & { readonly url: string };
  /** Links given by hand; empty: none. */
  readonly links: readonly string[];
}

const USUAL = 'ws://127.0.0.1:4455';

/** @throws MsigError BAD_OPTION, BAD_SETTING, FILE_UNREADABLE */
export function wantedOf({ url, password, overlay = [], settings: file, ...given }: Given): Wanted {
  const settings = readSettings({
    ...(file ? { file } : {}),
    options: { port: given.port, data: given.data, lang: given.lang },
  });
  const obs = obsOf(settings);
  const address = url ?? obs?.url ?? USUAL;
  if (!URL.canParse(address) || !['ws:', 'wss:'].includes(new URL(address).protocol))
    throw bad('--url', address, `an address like ${USUAL}`);
  const foreign = overlay.find((link) => !isOverlayLink(link));
  if (foreign !== undefined)
    throw bad('--overlay', foreign, 'an address like http://127.0.0.1:4747/overlay?game=…&key=…');
  return {
    settings,
    obs: { url: address, password: password ?? obs?.password ?? null, rules: obs?.rules ?? [] },
    links: overlay,
  };
}

/** Undefined for settings that say nothing of OBS. */
export function obsOf(settings: Settings & { readonly obs?: ObsSettings }): ObsSettings | undefined {
  return settings.obs;
}

function bad(option: string, value: string, expected: string): MsigError {
  return new MsigError('BAD_OPTION', { option, value: value.slice(0, 200), expected });
}
