/** The ready line, and the links for people. */
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostParts } from '../../compose.ts';
import type { HostedGame } from '../../host/hosted-game.ts';
import type { Words } from './words.ts';

export interface ReadyOptions {
  readonly parts: HostParts;
  readonly game: HostedGame;
  readonly url: string;
  readonly json: boolean;
  readonly words: Words;
  readonly note: (line: string) => void;
}

/** Prints one line to stdout; everything else goes to stderr. */
export async function tellReady({ parts, game, url, json, words, note }: ReadyOptions): Promise<void> {
  const { tokens, codes, settings } = parts;
  const adminToken = await writeAdminToken(parts);
  const key = await tokens.overlayKey(game.id);
  const seats = game.host.state.order;
  const site = await tokens.sign({ role: 'site', game: game.id, seats: [...seats], host: true });
  const query = (token: string) =>
    new URLSearchParams({ game: game.id, key: token, lang: settings.lang }).toString();
  const playPath = `/play?${query(site)}&player=${seats[0] ?? 'p1'}`;
  const overlay = `${url}/overlay?${query(key)}`;
  if (json) {
    const play = `${url}${playPath}`;
    process.stdout.write(
      `${JSON.stringify({ ready: true, url, game: game.id, adminToken, overlay, play })}\n`,
    );
    return;
  }
  note(`${words.overlay}: ${overlay}`);
  note(`${words.leaderboard}: ${url}/leaderboard?${query(key)}`);
  note(`${words.play}: ${url}/play?code=${codes.make(playPath)}`);
  note(`${words.docs}: ${url}/api/docs`);
  note(words.token(join(parts.data, 'admin.token')));
  for (const { id, kind } of Object.values(game.host.state.players)) {
    const code = kind === 'person' && parts.gateway.extension?.codeFor({ game: game.id, player: id });
    if (code) note(words.extension(game.names.of(id), code));
  }
  note(words.stop);
  process.stdout.write(`MSIG ready ${url}\n`);
}

/** Readable for the owner alone, also when the file was there before with other rights. */
async function writeAdminToken({ tokens, data }: HostParts): Promise<string> {
  const token = await tokens.sign({ role: 'admin' });
  const file = join(data, 'admin.token');
  await writeFile(file, `${token}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  return token;
}
