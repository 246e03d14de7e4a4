import { describe, expect, it } from 'vitest';
import { nextDeadline } from '../deadlines.ts';
import { boardView } from '../views/board.ts';
import { onTheWayTo, rules as onTheWayToRules, stand, step, storyOf } from './given.suite.ts';
import type { ScenePending } from './state.ts';
import { storiesOf } from './state.ts';

const SYSTEM = { by: 'system' } as const;
const scene = (game: ReturnType<typeof onTheWayTo>): ScenePending => {
  const found = game.player('p1').pending.find((one) => one.is === 'scene');
  if (found?.is !== 'scene') throw new Error('no scene waits');
  return found;
};

describe('a story cell', () => {
  it('knows only scenes of its own place', () => {
    const game = onTheWayTo(['weather_desk', 'who_goes_there']);
    step(game);
    expect(game.of('sceneBegun')).toHaveLength(0);
    expect(game.of('checked')).toHaveLength(1);
  });

  it('asks the player, and takes the option', () => {
    const game = onTheWayTo(['beaten_duellist']);
    step(game);
    expect(game.of('sceneBegun')[0]?.run).toMatchObject({
      story: 'beaten_duellist',
      lines: ['duellist'],
      options: ['parry', 'lunge', 'bow'],
    });
    expect(scene(game).until).toBe(game.at + 30_000);
    expect(game.refused({ type: 'roll' })).toBe('busy');
    expect(game.refused({ type: 'choose', option: 4 })).toBe('bad-option');
    game.must({ type: 'choose', option: 3 });
    expect(game.of('sceneTurned')[0]?.run).toMatchObject({ lines: ['bowed'], options: [], chosen: [3] });
    expect(game.of('sceneEnded')).toHaveLength(1);
    expect(game.player('p1').facts.duellist).toBe('none');
    expect(game.player('p1').pending).toEqual([]);
  });

  it('checks with the dice of the player, and what follows are ordinary events', () => {
    const game = onTheWayTo(['agathas_ladder']);
    step(game);
    const before = game.player('p1');
    game.must({ type: 'choose', option: 1 }, 'p1', [4, 4, 4]);
    const [checked] = game.of('sceneChecked');
    expect(checked).toMatchObject({ attribute: 'agility', passed: true });
    expect(checked!.total).toBe(12 + checked!.bonus);
    expect(game.of('dieGained')).toEqual([{ type: 'dieGained', player: 'p1', sides: 4 }]);
    expect(game.of('drawn').map(({ purpose }) => purpose)).toEqual(['story']);
    expect(game.player('p1').dice).toEqual([...before.dice, 4]);
    expect(game.player('p1').reputation.forest).toBe(5);
  });

  it('brings no scene twice; when all are met it is a check again', () => {
    const game = onTheWayTo(['beaten_duellist']);
    step(game);
    game.must({ type: 'choose', option: 3 });
    step(stand(game, 7));
    expect(game.of('sceneBegun')).toHaveLength(0);
    expect(game.of('checked')).toHaveLength(1);
  });

  it('takes the fallback when nobody answers, and never waits longer', () => {
    const game = onTheWayTo(['agathas_ladder']);
    step(game);
    game.at = nextDeadline(game.state) ?? 0;
    game.must({ type: 'expire' }, SYSTEM);
    expect(game.of('answered')[0]).toMatchObject({ option: 3, by: 'clock' });
    expect(game.player('p1').pending).toEqual([]);
  });
});

describe('the chat', () => {
  const closing = (game: ReturnType<typeof onTheWayTo>, totals: Record<string, number>) => {
    const poll = scene(game).poll ?? '';
    game.at = (game.state.polls[poll]?.settles ?? 0) + 1;
    const voters = Object.values(totals).reduce((sum, one) => sum + one, 0);
    game.must({ type: 'closePoll', poll, totals, voters, root: '' }, SYSTEM);
  };

  it('votes on a scene that asks it alone; the player is sent to the vote', () => {
    const game = onTheWayTo(['stray_parcel']);
    step(game);
    expect(game.of('pollOpened')[0]?.poll).toMatchObject({ kind: 'choice', options: 3, player: 'p1' });
    expect(game.refused({ type: 'choose', option: 1 })).toBe('poll-open');
    closing(game, { 1: 2, 3: 5, 9: 40 });
    expect(game.of('answered')[0]).toMatchObject({ option: 3, by: 'chat' });
    expect(game.player('p1').facts.parcel).toBe('posted');
    expect(game.state.polls).toEqual({});
  });

  it('is overruled by the player where both are asked', () => {
    const game = onTheWayTo(['agathas_ladder']);
    step(game);
    expect(Object.keys(game.state.polls)).toHaveLength(1);
    game.must({ type: 'choose', option: 3 });
    expect(game.state.polls).toEqual({});
    expect(game.player('p1').bag.map(({ item }) => item)).toEqual(['borrowed_ladder']);
  });

  it('has a vote of its own for each question, and the fallback without votes', () => {
    const two = storyOf('two', 'one\n* [a]\n* [b]\n- two\n* [c]\n* [d]\n- three\n', {
      asks: 'either',
      fallback: 2,
    });
    const game = onTheWayTo([two]);
    step(game);
    closing(game, {});
    expect(game.of('answered')[0]).toMatchObject({ option: 2, by: 'clock' });
    expect(scene(game)).toMatchObject({ run: { lines: ['two'], options: ['c', 'd'] } });
    expect(scene(game).poll).toBe(`v${scene(game).n}.2`);
    expect(scene(game).until).toBeGreaterThan(game.at);
    closing(game, { 1: 3 });
    expect(game.of('sceneTurned')[0]?.run.lines).toEqual(['three']);
  });
});

