/** Every scene of the pack, while anybody asks for anything at all: nothing throws, the fold agrees, the scene ends. */
import { expect, test } from 'vitest';
import { nextDeadline } from '../deadlines.ts';
import type { Table } from '../given.ts';
import { anything } from '../property/deeds.suite.ts';
import { Dice } from '../property/dice.suite.ts';
import { onTheWayTo, rules, step } from './given.suite.ts';
import type { StoryDef } from './rules.ts';

const STORIES = Object.values(rules.stories ?? {});
const DEEDS = 40;

/** Comes by itself, here. */
function atHand({ follows: _after, tiers: _tiers, ...story }: StoryDef): StoryDef {
  return { ...story, zone: 'any', weight: 1 };
}

const waits = (game: Table): boolean => game.player('p1').pending.some(({ is }) => is === 'scene');

/** Lets time pass until nothing is asked any more. */
function outwait(game: Table): void {
  for (let times = 0; times < 60 && waits(game); times += 1) {
    if (game.state.status === 'paused') game.when({ type: 'resume' }, { by: 'admin' });
    const due = nextDeadline(game.state);
    if (due === null) return;
    game.at = Math.max(game.at, due);
    game.when({ type: 'expire' }, { by: 'system' });
  }
}

test.each(STORIES.map(({ id }) => id))('%s', (id) => {
  const story = STORIES.find((one) => one.id === id);
  if (!story) throw new RangeError(id);
  for (let seed = 1; seed <= 12; seed += 1) {
    const dice = new Dice(seed * 7919);
    // Some remember something, some have something: both change what a scene asks.
    const game = onTheWayTo([atHand(story)]);
    game.set('p1', { gold: dice.below(60), facts: factsFor(dice) });
    step(game);
    expect(game.of('sceneBegun')[0]?.run.story).toBe(id);
    for (let deed = 0; deed < DEEDS; deed += 1) {
      const { as, command } = anything({ state: game.state, rules: game.rules, dice });
      const roll = dice.below(3) === 0;
      game.wait(dice.below(8));
      game.when(roll ? { type: 'choose', option: dice.below(5) } : command, roll ? 'p1' : as, [
        ...Array.from({ length: 6 }, () => 1 + dice.below(4)),
      ]);
    }
    outwait(game);
    expect(waits(game), `seed ${seed}`).toBe(false);
  }
});

function factsFor(dice: Dice): Record<string, string> {
  const pairs = STORIES.flatMap(({ follows, watches = [] }) => [
    ...watches.map(({ remember }) => [remember.fact, remember.value] as const),
    ...(follows?.if ?? []).flatMap((one) =>
      one.is === 'fact' ? [[one.fact, one.value ?? 'yes'] as const] : [],
    ),
  ]);
  return Object.fromEntries(pairs.filter(() => dice.below(2) === 0));
}
