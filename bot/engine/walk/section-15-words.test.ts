/** The rules, section 15: words about the game are no part of it. */
import { expect } from 'vitest';
import { ENGINE } from '../../host/engine.ts';
import { givenCatalog, givenStarted, givenWish } from '../../host/given.ts';
import type { HostedGame } from '../../host/hosted-game.ts';
import { type FindWords, wordsKey } from '../../host/monster-words.ts';
import type { BoardView } from '../../protocol/views.ts';
import { verify } from '../../store/verify.ts';
import type { Fight } from '../combat/state.ts';
import { walk } from './walk.suite.ts';

const WORDS = { name: 'Nine Hundred Bears', line: 'Adds 900 to everything, it says.' };

type Given = Awaited<ReturnType<typeof givenCatalog>>;

/** A game in which somebody's first roll has ended before a monster: seeds are tried until one does. */
async function givenFight({ catalog }: Given): Promise<{ game: HostedGame; fight: Fight }> {
  for (let n = 0; n < 200; n += 1) {
    const game = await givenStarted(catalog, givenWish({ seed: `words ${n}` }));
    for (const player of game.host.state.order) {
      await game.host.submit({ id: 'roll', as: { by: 'player', player }, command: { type: 'roll' } });
      const fight = game.host.state.players[player]?.fight;
      if (fight) return { game, fight };
    }
  }
  throw new Error('no first roll of 200 games met a monster');
}

async function logOf({ catalog }: Given, game: HostedGame): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of catalog.export(game.id)) lines.push(line);
  return lines;
}

walk('15. Words', {
  '14. Words of the narrator can change no number': async () => {
    const said = Promise.withResolvers<typeof WORDS>();
    const findWords: FindWords = () => said.promise;
    const given = await givenCatalog({ findWords });
    const { game, fight } = await givenFight(given);
    const key = wordsKey(fight.foes[0]!, 'en');
    const seen = () => (game.view('board') as BoardView).named?.[key];
    const before = { state: game.host.state, log: await logOf(given, game) };
    expect(seen()).toBeUndefined();
    said.resolve(WORDS);
    await expect.poll(seen).toEqual(WORDS);
    expect(game.host.state).toBe(before.state);
    expect(await logOf(given, game)).toEqual(before.log);
    // What is played on after the words is what the log alone gives, by an engine that has never heard them.
    const as = {
      by: 'player',
      player: before.state.order.find((id) => before.state.players[id]?.fight)!,
    } as const;
    expect((await game.host.submit({ id: 'auto', as, command: { type: 'auto' } })).ok).toBe(true);
    const log = await logOf(given, game);
    expect(log.length).toBeGreaterThan(before.log.length);
    expect(log.join('\n')).not.toContain(WORDS.name);
    await given.catalog.close();
    expect(await verify(given.store.export(game.id), { engine: ENGINE })).toMatchObject({ ok: true });
    expect(given.troubles).toEqual([]);
  },
});
