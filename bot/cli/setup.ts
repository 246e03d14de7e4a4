/** `msig setup`: connects platforms, step by step. Needs a terminal; writes settings.yaml and sealed secrets into the data folder. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { isAdapterError } from '../../adapters/errors.ts';
import { composeVault } from '../compose-chats.ts';
import { tryApp } from '../doctor/try-app.ts';
import { isMsigError, MsigError } from '../errors.ts';
import { madeSettings, ROOT, readSettings } from '../settings.ts';
import type { Settings } from '../settings-table.ts';
import { Discretion } from '../setup/discretion.ts';
import { type Door, openDoor } from '../setup/door.ts';
import { lazyVault } from '../setup/draft-vault.ts';
import { type SetupLang, type Table, WORDS } from '../setup/table.ts';
import { Cancelled, openTerminal } from '../setup/terminal.ts';
import { isSetupName, runWizard, SETUP_NAMES } from '../setup/wizard.ts';
import { number } from './options.ts';
import { findRunning } from './running.ts';

interface Given {
  readonly lang?: SetupLang;
  readonly data?: string;
  readonly port?: number | string;
  readonly settings?: string;
}

/** As shells count a program that ended by Ctrl-C. */
const INTERRUPTED = 130;

export function addSetup(program: Command): void {
  program
    .command('setup')
    .description('Connect Twitch, YouTube, Kick, VK Video or Discord, or change a connection, step by step.')
    .argument('[platform]', `begin with one of: ${SETUP_NAMES.join(', ')}`)
    .addOption(new Option('--lang <lang>', 'language').choices(['ru', 'en']))
    .option('--data <dir>', 'folder of games, keys and settings')
    .option('--port <n>', 'port that the game will use: sign-ins come back to it', number)
    .option('--settings <file>', 'a settings file of your own')
    .addHelpText('after', '\nExamples:\n  npx msig setup\n  npx msig setup kick --lang en')
    .action(async (platform: string | undefined, given: Given) => {
      process.exit(await setup(platform, given));
    });
}

/** @returns the exit code @throws MsigError, AdapterError */
async function setup(platform: string | undefined, given: Given): Promise<number> {
  if (platform !== undefined && !isSetupName(platform)) {
    const expected = SETUP_NAMES.join(', ');
    throw new MsigError('BAD_OPTION', { option: 'platform', value: platform, expected });
  }
  const table = tableOf(given);
  const { terminal, words } = table;
  try {
    await runWizard(table, platform ?? null);
    return 0;
  } catch (error) {
    if (!(error instanceof Cancelled)) throw told(error, terminal.discretion);
    terminal.outro(table.noticed.written ? words.cancelledKept : words.cancelled);
    return INTERRUPTED;
  } finally {
    terminal.close();
  }
}

/** @throws MsigError BAD_SETTING, SETUP_NO_TERMINAL */
function tableOf({ settings: file, ...options }: Given): Table {
  const read = (over: Readonly<Record<string, unknown>>) =>
    readSettings({ options: over, ...(file ? { file } : {}) });
  const settings = () => read({ ...options });
  const first = settings();
  const { stdin: input, stdout: output } = process;
  if (!input.isTTY || !output.isTTY) throw new MsigError('SETUP_NO_TERMINAL');
  const discretion = new Discretion();
  discretion.learn(...secretsIn(first));
  const data = resolve(ROOT, first.data);
  // A sign-in is bound to the port: the game has to come up on the same one without being told.
  const moved = first.port !== read({ ...options, port: undefined }).port;
  const terminal = openTerminal({ input, output }, discretion);
  const words = WORDS[first.lang];
  return {
    terminal,
    words,
    lang: first.lang,
    settings,
    vault: lazyVault({
      there: () => existsSync(join(data, 'vault')),
      open: () => composeVault(first),
      locked: () => terminal.warn(words.vaultLocked),
    }),
    file: madeSettings(first.data),
    given: moved ? { port: first.port } : {},
    noticed: { hosted: false, written: false },
    openDoor: doorOf,
    tryApp,
  };
}

/** A rehearsal that runs has the port, and a data folder of its own. */
async function doorOf(settings: Settings): Promise<Door> {
  const running = await findRunning(settings);
  return openDoor(running.state === 'rehearsal' ? { ...settings, data: running.data } : settings);
}

/** Every text whose name says that it is one. */
function secretsIn(tree: object): string[] {
  return Object.entries(tree).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return secretsIn(value);
    return typeof value === 'string' && /token|secret|refresh|(api|vault)key/i.test(name) ? [value] : [];
  });
}

/** What nobody foresaw may have a secret in its words. */
function told(error: unknown, discretion: Discretion): unknown {
  if (isMsigError(error) || isAdapterError(error)) return error;
  return new Error(discretion.clean(error instanceof Error ? error.message : String(error)));
}
