#!/usr/bin/env node
/** `npx msig …`: prepares what is missing, then runs the program on Node 24. Any Node from 18 can run this file. */
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, optionsAfterDashes, ROOT, runNode } from './prepare.mjs';

/** Options of `start` that npm has not among its own. */
const OWN = [
  'rehearse',
  'new',
  'twitch',
  'lang',
  'players',
  'bots',
  'crowd',
  'fast',
  'size',
  'pace',
  'seed',
  'data',
];

const args = process.argv.slice(2);
const asksOnly = args.some((arg) => ['--help', '-h', '--version', '-V'].includes(arg));
if (args[0] === 'start') optionsAfterDashes('npm start', OWN);
ensureInstalled();
if (['start', 'bench'].includes(args[0]) && !asksOnly) await ensureBuilt();
runNode([join(ROOT, 'bot', 'main.ts'), ...args]);
