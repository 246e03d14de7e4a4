/** The board as a picture: the overlay's own page, drawn by a Chromium that is installed anyway. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PictureOptions {
  /** Path or name of Chromium, Chrome or Edge. */
  readonly browser: string;
  /** The overlay's link with its read-only key. */
  readonly overlay: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly note: (line: string) => void;
}

/** The whole of it: start, load, draw. */
const DRAW_MS = 25_000;
/** Of the page's own clock, which waits for the network: time for the socket's snapshot and the first animations. */
const PAGE_MS = 6_000;
/** A smaller file is an empty page. */
const LEAST_BYTES = 2_000;
const SIZE = { width: 1280, height: 720 };

/** One picture at a time; null when it could not be made, whatever the reason. Never rejects, never leaves a browser behind. */
export function overlayPicture(options: PictureOptions): () => Promise<Buffer | null> {
  let running: Promise<Buffer | null> | null = null;
  let told = false;
  return () => {
    running ??= draw(options)
      .catch((error: unknown) => {
        if (!told)
          options.note(`no picture of the board: ${error instanceof Error ? error.message : String(error)}`);
        told = true;
        return null;
      })
      .finally(() => {
        running = null;
      });
    return running;
  };
}

async function draw({ browser, overlay, size = SIZE }: PictureOptions): Promise<Buffer | null> {
  const folder = await mkdtemp(join(tmpdir(), 'msig-picture-'));
  const file = join(folder, 'board.png');
  try {
    await run(browser, [
      '--headless=new',
      // As root there is no sandbox to be had; the page is our own.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--hide-scrollbars',
      '--mute-audio',
      '--no-first-run',
      `--user-data-dir=${join(folder, 'profile')}`,
      `--window-size=${size.width},${size.height}`,
      `--virtual-time-budget=${PAGE_MS}`,
      `--screenshot=${file}`,
      stillOf(overlay),
    ]);
    const png = await readFile(file);
    return png.length < LEAST_BYTES ? null : png;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** A picture should not catch dice in the air. */
function stillOf(overlay: string): string {
  const url = new URL(overlay);
  if (!url.searchParams.has('motion')) url.searchParams.set('motion', 'reduced');
  return url.href;
}

/** @throws Error when it cannot be started, ends badly or takes too long; then all that it started is ended. */
function run(browser: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(browser, args, { stdio: 'ignore', detached: process.platform !== 'win32' });
    const end = () => {
      if (child.pid === undefined) return;
      try {
        // It starts helpers of its own; as a group they go together.
        if (process.platform === 'win32') child.kill();
        else process.kill(-child.pid, 'SIGKILL');
      } catch {
        // Nobody is left.
      }
    };
    const late = setTimeout(() => {
      end();
      reject(new Error(`the browser took longer than ${DRAW_MS / 1_000} s`));
    }, DRAW_MS);
    child.once('error', (error) => {
      clearTimeout(late);
      reject(
        new Error(`${browser} cannot be started: ${(error as NodeJS.ErrnoException).code ?? error.message}`),
      );
    });
    child.once('exit', (code) => {
      clearTimeout(late);
      end();
      if (code === 0) resolve();
      else reject(new Error(`the browser ended with ${code}`));
    });
  });
}
