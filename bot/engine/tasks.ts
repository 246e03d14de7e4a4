/** Follow-ups of a command, done one after another until none is left. */
import { run } from './effects/run.ts';
import type { Task } from './effects/scene.ts';
import { endGuardian } from './final/stages.ts';
import { fightInScene } from './stories/bout.ts';
import { offer } from './trials/offer.ts';
import { reoffer } from './trials/reroll.ts';
import { givePrize, punish } from './trials/settle.ts';
import { land } from './turn/land.ts';
import { stride } from './turn/stride.ts';
import type { Work } from './work.ts';

/**
 * A chain longer than this is a loop in the content (a trap that moves onto itself); it is cut, and the game
 * goes on: the events so far stand.
 */
const LONGEST_CHAIN = 40;

export function finish(work: Work): void {
  for (let done = 0; work.tasks.length > 0 && done < LONGEST_CHAIN; done += 1) {
    perform(work, work.tasks.shift() as Task);
    if (work.state.status === 'finished') break;
  }
  work.tasks.length = 0;
}

function perform(work: Work, task: Task): void {
  switch (task.do) {
    case 'land':
      return land(work, task.player);
    case 'offer':
      return offer(work, task.player, task);
    case 'prize':
      return givePrize(work, task.player, task.tier);
    case 'reoffer':
      return reoffer(work, task.player);
    case 'punish':
      return punish(work, task.player);
    case 'stage':
      return endGuardian(work, task.player, task.won);
    case 'stride':
      return stride(work, task.player, { steps: task.steps });
    case 'fight':
      return fightInScene(work, task);
    case 'run':
      return run(work, task.ops, task.scene);
  }
}
