/** Operations that only mean something in one place, and are a mistake anywhere else. */
import type { Hook, OpName } from '../../engine/effects/operations.ts';
import type { TrialDef } from '../../engine/rules.ts';
import type { Fault } from '../faults.ts';
import { holders, type Owned, type Scene } from './scene.ts';
import { opsOf, type SeenOp } from './walk.ts';

/** As the comments of `engine/effects/operations.ts` say. */
const ONLY_IN: Readonly<Partial<Record<OpName, Hook>>> = {
  addDie: 'beforeRoll',
  dropDie: 'beforeRoll',
  faces: 'beforeRoll',
  shift: 'afterRoll',
  scale: 'afterRoll',
  clamp: 'afterRoll',
  reroll: 'afterRoll',
  repeatRoll: 'afterRoll',
  ward: 'targeted',
  reflect: 'targeted',
  catch: 'targeted',
  difficulty: 'trial',
  prizeTier: 'trial',
  mercy: 'trial',
  discount: 'buy',
};

export function checkPlacement(scene: Scene): readonly Fault[] {
  return holders(scene).flatMap((owned) => {
    const seen = opsOf(owned.holder);
    return [
      ...seen.flatMap((one) => misplaced(owned, one)),
      ...questions(owned, seen),
      ...ofQuiz(owned, seen),
    ];
  });
}

/** A throw and a price are worked out in one go, for the odds too, so that no coin is flipped in between. */
const AT_ONCE: readonly Hook[] = ['beforeRoll', 'afterRoll', 'buy'];

function misplaced(owned: Owned, { op, path, hook, inside }: SeenOp): readonly Fault[] {
  const only = ONLY_IN[op.op];
  if (only !== undefined && hook !== only) {
    const here = hook === null ? 'outside of hooks' : `in the hook ${hook}`;
    return [owned.fault(path, `"${op.op}" stands ${here}, expected it only in the hook ${only}`)];
  }
  // An answer comes when the moment of the hook is long over.
  if (only !== undefined && inside !== null && (inside !== 'coin' || AT_ONCE.includes(only))) {
    return [owned.fault(path, `"${op.op}" stands inside "${inside}", where it comes too late for ${only}`)];
  }
  if (op.op === 'end' && owned.kind !== 'effects') {
    return [owned.fault(path, '"end" ends an effect, expected it only in the hooks of effects')];
  }
  return [];
}

/** A quiz's answers are the labels of its entry, so that there are none left for a second question. */
function ofQuiz(owned: Owned, seen: readonly SeenOp[]): readonly Fault[] {
  const game = (owned.holder as Partial<TrialDef>).chat?.game;
  if (game !== 'quiz' && game !== 'poll' && game !== 'tug') return [];
  return seen
    .filter(isQuestion)
    .map(({ path }) => owned.fault(path, 'a quiz asks already, expected no other question'));
}

function isQuestion({ op }: SeenOp): boolean {
  return op.op === 'choose' || op.op === 'chatChoose';
}

/** One question an entry, asked last: its texts have one list of labels, and nothing waits for an answer. */
function questions(owned: Owned, seen: readonly SeenOp[]): readonly Fault[] {
  const asked = seen.filter(isQuestion);
  const faults = asked
    .slice(1)
    .map(({ path }) => owned.fault(path, 'a second question, expected one an entry'));
  for (const { op, path, last } of asked) {
    if (!last) faults.push(owned.fault(path, `operations follow "${op.op}", expected it to be the last`));
    if (owned.kind === null)
      faults.push(owned.fault(path, 'a prize has no texts, expected no question in it'));
    if ('fallback' in op && op.fallback > op.options.length) {
      const message = `${op.fallback} came, expected the number of an option, 1 to ${op.options.length}`;
      faults.push(owned.fault([...path, 'fallback'], message));
    }
  }
  return faults;
}
