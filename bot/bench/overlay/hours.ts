/** Hours of a stream in minutes: a page whose clock is ours, a host that throws, a link that is cut now and then. */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { ownMegabytes } from './processes.ts';
import { openChromium, type Stage, VIEW } from './stage.ts';
import { takeTime } from './virtual-time.ts';

/** A frame of the simulated page, in its milliseconds. */
const STEP_MS = 100;
/** Simulated milliseconds that are given at once while something is awaited. */
const BIT_MS = 400;
/** For a state to come through a real socket. */
const PATIENCE_MS = 30_000;
/** For all processes to have given back what they can. */
const GIVEN_BACK_MS = 1_500;
/** Fading of what was lit anew is left to the browser, which has a clock of its own. */
const FADED_MS = 1_500;

export interface Memory {
  /** Megabytes of the processes that run and draw the page: script, elements, styles, pictures, machine code. */
  readonly whole: number;
  /** Megabytes of script memory after all rubbish has been collected, machine code among it. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** What the page has told its elements: moments one by one, and summaries of what it missed. */
export interface Told {
  readonly seqs: readonly number[];
  readonly missed: readonly { readonly after: number; readonly count: number }[];
  readonly last: number;
}

declare global {
  interface Window {
    msigTold: { seqs: number[]; missed: { after: number; count: number }[] };
  }
}

interface Shown extends HTMLElement {
  readonly face: {
    readonly views: {
      readonly last: number;
      get(name: string): unknown;
      onMoments(listener: (moments: readonly { readonly seq: number }[]) => void): void;
      onMissed(listener: (missed: { readonly count: number }) => void): void;
    };
  } | null;
}

export class Hours {
  readonly #stage: Stage;
  /** Its own, so that no other page is counted. */
  readonly #browser: Browser;
  readonly #page: Page;
  readonly #tools: CDPSession;
  readonly faults: string[] = [];

  private constructor(stage: Stage, browser: Browser, { page, tools }: { page: Page; tools: CDPSession }) {
    this.#stage = stage;
    this.#browser = browser;
    this.#page = page;
    this.#tools = tools;
    page.on('pageerror', (error) => this.faults.push(error.message));
  }

  static async open(stage: Stage, options: string): Promise<Hours> {
    const browser = await openChromium();
    const context = await browser.newContext({ viewport: VIEW });
    const page = await context.newPage();
    const tools = await context.newCDPSession(page);
    await tools.send('Performance.enable');
    await page.addInitScript(takeTime);
    const hours = new Hours(stage, browser, { page, tools });
    await page.goto(stage.address(options));
    await hours.#until(() => Boolean(document.querySelector<Shown>('main > *')?.face?.views.get('board')));
    await page.evaluate(listen);
    return hours;
  }

  /** Lets simulated milliseconds pass. */
  pass(ms: number): Promise<void> {
    return this.#page.evaluate(([length, step]) => window.msigGo(length!, step!), [ms, STEP_MS]);
  }

  /** So many throws, one each `apart` simulated milliseconds. */
  async play(times: number, apart: number): Promise<void> {
    for (let i = 0; i < times; i += 1) {
      await this.#stage.server.ask('throw', { times: 1 });
      await this.pass(apart);
    }
  }

  /** The link is lost, so many throws are missed, and it comes back. Before, everything has arrived. */
  async cut(missed: number): Promise<void> {
    await this.#arrived();
    await this.#page.evaluate(() => {
      for (const socket of window.msigSockets.splice(0)) socket.close();
    });
    await this.#stage.server.ask('throw', { times: missed });
    await this.#arrived();
    // What was held back while the link caught up is let go.
    await this.pass(BIT_MS * 2);
  }

  /** Waits until the page has everything, and nothing moves any more. */
  async settle(): Promise<void> {
    await this.#arrived();
    await this.pass(60_000);
    await this.#page.waitForTimeout(FADED_MS);
    await this.pass(BIT_MS);
  }

  host<T>(): Promise<T> {
    return this.#stage.server.ask<T>('board');
  }

  board(): Promise<unknown> {
    return this.#page.evaluate(() => document.querySelector<Shown>('main > *')?.face?.views.get('board'));
  }

  /** What the page has told, once everything has arrived that has happened. */
  async toldAll(): Promise<Told> {
    await this.#arrived();
    return this.told();
  }

  told(): Promise<Told> {
    return this.#page.evaluate(() => ({
      ...window.msigTold,
      last: document.querySelector<Shown>('main > *')?.face?.views.last ?? -1,
    }));
  }

  /** What the page says in words: the window's description, and the standings. */
  standings(): Promise<{ board: string; rows: string }> {
    return this.#page.evaluate(() => {
      const inside = (tag: string) => document.querySelector(tag)?.shadowRoot;
      return {
        board: inside('msig-board')?.querySelector('[role="img"]')?.getAttribute('aria-label') ?? '',
        rows: inside('msig-leaderboard')?.textContent?.replaceAll(/\s+/g, ' ') ?? '',
      };
    });
  }

  probe<T>(look: () => T): Promise<T> {
    return this.#page.evaluate(look);
  }

  async memory(): Promise<Memory> {
    // What the browser keeps only because there is room is given back first.
    await this.#tools.send('Memory.simulatePressureNotification', { level: 'critical' });
    await this.#page.waitForTimeout(GIVEN_BACK_MS);
    for (let i = 0; i < 3; i += 1) await this.#tools.send('HeapProfiler.collectGarbage');
    const { metrics } = await this.#tools.send('Performance.getMetrics');
    const of = (name: string): number => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
    return {
      whole: ownMegabytes(await this.#processes()),
      heap: of('JSHeapUsedSize') / 1_048_576,
      nodes: of('Nodes'),
      listeners: of('JSEventListeners'),
    };
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  async #processes(): Promise<number[]> {
    const tools = await this.#browser.newBrowserCDPSession();
    const { processInfo } = await tools.send('SystemInfo.getProcessInfo');
    await tools.detach();
    return processInfo.filter(({ type }) => type === 'renderer' || type === 'GPU').map(({ id }) => id);
  }

  async #arrived(): Promise<void> {
    const { seq } = await this.host<{ seq: number }>();
    await this.#until(
      (wanted) => (document.querySelector<Shown>('main > *')?.face?.views.last ?? -1) >= wanted,
      seq,
    );
  }

  async #until<A>(look: (about: A) => boolean, about?: A): Promise<void> {
    for (const end = Date.now() + PATIENCE_MS; ; ) {
      if (await this.#page.evaluate(look as never, about as never)) return;
      if (Date.now() > end) throw new Error(`the page did not get there in time: ${this.faults.join('; ')}`);
      await this.pass(BIT_MS);
      await this.#page.waitForTimeout(10);
    }
  }
}

/** Runs in the page. */
function listen(): void {
  window.msigTold = { seqs: [], missed: [] };
  const views = document.querySelector<Shown>('main > *')?.face?.views;
  views?.onMoments((moments) => window.msigTold.seqs.push(...moments.map(({ seq }) => seq)));
  views?.onMissed(({ count }) =>
    window.msigTold.missed.push({ after: window.msigTold.seqs.at(-1) ?? -1, count }),
  );
}
