import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PlatformAdapter } from '../../adapters/platform/contract.ts';
import { Voices } from './voices.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function given() {
  const said: string[] = [];
  const chat = (platform: string, can: Partial<PlatformAdapter['can']> = {}): PlatformAdapter =>
    ({
      platform,
      can: { write: true, ownPages: false, maxLength: 200, pace: { lines: 20, seconds: 30 }, ...can },
      send: async (line: string) => said.push(`${platform}: ${line}`) > 0,
    }) as unknown as PlatformAdapter;
  const adapters = [
    chat('local', { ownPages: true }),
    chat('twitch'),
    chat('kick'),
    chat('youtube', { write: false }),
  ];
  return { said, voices: new Voices({ adapters, talk: (line) => said.push(`talk: ${line}`) }) };
}

it('answers where it was asked, and on the pages', async () => {
  const { said, voices } = given();
  voices.answer('twitch', 'Кубик: 4');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(said.sort()).toEqual(['talk: Кубик: 4', 'twitch: Кубик: 4']);
  voices.close();
});

it('tells all chats that can be written what concerns everybody, each line once on the pages', async () => {
  const { said, voices } = given();
  voices.tell('Гонка началась');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(said.sort()).toEqual(['kick: Гонка началась', 'talk: Гонка началась', 'twitch: Гонка началась']);
  voices.close();
});

it('says nothing any more once it is closed', async () => {
  const { said, voices } = given();
  voices.tell('поздно');
  voices.close();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(said).toEqual([]);
});
