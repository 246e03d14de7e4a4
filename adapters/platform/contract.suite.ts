/** What every platform adapter has to do, run against the platform's own simulator. */
import { afterEach, describe, expect, it } from 'vitest';
import type { ChatMessage, PlatformAdapter } from './contract.ts';

/** A channel of a simulated platform, and an adapter that listens to it. */
export interface Bench {
  readonly adapter: PlatformAdapter;
  /** Somebody writes in the channel. */
  speak(line: { id: string; user: string; name: string; text: string; broadcaster?: boolean }): void;
  /** What the platform received from the adapter, oldest first. */
  written(): readonly string[];
  /** Cuts the connection; the platform can be reached again at once. */
  cut(): void;
  end(): Promise<void>;
}

async function until(what: () => boolean, ms = 8000): Promise<void> {
  const end = Date.now() + ms;
  while (!what()) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export function platformSuite(name: string, open: () => Promise<Bench>): void {
  describe(`platform ${name}`, () => {
    let bench: Bench;
    const heard: ChatMessage[] = [];
    const start = async () => {
      heard.length = 0;
      bench = await open();
      bench.adapter.onMessage((message) => heard.push(message));
      await bench.adapter.connect();
    };
    afterEach(async () => {
      await bench.adapter.close();
      await bench.end();
    });

    it('reads a line with its author, id and time', async () => {
      await start();
      bench.speak({ id: 'm1', user: '42', name: 'Вера', text: '!кубик 🎲' });
      await until(() => heard.length > 0);
      expect(heard[0]).toMatchObject({ id: 'm1', user: '42', name: 'Вера', text: '!кубик 🎲', roles: [] });
      expect(heard[0]?.platform).toMatch(/^[a-z]{2,12}$/);
      expect(Math.abs(Date.now() - (heard[0]?.sentAt ?? 0))).toBeLessThan(60_000);
    });

    it('knows the broadcaster by role', async () => {
      await start();
      bench.speak({ id: 'm2', user: '1', name: 'Streamer', text: '!roll', broadcaster: true });
      await until(() => heard.length > 0);
      expect(heard[0]?.roles).toContain('broadcaster');
    });

    it('writes a line, or says that it did not', async () => {
      await start();
      const sent = await bench.adapter.send('🎲 3 + 4 + 1 = 8');
      expect(sent).toBe(bench.adapter.can.write);
      if (sent) await until(() => bench.written().includes('🎲 3 + 4 + 1 = 8'));
    });

    it('comes back after a cut and goes on reading', async () => {
      await start();
      bench.cut();
      await until(() => bench.adapter.health().state === 'down');
      await until(() => bench.adapter.health().state === 'up');
      bench.speak({ id: 'm3', user: '42', name: 'Вера', text: 'снова тут' });
      await until(() => heard.some((message) => message.id === 'm3'));
    });

    it('is silent after close, and close may be called twice', async () => {
      await start();
      await bench.adapter.close();
      await bench.adapter.close();
      bench.speak({ id: 'm4', user: '42', name: 'Вера', text: 'поздно' });
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(heard).toEqual([]);
      expect(bench.adapter.health().state).toBe('closed');
      expect(await bench.adapter.send('x')).toBe(false);
    });
  });
}
