/** A process that renews the Kick sign-in and dies at a given step. Arguments: the store's file, the settings as JSON. */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import type { KickClient, KickPair } from './oauth.ts';
import { UserTokens } from './tokens.ts';

export type Step = 'none' | 'in mark' | 'after mark' | 'answered' | 'in save' | 'saved';

const [file = '', settings = '{}'] = process.argv.slice(2);
const { step, auth, client } = JSON.parse(settings) as { step: Step; auth: string; client: KickClient };
const read = () => JSON.parse(readFileSync(file, 'utf8')) as KickPair;

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

let saves = 0;

/** Written aside, flushed, and then renamed: a reader finds the old pair or the new one, never half of one. */
function save(pair: KickPair): void {
  saves += 1;
  const text = JSON.stringify(pair);
  const handle = openSync(`${file}.new`, 'w');
  if ((step === 'in mark' && saves === 1) || (step === 'in save' && saves === 2)) {
    writeSync(handle, text.slice(0, 20));
    die();
  }
  writeSync(handle, text);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(`${file}.new`, file);
  if ((step === 'after mark' && saves === 1) || (step === 'saved' && saves === 2)) die();
}

const call: typeof fetch = async (input, init) => {
  const answer = await fetch(input, init);
  if (step === 'answered') die();
  return answer;
};

const tokens = new UserTokens({ pair: read(), save, load: read, client, auth, fetch: call });
process.stdout.write(
  await tokens.token().then(
    (token) => `token ${token}`,
    (error: { code?: string }) => `failed ${error.code}`,
  ),
);
