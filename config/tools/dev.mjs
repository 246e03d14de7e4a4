/** `npm run dev`: the program, started anew whenever a file of the bot, an adapter or the content is saved. */
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, ROOT, runNode } from './prepare.mjs';

ensureInstalled();
await ensureBuilt();
const watched = ['bot', 'adapters', 'config/content', 'config/settings'];
runNode([
  ...watched.map((path) => `--watch-path=${join(ROOT, path)}`),
  '--watch-preserve-output',
  join(ROOT, 'bot', 'main.ts'),
  'start',
  ...process.argv.slice(2),
]);
