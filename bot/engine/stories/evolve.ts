/** Folds: scenes, what stories watch for, zones entered. */
import type { Evolvers } from '../evolving.ts';
import { patchPlayer, playerOf, without } from '../patch.ts';
import type { GameState, Millis, PlayerId } from '../state.ts';
import { count } from '../turn/evolve.ts';
import type { StoryEvent } from './events.ts';
import { type PlayerStories, storiesOf } from './state.ts';

export const STORIES: Evolvers<StoryEvent['type']> = {
  sceneBegun: (state, { player, run }) =>
    patchStories(count(state, player, 'scenes'), player, ({ met }) => ({ met: [...met, run.story] })),
  // A new question begins anew: its own time, its own vote.
  sceneTurned: (state, { player, n, run }) => {
    const pending = playerOf(state, player).pending.map((one) =>
      one.n === n && one.is === 'scene' ? { ...one, run, until: null, poll: null } : one,
    );
    const over = Object.values(state.polls).filter((poll) => poll.pending === n);
    const polls = over.reduce((rest, poll) => without(rest, poll.id), state.polls);
    return patchPlayer({ ...state, polls }, player, { pending });
  },
  sceneEnded: (state) => state,
  sceneChecked: (state) => state,
  watchBegun: (state, { player, story, until }) =>
    patchStories(state, player, ({ watching }) => {
      const known = watching.find((one) => one.story === story);
      const others = watching.filter((one) => one.story !== story);
      return { watching: [...others, { story, since: known?.since ?? state.at, until }] };
    }),
  watchEnded: (state, { player, story }) =>
    patchStories(state, player, ({ watching }) => ({
      watching: watching.filter((one) => one.story !== story),
    })),
  zoneEntered: (state, { player, zone }) =>
    patchStories(state, player, ({ zones }) => ({ zones: [...zones, zone] })),
};

function patchStories(
  state: GameState,
  id: PlayerId,
  change: (stories: PlayerStories) => Partial<PlayerStories>,
): GameState {
  const stories = storiesOf(playerOf(state, id));
  return patchPlayer(state, id, { stories: { ...stories, ...change(stories) } });
}

/** A pause costs nobody time. */
export function shiftStories(stories: PlayerStories, shift: Millis): PlayerStories {
  const watching = stories.watching.map(({ story, since, until }) => ({
    story,
    since: since + shift,
    until: until === null ? null : until + shift,
  }));
  return { ...stories, watching };
}
