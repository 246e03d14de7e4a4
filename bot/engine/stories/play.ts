/** Scenes: begun, turned by an option, ended. */
import { begin, pend, settle } from '../pending.ts';
import type { PlayerId } from '../state.ts';
import { emit, type Work, who } from '../work.ts';
import { answer } from './answers.ts';
import { dueScene, enterZone, freshScene, rivalOf } from './pick.ts';
import type { StoryDef } from './rules.ts';
import { ScriptFault, tell } from './script.ts';
import type { ScenePending, SceneRun } from './state.ts';

/** What a story cell brings. False where there is no scene: then it is a check, as it was before there were any. */
export function meetStory(work: Work, id: PlayerId): boolean {
  if (!work.rules.stories) return false;
  enterZone(work, id);
  const story = dueScene(work, id, 'story') ?? freshScene(work, id);
  if (story) beginScene(work, id, story);
  return story !== null;
}

/** What the finish brings: every old deed that has not come back by then, one scene after another. */
export function meetRest(work: Work, id: PlayerId): void {
  if (!work.rules.stories) return;
  enterZone(work, id);
  const { cell } = who(work, id);
  // Each one that begins is met by then, so this ends; what a scene changes may call for one more, or for none.
  for (;;) {
    const story = who(work, id).cell === cell ? dueScene(work, id, 'finish') : null;
    if (!story) return;
    beginScene(work, id, story);
  }
}

/** Tells the scene up to its first question. One without a question is over at once, and still watches. */
export function beginScene(work: Work, id: PlayerId, def: StoryDef): void {
  const rival = rivalOf(work, id, def);
  const { id: story, asks } = def;
  const fresh: SceneRun = { story, asks, chosen: [], answers: [], lines: [], options: [] };
  const run = play(work, id, { def, run: rival === undefined ? fresh : { ...fresh, rival } });
  const n = work.state.serial;
  emit(work, { type: 'sceneBegun', player: id, n, run });
  if (run.options.length === 0) return endScene(work, id, { n, def });
  pend(work, id, { is: 'scene', run, poll: null });
}

type By = 'player' | 'chat' | 'clock';

/** An option is taken. `option` beyond what there is: the last one. */
export function takeScene(
  work: Work,
  id: PlayerId,
  { scene, option, by }: { scene: ScenePending; option: number; by: By },
): void {
  const def = work.rules.stories?.[scene.run.story];
  const taken = Math.max(1, Math.min(option, scene.run.options.length));
  emit(work, { type: 'answered', player: id, n: scene.n, option: taken, by });
  const why = by === 'clock' ? 'late' : 'answered';
  // The rules have changed under it: the scene is not told any more.
  if (!def) return settle(work, id, scene.n, why);
  const run = play(work, id, { def, run: { ...scene.run, chosen: [...scene.run.chosen, taken] } });
  if (!who(work, id).pending.some(({ n }) => n === scene.n)) return;
  emit(work, { type: 'sceneTurned', player: id, n: scene.n, run });
  if (run.options.length > 0) return begin(work, id);
  settle(work, id, scene.n, why);
  endScene(work, id, { n: scene.n, def });
}

function endScene(work: Work, id: PlayerId, { n, def }: { n: number; def: StoryDef }): void {
  emit(work, { type: 'sceneEnded', player: id, n, story: def.id });
  if (!def.watches) return;
  const { within } = def.watches.find(({ deed }) => deed === 'waited') ?? {};
  const until = within === undefined ? null : work.at + within * 1000;
  emit(work, { type: 'watchBegun', player: id, story: def.id, until });
}

/** Runs the script; what it asks beyond the known answers is asked of the world now. A broken one is over. */
function play(work: Work, player: PlayerId, { def, run }: { def: StoryDef; run: SceneRun }): SceneRun {
  const answers = [...run.answers];
  let at = 0;
  const asker = { work, player, story: def.id, rival: run.rival };
  try {
    const told = tell({
      ink: def.ink,
      chosen: run.chosen,
      call(name, args) {
        const known = at < answers.length ? answers[at] : undefined;
        const given = known ?? answer(asker, name, args);
        if (known === undefined) answers.push(given);
        at += 1;
        return given;
      },
    });
    return { ...run, ...told, answers };
  } catch (error) {
    if (!(error instanceof ScriptFault)) throw error;
    return { ...run, answers, lines: [], options: [] };
  }
}
