import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Check, fault, ok, warn } from '../check.ts';

const PAGES = ['map', 'leaderboard', 'play'];

/** The packages in the versions that the project names, and the browser pages built; a start builds them by itself. */
export const packagesCheck: Check = {
  name: 'packages',
  run: async ({ root }) => {
    const { dependencies = {} } = readJson(join(root, 'package.json')) as {
      dependencies?: Record<string, string>;
    };
    const wrong = Object.entries(dependencies).flatMap(([name, wanted]) => {
      const found = versionOf(join(root, 'node_modules', name, 'package.json'));
      return found === wanted ? [] : [`${name} ${found ?? '—'} → ${wanted}`];
    });
    const folder = join(root, '.build', 'overlay');
    const pages = PAGES.filter((page) => !existsSync(join(folder, `${page}.html`)));
    const count = Object.keys(dependencies).length;
    return [
      wrong.length === 0
        ? ok('PACKAGES', { count })
        : fault('PACKAGES_WRONG', { count: wrong.length, list: wrong.slice(0, 5).join(', ') }),
      pages.length === 0 ? ok('PAGES') : warn('PAGES_MISSING', { list: pages.join(', '), folder }),
    ];
  },
};

function versionOf(path: string): string | null {
  try {
    return (readJson(path) as { version?: string }).version ?? null;
  } catch {
    return null;
  }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
