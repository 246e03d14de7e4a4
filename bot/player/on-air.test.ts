import { expect, it } from 'vitest';
import type { StreamStatus } from '../../adapters/platform/contract.ts';
import { OnAir } from './on-air.ts';

function given() {
  const told: unknown[] = [];
  const act = async (_id: string, _as: unknown, { command }: { command: unknown }) => {
    told.push(command);
    return { ok: true as const, seq: 1, events: [] };
  };
  const onAir = new OnAir({ player: 'p1', link: { act } });
  const tell = new Map<string, (status: StreamStatus) => void>();
  for (const platform of ['twitch', 'kick']) {
    const onStream = (listener: (status: StreamStatus) => void) => {
      tell.set(platform, listener);
      return () => {};
    };
    onAir.follow({ platform, onStream });
  }
  onAir.follow({ platform: 'local' });
  const say = (platform: string, live: boolean, category = 'Chess') =>
    tell.get(platform)?.({ live, category, title: '', since: null });
  return { told, say };
}

it('is live as long as one of the streams is, and tells changes only', () => {
  const { told, say } = given();
  say('twitch', true);
  say('twitch', true);
  say('kick', true);
  say('twitch', false);
  say('kick', false);
  expect(told).toEqual([
    { type: 'streamed', category: 'Chess', live: true },
    { type: 'streamed', category: '—', live: false },
  ]);
});

it('does not call somebody absent who has not been live yet', () => {
  const { told, say } = given();
  say('twitch', false);
  say('kick', false);
  expect(told).toEqual([]);
  say('kick', true, '');
  expect(told).toEqual([{ type: 'streamed', category: '—', live: true }]);
});
