/** How a fight ends in a game: what it brings, what it costs, where one wakes. */
import { applyEffect } from '../effects/apply.ts';
import { maxHp } from '../effects/derive.ts';
import { knockOut } from '../effects/health.ts';
import { statOf } from '../effects/reactions.ts';
import { later } from '../effects/scene.ts';
import { settle } from '../pending.ts';
import { zoneOf } from '../sampler.ts';
import type { PlayerId } from '../state.ts';
import { learn } from '../trials/check.ts';
import { isClosedGate, retreat } from '../turn/walk.ts';
import { emit, type Work, who } from '../work.ts';
import type { FightEnd } from './events.ts';
import { PLAIN } from './ring.ts';
import type { Fight } from './state.ts';

interface Ending {
  readonly fight: Fight;
  readonly how: FightEnd;
  /** Left by an own thing. */
  readonly walked?: true;
}

/** Reputation in the zone for whoever lets a foe go. */
const PEACE = 3;

const isWon = (how: FightEnd): boolean => how === 'won' || how === 'spared';

export function endFight(work: Work, id: PlayerId, ending: Ending): void {
  const { fight, how } = ending;
  tellEnd(work, id, ending);
  const pending = who(work, id).pending.find((one) => one.is === 'fight');
  if (pending) settle(work, id, pending.n, isWon(how) ? 'passed' : how === 'lost' ? 'failed' : 'answered');
  for (const [fact, value] of fight.facts ?? []) emit(work, { type: 'remembered', player: id, fact, value });
  if (how === 'lost') return lose(work, id, fight);
  for (const effect of fight.leaves ?? []) applyEffect(work, id, { effect, from: null });
  catchBreath(work, id, fight);
  if (how !== 'fled') win(work, id, { fight, how });
  else fallBack(work, id);
}

/** It is over, and nothing follows: peace came from outside, or the player was carried off. */
export function tellEnd(work: Work, id: PlayerId, { fight, how, ...more }: Ending): void {
  const foes = fight.foes.map(({ templateId, tier }) => ({ templateId, tier }));
  emit(work, { type: 'fightEnded', player: id, n: fight.n, how, foes, rounds: fight.round, ...more });
}

function win(work: Work, id: PlayerId, { fight, how }: Ending): void {
  switch (fight.bout) {
    case 'gate':
      return openWay(work, id, { fight, how });
    case 'boss':
      later(work, { do: 'stage', player: id, won: isWon(how) });
      return;
    default:
      return spoils(work, id, { fight, how });
  }
}

/** Gold by the hardest foe, what left in peace bringing its share; a prize, points, and a memory. */
function spoils(work: Work, id: PlayerId, { fight, how }: Ending): void {
  const { gold, perTier } = (work.rules.tunables.combat ?? PLAIN).loot;
  const tier = Math.max(0, ...fight.foes.map((foe) => foe.tier));
  const shares = fight.foes.map(({ out }) => out?.loot ?? 0);
  const share = shares.reduce((sum, one) => sum + one, 0) / Math.max(1, shares.length);
  const sum = Math.round(((gold + perTier * tier) * share * (100 + (fight.loot ?? 0))) / 10_000);
  if (sum > 0) emit(work, { type: 'counted', player: id, what: 'gold', by: sum, why: 'fight' });
  if (!isWon(how)) return;
  if (how === 'won')
    emit(work, { type: 'remembered', player: id, fact: 'killed', value: fight.foes[0]?.templateId ?? '' });
  else emit(work, { type: 'reputation', player: id, zone: zoneOf(work, id), by: PEACE });
  emit(work, { type: 'counted', player: id, what: 'score', by: Math.max(1, tier), why: 'fight' });
  learn(work, id);
  const bonus = (fight.prize ?? 0) + statOf(who(work, id), work.rules, 'prize');
  if (share >= 50) later(work, { do: 'prize', player: id, tier: Math.floor(tier / 2) + 1 + bonus });
}

/** The gate gives way, and whoever was about to walk walks. */
function openWay(work: Work, id: PlayerId, { fight, how }: Ending): void {
  const cell = fight.cell ?? who(work, id).cell;
  if (!isWon(how)) return holdGate(work, id, cell);
  const tier = Math.max(1, ...fight.foes.map((foe) => foe.tier));
  emit(work, { type: 'counted', player: id, what: 'score', by: tier, why: 'fight' });
  learn(work, id);
  if (isClosedGate(work.state, cell)) emit(work, { type: 'gateOpened', player: id, cell });
  if (fight.steps && who(work, id).cell === cell)
    later(work, { do: 'stride', player: id, steps: fight.steps });
}

/** An attempt that failed; none where somebody else has opened the gate meanwhile. */
function holdGate(work: Work, id: PlayerId, cell: number): void {
  if (isClosedGate(work.state, cell)) emit(work, { type: 'gateHeld', player: id, cell });
}

/** In the wild one wakes at the camp; where it is forgiven, and before a guardian, one wakes where one fell. */
function lose(work: Work, id: PlayerId, fight: Fight): void {
  const wild = fight.bout === 'wild' || fight.bout === 'waves';
  if (wild && !fight.forgiven) return knockOut(work, id);
  if (wild) emit(work, { type: 'spared', player: id });
  const by = Math.ceil(maxHp(who(work, id), work.rules) / 2) - who(work, id).hp;
  if (by > 0) emit(work, { type: 'counted', player: id, what: 'hp', by, why: 'camp' });
  if (fight.bout === 'gate') holdGate(work, id, fight.cell ?? who(work, id).cell);
  if (fight.bout === 'boss') later(work, { do: 'stage', player: id, won: false });
}

/** Part of what the fight took comes back. */
function catchBreath(work: Work, id: PlayerId, { hpBefore }: Fight): void {
  const { hp } = who(work, id);
  const { breath = 0 } = work.rules.tunables.combat ?? {};
  const by = Math.floor((Math.max(0, (hpBefore ?? hp) - hp) * breath) / 100);
  if (by > 0) emit(work, { type: 'counted', player: id, what: 'hp', by, why: 'breath' });
}

function fallBack(work: Work, id: PlayerId): void {
  const path = retreat(work.state, who(work, id).cell, work.rules.tunables.combat?.flee ?? 1);
  if (path.length > 0) emit(work, { type: 'moved', player: id, path, why: 'flight' });
}
