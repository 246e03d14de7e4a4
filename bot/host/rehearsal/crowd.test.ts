import { afterEach, expect, it, vi } from 'vitest';
import type { TalkView } from '../../protocol/views.ts';
import { givenCatalog, givenContent, givenPoll, givenStarted } from '../given.ts';
import type { LocalLine } from '../rooms.ts';
import { Crowd } from './crowd.ts';

afterEach(() => {
  vi.useRealTimers();
});

async function listen(size: number, minutes: number) {
  const { catalog } = await givenCatalog();
  const { game, poll } = await givenPoll(catalog);
  const { texts } = await givenContent();
  const lines: LocalLine[] = [];
  game.rooms.join(poll.player, (line) => lines.push(line));
  vi.useFakeTimers();
  const crowd = new Crowd({ game, texts, size });
  vi.advanceTimersByTime(minutes * 60_000);
  crowd.stop();
  vi.useRealTimers();
  await catalog.close();
  return { lines, poll, game };
}

it('votes within the options, once for each viewer, and then talks and commands', async () => {
  const { lines, poll, game } = await listen(20, 4);
  const votes = lines.filter(({ text }) => /^-?\d+$/.test(text));
  expect(votes.length).toBeGreaterThan(5);
  expect(new Set(votes.map(({ user }) => user)).size).toBe(votes.length);
  expect(votes.every(({ text }) => Number(text) >= 1 && Number(text) <= poll.options)).toBe(true);
  expect(lines.some(({ text }) => text.startsWith('!'))).toBe(true);
  expect(lines.some(({ text }) => /^\p{L}/u.test(text))).toBe(true);
  expect((game.view('talk') as TalkView).lines.length).toBeGreaterThan(0);
});

it('has as many different people as asked for', async () => {
  const { lines } = await listen(150, 3);
  const names = new Map(lines.map(({ user, name }) => [user, name]));
  expect(new Set(names.values()).size).toBe(names.size);
  expect(names.size).toBeGreaterThan(100);
});

it('is silent while nothing is played', async () => {
  const { catalog } = await givenCatalog();
  const game = await givenStarted(catalog);
  await game.host.submit({ id: 'pause', as: { by: 'admin' }, command: { type: 'pause' } });
  const { texts } = await givenContent();
  vi.useFakeTimers();
  const crowd = new Crowd({ game, texts, size: 50 });
  vi.advanceTimersByTime(300_000);
  crowd.stop();
  vi.useRealTimers();
  expect((game.view('talk') as TalkView).lines).toEqual([]);
  await catalog.close();
});
