/** Waiting for one thing to be seen in a chat, whoever sees it. */
import type { PlatformAdapter } from '../../adapters/platform/contract.ts';
import type { Trial } from './trial.ts';

/** Whose line it was, once it is seen; null after the time, or when it is not waited for any more. */
export type Sight = (ms: number, signal: AbortSignal) => Promise<string | null>;

const LOOK_MS = 50;

/** The line with this word, as the adapter tells it to the game. Listens from now on. */
export function lineWith(adapter: PlatformAdapter, word: string): Sight {
  let name: string | null = null;
  const stop = adapter.onMessage((message) => {
    if (message.text.includes(word)) name ??= message.name;
  });
  return async (ms, signal) => {
    await waited(() => name !== null, ms, signal);
    stop();
    return name;
  };
}

/**
 * Webhooks reach the adapter from now on, through our own listener; what it calls `own` is the line that it wrote.
 * Null where the platform has none, or where a running host gets them.
 */
export function ownByHook(adapter: PlatformAdapter, { platform, settings, door }: Trial): Sight | null {
  if (!platform.hook || door.hosted) return null;
  let seen = false;
  const deliver = (delivery: unknown): void => {
    seen ||= adapter.deliver?.(delivery) === 'own';
  };
  door.onHook(platform.name, platform.hook(settings, deliver));
  return async (ms, signal) => {
    await waited(() => seen, ms, signal);
    return seen ? '' : null;
  };
}

async function waited(seen: () => boolean, ms: number, signal: AbortSignal): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end && !seen() && !signal.aborted; ) {
    await new Promise((next) => setTimeout(next, LOOK_MS));
  }
}
