/** What the engine answers when a script calls: it looks at the world, or changes it by ordinary events. */
import { lose } from '../bag/things.ts';
import { propose } from '../diplomacy/offers.ts';
import type { Op } from '../effects/operations.ts';
import { run } from '../effects/run.ts';
import { later, type Scene } from '../effects/scene.ts';
import { ATTRIBUTES, type Attribute, ELEMENTS, type Element } from '../rules.ts';
import { tierOf, zoneOf } from '../sampler.ts';
import type { BagItem, Die, PlayerId } from '../state.ts';
import { tuningSteps } from '../tuning/knobs.ts';
import { bringSteps } from '../why/check.ts';
import { sumOf } from '../why/step.ts';
import { drawing, emit, type Work, who } from '../work.ts';
import type { Answer, FunctionName } from './functions.ts';

export interface Asker {
  readonly work: Work;
  readonly player: PlayerId;
  readonly story: string;
  readonly rival: PlayerId | undefined;
}

type Args = readonly Answer[];
type Handler = (asker: Asker, args: Args) => Answer;

/** Never throws: what a script asks that makes no sense here does nothing. */
export function answer(asker: Asker, name: FunctionName, args: Args): Answer {
  return HANDLERS[name](asker, args);
}

const text = (args: Args, i: number): string => String(args[i] ?? '');
const number = (args: Args, i: number): number => Math.round(Number(args[i] ?? 0)) || 0;
const DONE = 0;

function act({ work, player, story }: Asker, ops: readonly Op[]): Answer {
  const scene: Scene = { path: `stories/${story}`, why: story, self: player, target: player };
  run(work, ops, scene);
  return DONE;
}

/** The same for the rival of the scene, if there is one. */
function actOnRival(asker: Asker, ops: readonly Op[]): Answer {
  const { rival, work } = asker;
  return rival && work.state.players[rival] ? act({ ...asker, player: rival }, ops) : DONE;
}

const HANDLERS: Readonly<Record<FunctionName, Handler>> = {
  remember: (asker, args) => act(asker, [{ op: 'remember', fact: text(args, 0), value: text(args, 1) }]),
  fact: ({ work, player }, args) => who(work, player).facts[text(args, 0)] ?? '',
  rep: (asker, args) => act(asker, [{ op: 'rep', by: number(args, 0) }]),
  standing: ({ work, player }) => who(work, player).reputation[zoneOf(work, player)] ?? 0,
  gold: (asker, args) => act(asker, [{ op: 'gold', by: number(args, 0) }]),
  purse: ({ work, player }) => who(work, player).gold,
  influence: (asker, args) => act(asker, [{ op: 'influence', by: number(args, 0) }]),
  shard: (asker, args) => {
    const element = text(args, 0) as Element;
    return ELEMENTS.includes(element) ? act(asker, [{ op: 'shard', element, by: 1 }]) : DONE;
  },
  heal: (asker, args) => act(asker, [{ op: 'heal', percent: number(args, 0) }]),
  harm: (asker, args) => act(asker, [{ op: 'harm', percent: number(args, 0) }]),
  give: (asker, args) => act(asker, [{ op: 'grant', item: text(args, 0) }]),
  take: ({ work, player, story }, args) => {
    const got = held(work, player, text(args, 0));
    if (got) lose(work, player, { n: got.n, why: story });
    return got !== undefined;
  },
  has: ({ work, player }, args) => held(work, player, text(args, 0)) !== undefined,
  die: (asker, args) => act(asker, [{ op: 'die', sides: Math.max(2, number(args, 0)) }]),
  prize: (asker, args) => act(asker, [{ op: 'prize', tier: Math.max(1, number(args, 0)) }]),
  effect: (asker, args) => {
    const effect = text(args, 0);
    return asker.work.rules.effects[effect] ? act(asker, [{ op: 'apply', effect }]) : DONE;
  },
  move: (asker, args) => act(asker, [{ op: 'move', by: number(args, 0) }]),
  reveal: (asker, args) => act(asker, [{ op: 'reveal', cells: Math.max(0, number(args, 0)) }]),
  reach: ({ work, player }) => who(work, player).reach,
  zone: ({ work, player }) => zoneOf(work, player),
  check: (asker, args) => check(asker, attributeOf(text(args, 0)), number(args, 1)),
  chance: ({ work, player }, args) =>
    drawing(work, { player, purpose: 'story' }, (draws) => draws.int(100)) <= number(args, 0),
  rival: ({ rival }) => rival ?? '',
  parcel: (asker, args) => actOnRival(asker, [{ op: 'grant', item: text(args, 0) }]),
  rival_rep: (asker, args) => actOnRival(asker, [{ op: 'rep', by: number(args, 0) }]),
  truce: ({ work, player, rival }) => {
    // Where there is nothing to sign, nothing is offered.
    if (rival) propose(work, player, { type: 'propose', to: rival, kind: 'truce' });
    return DONE;
  },
  fight: ({ work, player }, args) => {
    const template = text(args, 0) || null;
    later(work, { do: 'fight', player, template, bout: boutOf(text(args, 1)) });
    return DONE;
  },
};

function boutOf(name: string): 'wild' | 'waves' {
  return name === 'waves' ? 'waves' : 'wild';
}

function attributeOf(name: string): Attribute {
  return ATTRIBUTES.find((one) => one === name) ?? 'luck';
}

/** By its id, or by a tag; what is worn stays on. */
function held({ state, rules }: Work, player: PlayerId, wanted: string): BagItem | undefined {
  const bag = state.players[player]?.bag ?? [];
  return bag.find(({ item, worn }) => !worn && (item === wanted || rules.items[item]?.tags.includes(wanted)));
}

/** The three dice and an attribute, against what a trial of this place would ask. */
function check({ work, player, story }: Asker, attribute: Attribute, harder: number): boolean {
  const { trials, dice: known } = work.rules.tunables;
  const dice = drawing(work, { player, purpose: 'story' }, (draws) =>
    known.start.map((sides): Die => ({ sides, value: draws.int(sides) })),
  );
  const bonus = sumOf(bringSteps(work, player, attribute));
  const total = dice.reduce((sum, { value }) => sum + value, 0) + bonus;
  const turned = sumOf(tuningSteps(work.state, player, 'difficulty'));
  const need = Math.max(1, trials.checkBase + trials.perTier * tierOf(work, player) + harder + turned);
  const passed = total >= need;
  emit(work, { type: 'sceneChecked', player, story, attribute, dice, bonus, total, need, passed });
  return passed;
}
