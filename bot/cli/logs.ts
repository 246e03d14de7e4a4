/** The logs of games, for subcommands that read them: those of the running host, or of the data folder. */
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { MsigError } from '../errors.ts';
import { openSource, type Source } from '../ledger/source.ts';
import { ROOT } from '../settings.ts';
import type { Settings } from '../settings-table.ts';
import { number } from './options.ts';
import { findRunning, gatewayUrl, runningAt, runningNote } from './running.ts';

/** Options that say where the logs are. */
export function logOptions(command: Command): Command {
  return command
    .option('--data <dir>', 'folder of games and keys')
    .option('--port <n>', 'port of the running host', number)
    .option('--gateway <url>', 'address of the running host, if it is another')
    .addOption(new Option('--log <driver>', 'storage').choices(['sqlite', 'json', 'memory']))
    .option('--settings <file>', 'a settings file of your own');
}

export interface Logs {
  readonly source: Source;
  /** The folder that they are of, absolute. */
  readonly data: string;
}

/**
 * Says on stderr if they are not those that one may think.
 * @param gateway as typed; null: the host on our port, if there is one
 * @throws MsigError BAD_OPTION, GATEWAY_UNREACHABLE, OTHER_DATA, LEDGER_HELD; AdapterError STORE_*
 */
export async function openLogs(settings: Settings, gateway: string | null): Promise<Logs> {
  const { log, host, port } = settings;
  const own = resolve(ROOT, settings.data);
  const url = gateway === null ? null : gatewayUrl(gateway);
  const running = url === null ? await findRunning(settings) : await runningAt(url, settings.data);
  if (url !== null && running.state === 'none')
    throw new MsigError('GATEWAY_UNREACHABLE', { url, detail: '/healthz' });
  if (url !== null && running.state === 'other') throw new MsigError('OTHER_DATA', { url, data: own });
  const note = runningNote(running, settings);
  if (note) process.stderr.write(`msig: ${note}\n`);
  const data = running.state === 'rehearsal' ? running.data : own;
  return { data, source: await openSource({ data, log, host, port, gateway: url }) };
}
