import { beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../adapters/log/contract.ts';
import { canonical } from '../../protocol/canonical.ts';
import { act, isItem, newRace, TILES } from '../limits/race.ts';
import { DIFFERENCES } from '../race-pack/pack.ts';
import { loadGame, loadRace, recordGame, recordRace } from './games.ts';
import { playPath } from './path.ts';
import type { Recorder } from './recorder.ts';

describe('the whole path', () => {
  let race: Recorder;
  beforeAll(async () => {
    race = recordRace(await loadRace(), 600);
  });

  it('plays the recorded race from its typed lines, the same each time', () => {
    const first = playPath(race.recording());
    expect(first.head.seq).toBe(race.steps);
    expect(first.state).toEqual(race.state);
    expect(playPath(race.recording()).head).toEqual(first.head);
    expect(race.typed).toBe(600);
  });

  it('writes canonical lines, each chained to the one before', () => {
    const { lines, head } = playPath({ ...race.recording(), steps: race.recording().steps.slice(0, 200) });
    let prev: string | null = null;
    for (const line of lines) {
      const { hash, ...rest } = JSON.parse(line);
      expect(canonical({ hash, ...rest })).toBe(line);
      expect(sha256Hex(canonical(rest))).toBe(hash);
      if (prev !== null) expect(rest.prev).toBe(prev);
      prev = hash;
    }
    expect(prev).toBe(head.hash);
  });

  it('is a race: everybody throws as often, laps end, things are found and used', () => {
    const players = Object.values(race.state.players);
    expect(players.map(({ rolls }) => rolls)).toEqual(new Array(8).fill(50));
    const total = (name: string) => players.reduce((sum, { stats }) => sum + (stats[name] ?? 0), 0);
    for (const name of ['traps', 'chests', 'itemsUsed', 'defended']) expect(total(name)).toBeGreaterThan(0);
    // Fifty throws of 7.5 cells are more than three laps of a hundred.
    expect(Math.max(...players.map(({ cell }) => cell))).toBeLessThan(100 + 3);
    expect(DIFFERENCES.length).toBeGreaterThan(3);
  });

  it('plays a whole S game of which most is typed', async () => {
    const game = recordGame(await loadGame(), 'path test');
    expect(game.state.status).toBe('finished');
    expect(game.typed / game.steps).toBeGreaterThan(0.6);
    expect(playPath(game.recording()).state).toEqual(game.state);
  });
});

describe('the limit', () => {
  it('is the race that it says it is', () => {
    const log: string[] = [];
    let state = newRace();
    for (let action = 0; action < 3000; action += 1) state = act(state, action, log);
    const events = log.map((line) => JSON.parse(line));
    expect(events.map(({ type }) => type === 'item')).toEqual(events.map((_, action) => isItem(action)));
    const dice = events.flatMap((event) => event.dice ?? []);
    const share = (value: number) => dice.filter((die: number) => die === value).length / dice.length;
    for (const value of [1, 2, 3, 4]) expect(share(value)).toBeCloseTo(0.25, 1);
    for (const { tile, coins, laps } of state.racers) {
      expect(tile).toBeLessThan(TILES);
      expect(coins).toBeGreaterThanOrEqual(0);
      expect(laps).toBeGreaterThan(5);
    }
  });
});
