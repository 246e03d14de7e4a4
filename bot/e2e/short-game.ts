/** A layer of content over the base pack that makes an evening last seconds: rolls at once, votes of a second, a milder house. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BASE = fileURLToPath(new URL('../../config/content', import.meta.url));

type Tree = Readonly<Record<string, unknown>>;

export interface Shortened {
  /** Seconds between two rolls. */
  readonly every: number;
  /** Rolls in hand at the start, and at most. */
  readonly rolls: number;
}

/** Writes the layer into this folder. */
export async function writeShortGame(folder: string, { every, rolls }: Shortened): Promise<void> {
  await mkdir(join(folder, 'trials'), { recursive: true });
  const tunables = {
    tokens: { every, keep: rolls, start: rolls },
    fork: { seconds: 2 },
    choice: { seconds: 1 },
    final: { bonus: 3, seconds: 2, lock: 1 },
    poll: { grace: 0 },
    // Whoever comes first wins nearly always: a lost super game shuts the finish for a minute at least.
    superGame: { need: 1, lock: { minutes: 1 } },
    combat: { posts: { boss: { health: 20, blows: 20 } } },
  };
  await writeFile(join(folder, 'tunables.json'), JSON.stringify(tunables));
  for (const name of await readdir(join(BASE, 'trials'))) {
    const trials = JSON.parse(await readFile(join(BASE, 'trials', name), 'utf8')) as Record<string, Tree>;
    const chats = Object.entries(trials).filter(([, trial]) => trial.chat !== undefined);
    const quick = chats.map(([id, { chat }]) => [id, { chat: { ...(chat as Tree), seconds: 1 } }]);
    if (quick.length === 0) continue;
    await writeFile(join(folder, 'trials', name), JSON.stringify(Object.fromEntries(quick)));
  }
}
