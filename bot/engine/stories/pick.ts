/** Which scene comes: an old deed that is due first, else one of the place that the player has not met. */
import type { Test } from '../effects/operations.ts';
import { holds } from '../effects/test.ts';
import { neighbour } from '../places.ts';
import type { CellKind } from '../rules.ts';
import { sample, tierOf, weightFor, zoneOf } from '../sampler.ts';
import type { Player, PlayerId } from '../state.ts';
import { emit, type Work, who } from '../work.ts';
import type { Consequence, StoryDef } from './rules.ts';
import { storiesOf } from './state.ts';

/** Notes the zone in which the player stands, if it is a new one. */
export function enterZone(work: Work, id: PlayerId): void {
  const zone = zoneOf(work, id);
  if (!storiesOf(who(work, id)).zones.includes(zone)) emit(work, { type: 'zoneEntered', player: id, zone });
}

/** The consequence that comes at a cell of this kind, or null. Of several the first by id: nothing is drawn. */
export function dueScene(work: Work, id: PlayerId, kind: CellKind): StoryDef | null {
  const player = who(work, id);
  const { met } = storiesOf(player);
  const due = Object.values(work.rules.stories ?? {}).filter(
    ({ id: story, follows }) =>
      follows !== undefined &&
      !met.includes(story) &&
      comesAt(follows, kind) &&
      follows.if.every((test) => holds(test, { state: work.state, rules: work.rules, player: id })) &&
      isRipe(player, { follows, kind }),
  );
  return due.sort((a, b) => (a.id < b.id ? -1 : 1))[0] ?? null;
}

/** At the finish everything comes that has not come by then. */
function comesAt({ at }: Consequence, kind: CellKind): boolean {
  return kind === 'finish' || (at as readonly CellKind[]).includes(kind);
}

/** Enough new zones since the youngest of its facts; after the finish there are none to wait for. */
function isRipe(player: Player, { follows, kind }: { follows: Consequence; kind: CellKind }): boolean {
  if (kind === 'finish') return true;
  const { zones, ages } = storiesOf(player);
  const facts = follows.if.flatMap(factsOf);
  const youngest = Math.max(0, ...facts.map((fact) => ages[fact] ?? 0));
  return zones.length - youngest >= follows.zonesLater;
}

function factsOf(test: Test): readonly string[] {
  return test.is === 'fact' ? [test.fact] : [];
}

/** A scene of this zone and tier that comes by itself and that this player has not met; null when there is none. */
export function freshScene(work: Work, id: PlayerId): StoryDef | null {
  const { met } = storiesOf(who(work, id));
  const place = { zone: zoneOf(work, id), tier: tierOf(work, id), pace: work.state.pace };
  const list = Object.values(work.rules.stories ?? {})
    .filter((story) => !story.follows && !met.includes(story.id))
    .map((story) => [story, weightFor(story, place)] as const);
  return sample(work, { player: id, purpose: 'story' }, list);
}

/** Whom `{rival}` means: whoever an old deed was about, else the nearest one. */
export function rivalOf(work: Work, id: PlayerId, { follows }: StoryDef): PlayerId | undefined {
  const { facts } = who(work, id);
  const about = (follows?.if.flatMap(factsOf) ?? []).map((fact) => facts[fact] ?? '');
  const named = about.find((value) => value !== id && work.state.players[value] !== undefined);
  return named ?? neighbour(work.state, id, 'nearest') ?? undefined;
}
