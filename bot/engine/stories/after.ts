/** What stories make of a command that is over: zones entered, old deeds that come back, deeds that were watched for. */
import { run } from '../effects/run.ts';
import { holds } from '../effects/test.ts';
import type { GameEvent } from '../events.ts';
import type { GameState, Millis, PlayerId } from '../state.ts';
import { emit, type Work, who } from '../work.ts';
import { dueScene, enterZone } from './pick.ts';
import { beginScene } from './play.ts';
import type { Deed, StoryDef, Watch } from './rules.ts';
import { storiesOf } from './state.ts';

/** `before`: the state that the command found; only stories that watched by then take note. */
export function keepStories(work: Work, before: GameState): void {
  if (!work.rules.stories || !isOn(work.state)) return;
  for (const event of [...work.events]) {
    if (event.type === 'started') for (const id of work.state.order) enterZone(work, id);
    if (event.type === 'landed') comeBack(work, event.player, event.kind);
    const deed = deedOf(event);
    if (deed) notice(work, before, deed);
  }
}

const isOn = ({ status }: GameState): boolean => status === 'running' || status === 'superGame';

/** Story cells ask for themselves, before a new scene is drawn; the finish does, before the super game. */
function comeBack(work: Work, id: PlayerId, kind: Extract<GameEvent, { type: 'landed' }>['kind']): void {
  enterZone(work, id);
  if (kind === 'story' || kind === 'finish') return;
  const story = dueScene(work, id, kind);
  if (story) beginScene(work, id, story);
}

interface Done {
  readonly player: PlayerId;
  readonly deed: Deed;
  /** Item, or templates of monsters. */
  readonly of: readonly string[];
}

const LOSSES: Readonly<Record<string, Deed>> = { sold: 'sold', gift: 'gifted', discarded: 'discarded' };
const FIGHTS: Readonly<Record<string, Deed>> = {
  won: 'killed',
  spared: 'spared',
  fled: 'fled',
  lost: 'lost',
  left: 'outlasted',
};

function deedOf(event: GameEvent): Done | null {
  const of = (deed: Deed | undefined, player: PlayerId, about: readonly string[] = []): Done | null =>
    deed ? { player, deed, of: about } : null;
  switch (event.type) {
    case 'rolled':
      return of('rolled', event.player);
    case 'itemUsed':
      return of('used', event.player, [event.item]);
    case 'itemLost':
      return of(LOSSES[event.why], event.player, [event.item]);
    case 'fightEnded':
      return of(
        event.walked ? 'fled' : FIGHTS[event.how],
        event.player,
        event.foes.map(({ templateId }) => templateId),
      );
    default:
      return null;
  }
}

function notice(work: Work, before: GameState, { player, deed, of }: Done): void {
  const known = before.players[player];
  if (!known) return;
  for (const { story, since } of storiesOf(known).watching) {
    const def = work.rules.stories?.[story];
    const watch = def?.watches?.find(
      (one) =>
        one.deed === deed &&
        (one.of === undefined || of.includes(one.of)) &&
        (one.within === undefined || work.at <= since + one.within * 1000) &&
        stands(work, player, one),
    );
    if (def && watch) conclude(work, player, { def, watch });
  }
}

function stands({ state, rules }: Work, player: PlayerId, { if: test }: Watch): boolean {
  return test === undefined || holds(test, { state, rules, player });
}

/** Remembered once: a roll after the first says nothing new. */
function conclude(work: Work, id: PlayerId, { def, watch }: { def: StoryDef; watch: Watch }): void {
  const player = who(work, id);
  const { fact, value } = watch.remember;
  if (player.facts[fact] === value || !watched(work, id, def.id)) return;
  emit(work, { type: 'remembered', player: id, fact, value });
  if (watch.do) run(work, watch.do, { path: watchPath(def, watch), why: def.id, self: id, target: id });
  const next = watch.begins === undefined ? undefined : work.rules.stories?.[watch.begins];
  if (next && !storiesOf(player).met.includes(next.id)) beginScene(work, id, next);
  if (!watch.goesOn) emit(work, { type: 'watchEnded', player: id, story: def.id });
  else emit(work, { type: 'watchBegun', player: id, story: def.id, until: null });
}

/** Where its operations stand in the rules, so that a question in them is found again. */
function watchPath({ id, watches = [] }: StoryDef, watch: Watch): string {
  return `stories/${id}/watches/${watches.indexOf(watch)}/do`;
}

const watched = (work: Work, id: PlayerId, story: string): boolean =>
  storiesOf(who(work, id)).watching.some((one) => one.story === story);

/** When somebody will have waited long enough; infinity while nobody is watched for that. */
export function nextOfStories(state: GameState): Millis {
  let next = Number.POSITIVE_INFINITY;
  for (const id of state.order)
    for (const { until } of state.players[id]?.stories?.watching ?? []) next = Math.min(next, until ?? next);
  return next;
}

/** Who has done nothing else by now has waited. */
export function expireStories(work: Work): void {
  for (const id of work.state.order) {
    for (const { story, until } of storiesOf(who(work, id)).watching) {
      if (until === null || until > work.at) continue;
      const def = work.rules.stories?.[story];
      const watch = def?.watches?.find(({ deed }) => deed === 'waited');
      if (def && watch && stands(work, id, watch)) conclude(work, id, { def, watch });
      // A fact that was there before, or rules that know the story no more: nothing is waited for again.
      if (watched(work, id, story)) emit(work, { type: 'watchBegun', player: id, story, until: null });
    }
  }
}