describe('what is done unasked', () => {
  it('is not told: the microphone is in the bag, and the scene is over', () => {
    const game = onTheWayTo([withZone('hold_the_mic')]);
    step(game);
    expect(game.player('p1').pending).toEqual([]);
    expect(storiesOf(game.player('p1')).watching).toEqual([
      { story: 'hold_the_mic', since: game.at, until: game.at + 60_000 },
    ]);
    expect(game.player('p1').facts.held_mic).toBeUndefined();
  });

  it('waiting is seen by the clock, and brings the ghost back', () => {
    const game = onTheWayTo([withZone('hold_the_mic'), 'back_in_a_minute']);
    step(game);
    expect(nextDeadline(game.state)).toBe(game.at + 60_000);
    game.wait(60).must({ type: 'expire' }, SYSTEM);
    expect(game.player('p1').facts.held_mic).toBe('waited');
    expect(game.of('sceneBegun')[0]?.run.lines).toEqual(['ghost_returns', 'mic_back']);
    expect(game.player('p1').bag).toEqual([]);
    expect(storiesOf(game.player('p1')).watching).toEqual([]);
  });

  it('rolling on is another answer, and using the microphone later outweighs it', () => {
    const game = onTheWayTo([withZone('hold_the_mic'), 'back_in_a_minute']);
    step(game);
    step(stand(game, 12, { bag: game.player('p1').bag }));
    expect(game.player('p1').facts.held_mic).toBe('left');
    expect(nextDeadline(game.state)).toBeNull();
    game.must({ type: 'use', item: 'ghost_mic' });
    expect(game.player('p1').facts.held_mic).toBe('took');
    expect(storiesOf(game.player('p1')).watching).toEqual([]);
  });

  it('the beaten duellist: through the open door, or not', () => {
    const spared = onTheWayTo(['beaten_duellist', 'daughter_at_the_door']);
    step(spared);
    spared.must({ type: 'choose', option: 1 }, 'p1', [4, 4, 4]);
    const bag = spared.player('p1').bag;
    expect(bag.map(({ item }) => item)).toEqual(['last_thrust']);
    const killed = onTheWayTo(['beaten_duellist', 'daughter_at_the_door']);
    step(killed);
    killed.must({ type: 'choose', option: 1 }, 'p1', [4, 4, 4]);

    step(stand(spared, 12, { bag }));
    expect(spared.player('p1').facts.duellist).toBe('spared');
    expect(spared.player('p1').bag).toEqual([]);

    killed.must({ type: 'use', item: 'last_thrust' });
    expect(killed.player('p1').facts.duellist).toBe('killed');
    expect(killed.of('sceneBegun')[0]?.run).toMatchObject({ story: 'daughter_at_the_door', lines: ['milk'] });
    expect(killed.player('p1').reputation.forest).toBe(-30);
    step(stand(killed, 12));
    expect(killed.player('p1').facts.duellist).toBe('killed');
  });

  it('selling the ladder is remembered; one that was never borrowed is only a ladder', () => {
    for (const option of [3, 1]) {
      const game = onTheWayTo(['agathas_ladder'], { 10: 'story', 13: 'market' });
      step(game);
      game.must({ type: 'choose', option }, 'p1', [4, 4, 4]);
      if (option === 1) game.set('p1', { bag: ladder });
      stand(game, 13).must({ type: 'sell', item: 'borrowed_ladder' });
      expect(game.player('p1').facts.agathas_ladder).toBe(option === 3 ? 'sold' : 'none');
    }
  });

  it('a pause costs nobody the minute', () => {
    const game = onTheWayTo([withZone('hold_the_mic')]);
    step(game);
    const due = nextDeadline(game.state) ?? 0;
    game.must({ type: 'pause' }, { by: 'admin' });
    game.wait(500).must({ type: 'resume' }, { by: 'admin' });
    expect(nextDeadline(game.state)).toBe(due + 500_000);
  });
});

describe('the view of a scene', () => {
  it('has keys and the vote, and nothing of what was asked of the world', () => {
    const game = onTheWayTo(['agathas_ladder']);
    step(game);
    const view = () =>
      boardView(game.state, {
        ...{ rules: game.rules, seq: 1, names: {}, links: {}, tally: {}, commitment: '' },
      }).players[0]!;
    expect(view().scene).toEqual({
      story: 'agathas_ladder',
      lines: ['boy'],
      options: ['climb', 'cut', 'borrow'],
      asks: 'either',
      rival: 'p2',
      poll: scene(game).poll,
      until: scene(game).until,
    });
    expect(view().pending).toMatchObject({ is: 'scene', run: { answers: [] } });
    expect(view()).toBe(view());
  });
});

const ladder = [{ n: 900, item: 'borrowed_ladder', charges: null, ttl: null, worn: false, wait: 0 }];

/** In whatever zone the road lies. */
function withZone(id: string) {
  const story = onTheWayToRules.stories?.[id];
  if (!story) throw new RangeError(id);
  return { ...story, zone: 'any' as const };
}
