/** Operations that ask: the player, the chat, the coin; and those that call for trials, prizes and punishments. */
import { pend } from '../../pending.ts';
import type { PlayerId } from '../../state.ts';
import { drawing, emit, type Work } from '../../work.ts';
import type { Option } from '../operations.ts';
import { later, type Scene } from '../scene.ts';
import { holds } from '../test.ts';
import type { Handlers } from './context.ts';

export const ASKING: Handlers<
  'choose' | 'chatChoose' | 'trial' | 'reoffer' | 'prize' | 'punish' | 'difficulty' | 'prizeTier' | 'mercy'
> = {
  choose(work, { op, on, scene, path }) {
    ask(work, on, { options: op.options, fallback: op.fallback, chat: false, scene, path });
  },
  chatChoose(work, { op, on, scene, path }) {
    ask(work, on, { options: op.options, fallback: 1, chat: true, scene, path });
  },
  trial(work, { op, on }) {
    const { tags = [], id = null, genres, hours, difficulty } = op;
    later(work, { do: 'offer', player: on, by: null, tags, id, genres, hours, difficulty });
  },
  reoffer(work, { on }) {
    later(work, { do: 'reoffer', player: on });
  },
  prize(work, { op, on }) {
    later(work, { do: 'prize', player: on, tier: op.tier });
  },
  punish(work, { on }) {
    later(work, { do: 'punish', player: on });
  },
  difficulty: (_work, { op, scene }) =>
    bend(scene, (draft) => ({
      ...draft,
      difficulty: draft.difficulty + op.by,
      steps: [...draft.steps, { from: scene.source?.kind ?? 'trial', id: scene.why, by: op.by }],
    })),
  prizeTier: (_work, { op, scene }) => bend(scene, (draft) => ({ ...draft, prize: draft.prize + op.by })),
  mercy: (_work, { scene }) => bend(scene, (draft) => ({ ...draft, mercy: true })),
};

type Draft = NonNullable<Scene['trial']>;

function bend(scene: Scene, change: (draft: Draft) => Draft): void {
  if (scene.trial) Object.assign(scene.trial, change(scene.trial));
}

interface Asking {
  readonly options: readonly Option[];
  readonly fallback: number;
  readonly chat: boolean;
  readonly scene: Scene;
  readonly path: string;
}

/** One open option needs no question; none at all is nothing. */
function ask(work: Work, id: PlayerId, { options, fallback, chat, scene, path }: Asking): void {
  const seen = { state: work.state, rules: work.rules, player: id };
  const open = options.flatMap((option, i) => (!option.if || holds(option.if, seen) ? [i + 1] : []));
  const first = open[0];
  if (first === undefined) return;
  if (open.length === 1) {
    const ops = options[first - 1]?.do ?? [];
    later(work, { do: 'run', ops, scene: { ...scene, target: id, path: `${path}/options/${first - 1}/do` } });
    return;
  }
  const safe = open.includes(fallback) ? fallback : first;
  pend(work, id, {
    is: 'choice',
    path,
    open,
    fallback: safe,
    source: scene.self,
    poll: chat ? 'open' : null,
  });
}

/** Heads or tails; told as an event of its own. */
export function flip(work: Work, id: PlayerId): 'heads' | 'tails' {
  const side =
    drawing(work, { player: id, purpose: 'coin' }, (draws) => draws.int(2)) === 1 ? 'heads' : 'tails';
  emit(work, { type: 'coinFlipped', player: id, side });
  return side;
}
