/** The game's host over HTTP, as its client processes need it: fresh tokens, the texts of the pack, and patience. */
import type { BothTexts, PackTexts } from '../protocol/texts.ts';

const FETCH_MS = 10_000;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

/** A fresh token for this one; null when the gateway does not take it, or cannot be reached. */
export async function freshToken(http: string, token: string): Promise<string | null> {
  const headers = { authorization: `Bearer ${token}` };
  try {
    const signal = AbortSignal.timeout(FETCH_MS);
    const response = await fetch(`${http}/api/token`, { method: 'POST', headers, signal });
    const body = (await response.json()) as { token?: unknown };
    return response.ok && typeof body.token === 'string' ? body.token : null;
  } catch {
    return null;
  }
}

/** @throws Error when the gateway has no texts for us */
export async function fetchTexts(http: string): Promise<BothTexts> {
  const of = async (lang: string) => {
    const response = await fetch(`${http}/api/texts/${lang}`, { signal: AbortSignal.timeout(FETCH_MS) });
    if (!response.ok) throw new Error(`texts: the gateway answered ${response.status}`);
    return (await response.json()) as PackTexts;
  };
  const [ru, en] = await Promise.all([of('ru'), of('en')]);
  return { ru, en };
}

export interface Patience {
  readonly note: (line: string) => void;
  /** «Trying again», in the language of the lines. */
  readonly again?: string;
  /** Asked before each attempt; absent: it is never over. */
  readonly over?: () => boolean;
}

/** Tries for ever, with growing pauses; says why, once for each different reason. Null when it is over before it worked. */
export function patiently<T>(attempt: () => Promise<T>, patience: Omit<Patience, 'over'>): Promise<T>;
export function patiently<T>(attempt: () => Promise<T>, patience: Patience): Promise<T | null>;
export async function patiently<T>(
  attempt: () => Promise<T>,
  { note, over = () => false, again = 'trying again' }: Patience,
): Promise<T | null> {
  let told = '';
  for (let pause = FIRST_PAUSE_MS; !over(); pause = Math.min(LONGEST_PAUSE_MS, pause * 2)) {
    try {
      return await attempt();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== told && !over()) note(`${reason}; ${again}`);
      told = reason;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return null;
}
