/** Two projects: what runs in Node, and what needs a real browser. `CHROMIUM` names another Chromium than the system's. */
import { existsSync } from 'node:fs';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

const system = process.env.CHROMIUM ?? '/usr/bin/chromium';
const launchOptions = {
  args: ['--no-sandbox'],
  // Absent: the browser that playwright has installed for itself.
  ...(existsSync(system) ? { executablePath: system } : {}),
};

/** Two busy cores run a node project and a browser at once: limits catch what hangs, never what is slow. */
const LIMIT_MS = 90_000;

export default defineConfig({
  test: {
    // Most of what takes long here waits (for a kill, a pause, a platform): more files than cores may wait at once.
    maxWorkers: 4,
    projects: [
      {
        test: {
          name: 'node',
          testTimeout: LIMIT_MS,
          hookTimeout: LIMIT_MS,
          include: ['bot/**/*.test.ts', 'adapters/**/*.test.ts', 'config/**/*.test.ts'],
          environment: 'node',
        },
      },
      {
        // All of them by name: a package that is found only while tests run reloads the page under them.
        optimizeDeps: {
          include: [
            'lit',
            'lit/directives/guard.js',
            'lit/directives/keyed.js',
            'lit/directive.js',
            'lit/directive-helpers.js',
            'axe-core',
            'fast-check',
          ],
        },
        test: {
          name: 'browser',
          testTimeout: LIMIT_MS,
          hookTimeout: LIMIT_MS,
          include: ['overlay/**/*.test.ts', 'extension/**/*.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions }),
            instances: [{ browser: 'chromium', viewport: { width: 1280, height: 720 } }],
          },
        },
      },
    ],
  },
});
