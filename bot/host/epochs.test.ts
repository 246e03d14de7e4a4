/** A marathon through the real host: its dice change their key every day, and the file proves all of them. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { openingHash, sha256Hex } from '../../adapters/log/contract.ts';
import type { EventOf } from '../engine/events.ts';
import { chanceFor, firstSeed, nextSeed, rootFromSeedText, seedBefore } from '../engine/proof.ts';
import { epochsOf } from '../engine/time/epochs.ts';
import { canonical } from '../protocol/canonical.ts';
import type { CommandLine } from '../store/line.ts';
import { verify } from '../store/verify.ts';
import { ENGINE } from './engine.ts';
import { epochsFor } from './epochs.ts';
import { type GivenCatalog, givenCatalog, givenContent, givenStarted, givenWish } from './given.ts';

const { rules } = await givenContent();
const check = (lines: readonly string[]) => verify([`${lines.join('\n')}\n`], { engine: ENGINE });

function rehashed(list: readonly string[]): string[] {
  const out = list.slice(0, 2);
  let prev = openingHash(out[0]!, out[1]!);
  for (const text of list.slice(2)) {
    const { hash: _, ...rest } = JSON.parse(text) as CommandLine;
    const hash = sha256Hex(canonical({ ...rest, prev }));
    out.push(canonical({ ...rest, prev, hash }));
    prev = hash;
  }
  return out;
}

async function marathon(rig: GivenCatalog, seed: string): Promise<string[]> {
  const game = await givenStarted(rig.catalog, { ...givenWish({ people: 0, seed }), pace: 'marathon' });
  await vi.waitUntil(() => game.host.state.status === 'finished', { timeout: 60_000, interval: 20 });
  // The end line follows the last command.
  await rig.catalog.close();
  const lines: string[] = [];
  for await (const line of rig.catalog.export(game.id)) lines.push(line.trimEnd());
  expect(rig.troubles).toEqual([]);
  return lines;
}

const turned = (lines: readonly string[]): { line: number; event: EventOf<'epochTurned'> }[] =>
  lines
    .slice(2, -1)
    .flatMap((text, i) =>
      (JSON.parse(text) as CommandLine).events.flatMap((event) =>
        event.type === 'epochTurned' ? [{ line: i + 3, event }] : [],
      ),
    );

describe('epochs of a marathon', () => {
  let lines: string[];
  beforeAll(async () => {
    lines = await marathon(await givenCatalog({ fast: true }), 'epochs');
  }, 90_000);

  it('end day by day, each showing its seed, and the whole file is proved', async () => {
    const ends = turned(lines);
    expect(ends.length).toBeGreaterThan(0);
    expect(ends.map(({ event }) => event.n)).toEqual(ends.map((_, i) => i + 1));
    const report = await check(lines);
    expect(report).toMatchObject({ ok: true, ended: 'finished' });
    if (report.ok) expect(report.checked.draws).toBeGreaterThan(20);
  });

  it('are links of one chain that was committed to before the first draw', () => {
    const seeds = turned(lines).map(({ event }) => event.seed);
    const end = JSON.parse(lines.at(-1)!) as { seeds: readonly string[] };
    const all = [...seeds, ...end.seeds];
    for (const [i, seed] of all.entries()) if (i > 0) expect(nextSeed(seed)).toBe(all[i - 1]);
    const first = firstSeed(rootFromSeedText('epochs'), epochsOf({ pace: 'marathon' }, rules));
    expect(all[0]).toBe(Buffer.from(first).toString('hex'));
  });

  it('cannot be forged: another seed on the way fails on its line', async () => {
    const { line, event } = turned(lines)[0]!;
    const stored = JSON.parse(lines[line - 1]!) as CommandLine;
    const seed = 'ab'.repeat(32);
    const forged = { ...stored, command: { type: 'turnEpoch', seed }, events: [{ ...event, seed }] };
    expect(await check(rehashed(lines.with(line - 1, canonical(forged))))).toMatchObject({ ok: false, line });
  });
});

describe('the chain of seeds', () => {
  const root = rootFromSeedText('chain');

  it('gives each epoch dice of its own', () => {
    const { last, lastEpoch } = epochsFor(root, { setup: { pace: 'marathon' }, rules });
    const chance = chanceFor(last, lastEpoch);
    const dice = (n: number) => {
      const draws = chance({ players: {}, epoch: { n } }).draw(1, 'roll', 0);
      return Array.from({ length: 12 }, () => draws.int(20)).join();
    };
    expect(new Set([0, 1, 2, 3].map(dice)).size).toBe(4);
    expect(dice(1)).toBe(dice(1));
  });

  it('shows nothing of the epochs to come: who has one seed has the earlier ones alone', () => {
    const { last, lastEpoch } = epochsFor(root, { setup: { pace: 'marathon' }, rules });
    const shown = seedBefore(last, lastEpoch - 2);
    expect(() => chanceFor(shown, 2)({ players: {}, epoch: { n: 3 } })).toThrow(RangeError);
    expect(nextSeed(Buffer.from(shown).toString('hex'))).toBe(
      Buffer.from(seedBefore(last, lastEpoch - 1)).toString('hex'),
    );
  });

  it('has one seed in an evening game, as before there were epochs', () => {
    expect(epochsFor(root, { setup: { pace: 'session' }, rules }).lastEpoch).toBe(0);
    const { time: _none, ...tunables } = rules.tunables;
    expect(epochsFor(root, { setup: { pace: 'marathon' }, rules: { ...rules, tunables } }).lastEpoch).toBe(0);
  });
});
