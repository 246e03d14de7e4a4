#!/usr/bin/env node
/**
 * `npm run screenshots`: pictures of every page in every theme and language at 1920, 1280 and 360 pixels, of a recorded
 * moment of a real game in which time stands still, so that the same pages always give the same pictures.
 *
 *   npm run screenshots                          all of them into .build/pictures
 *   … -- --only full,strip,dice --themes glass,paper --langs ru --views 1280 --out FOLDER
 *   … -- --check                                 and fails where they are not what was kept in overlay/pictures
 *   … -- --keep                                  keeps them: small ones there, the README's in config/pictures
 *   node config/tools/screenshots.record.ts      records another moment
 *
 * Chromium is the system's (`CHROMIUM`, /usr/bin/chromium) or the one that playwright has installed for itself.
 */
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, ROOT, runNode } from './prepare.mjs';

ensureInstalled();
await ensureBuilt();
runNode([join(ROOT, 'config', 'tools', 'screenshots.run.ts'), ...process.argv.slice(2)]);
