/** The rules, section 9: scenes, and what is never announced. */
import { expect } from 'vitest';
import { rules } from '../stories/given.suite.ts';
import { walk } from './walk.suite.ts';

const STORIES = 'bot/engine/stories/stories.test.ts';
const CHAINS = 'bot/engine/stories/chains.test.ts';
const stories = Object.values(rules.stories ?? {});

walk('9. Scenes of stories', {
  'Story cells run short interactive scenes written in ink': [
    STORIES,
    'asks the player, and takes the option',
    'checks with the dice of the player, and what follows are ordinary events',
  ],
  'in ru and en': [
    'bot/commands/scenes.test.ts',
    'is told with its name, then asked, in the words of the language',
  ],
  'Player chooses (!choose 2)': [STORIES, 'asks the player, and takes the option'],
  'or lets the chat vote': [
    STORIES,
    'votes on a scene that asks it alone; the player is sent to the vote',
    'is overruled by the player where both are asked',
  ],
  'Some choices are never announced': [
    STORIES,
    'is not told: the microphone is in the bag, and the scene is over',
  ],
  'left the beaten duellist alive, or killed him as his daughter walked in': [
    STORIES,
    'the beaten duellist: through the open door, or not',
  ],
  'later scenes answer to it': [
    CHAINS,
    'is asked for in the second zone after the deed, not in the next',
    'comes once, and only to whoever did it',
    'who did not meets his daughter, twice',
  ],
  'At least 20 scenes': () => {
    expect(stories.length).toBeGreaterThanOrEqual(20);
  },
  'at least 6 chains whose consequences land in another zone': () => {
    const chains = stories.filter(({ follows }) => (follows?.zonesLater ?? 0) > 0).map(({ chain }) => chain);
    expect(new Set(chains).size).toBeGreaterThanOrEqual(6);
    expect(chains).not.toContain(undefined);
  },
});
