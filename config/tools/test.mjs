/**
 * `npm test`: installs and builds what is missing, then runs every test on Node 24. `--long` adds the soaks. Further
 * arguments go to vitest: `npm test -- bot/host`.
 */
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, optionsAfterDashes, ROOT, runNode } from './prepare.mjs';

const args = process.argv.slice(2);
const long = args.includes('--long');
optionsAfterDashes('npm test', ['long']);
ensureInstalled();
await ensureBuilt();
runNode(
  [join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...args.filter((arg) => arg !== '--long')],
  long ? { ...process.env, MSIG_TEST_LONG: '1' } : process.env,
);
