/** What every overlay measurement needs: the host in a process of its own, a browser, addresses of pages. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { Child } from '../child.ts';

const BUILT = path.resolve(import.meta.dirname, '../../../.build/overlay/map.html');
/** As the issue has it: no graphics card, a picture of this size. */
export const VIEW = { width: 1280, height: 720 };

export interface Stage {
  readonly server: Child;
  readonly browser: Browser;
  /** The address of a source with these options, such as `page=dice&theme=paper`. */
  address(options: string): string;
  close(): Promise<void>;
}

/** `fights`: of monsters, instead of a race. @throws Error when the pages are not built or no Chromium is there. */
export async function openStage({ fights = false } = {}): Promise<Stage> {
  if (!existsSync(BUILT)) throw new Error('the pages are not built: npm run build');
  const server = new Child('overlay/server.ts');
  try {
    const { port, game, key } = await server.ask<{ port: number; game: string; key: string }>('listen', {
      fights,
    });
    const browser = await openChromium();
    return {
      server,
      browser,
      address: (options) => `http://127.0.0.1:${port}/overlay?game=${game}&key=${key}&lang=en&${options}`,
      async close() {
        await browser.close();
        await server.end();
      },
    };
  } catch (error) {
    await server.end();
    throw error;
  }
}

/** `CHROMIUM`, the system's, or the one that playwright has installed for itself; always by software. */
export function openChromium(): Promise<Browser> {
  const system = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const own = existsSync(system) ? { executablePath: system } : {};
  return chromium.launch({ ...own, args: ['--no-sandbox', '--disable-gpu'] });
}
