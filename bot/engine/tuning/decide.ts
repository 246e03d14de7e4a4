/** Commands of the admin. Each is refused whole, or done whole and told with its reason. */
import type { Deciders } from '../handling.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { GameState } from '../state.ts';
import { emit, type Work, who } from '../work.ts';
import type { TuningCommand } from './commands.ts';
import { correct } from './correct.ts';
import { turnOf } from './expire.ts';
import { KNOBS } from './knobs.ts';
import { gameTime } from './pace.ts';
import { limitsOf } from './paths.ts';
import { type Scope, tuningOf } from './state.ts';

/** More at once nobody could follow. */
const MOST_TUNINGS = 40;
const MOST_CHANGES = 20;
const MOST_NUMBERS = 40;

type Tune = Extract<TuningCommand, { type: 'tune' }>;
type Reseat = Extract<TuningCommand, { type: 'reseat' }>;

export const TUNING: Deciders<TuningCommand['type']> = {
  tune(work, { command }) {
    const fault = underWay(work.state) ?? reasonFault(command.reason) ?? tuneFault(work, command);
    if (fault) return fault;
    const { scope, knob, value, reason } = command;
    const on = command.on ?? null;
    const same = tuningOf(work.state).tunings.find(
      (one) => one.knob === knob && one.on === on && sameScope(one.scope, scope),
    );
    if (same) emit(work, { type: 'untuned', n: same.n, why: 'replaced', reason });
    const since = gameTime(work);
    const until = command.minutes === undefined ? null : since + command.minutes * 60_000;
    const n = work.state.serial;
    emit(work, { type: 'tuned', tuning: { n, scope, knob, on, value, reason: reason.trim(), since, until } });
    return undefined;
  },
  untune(work, { command }) {
    const fault = underWay(work.state) ?? reasonFault(command.reason);
    if (fault) return fault;
    const found = tuningOf(work.state).tunings.some(({ n }) => n === command.n);
    if (!found) return refuse('no-tuning', { n: command.n });
    emit(work, { type: 'untuned', n: command.n, why: 'withdrawn', reason: command.reason.trim() });
    return undefined;
  },
  correct(work, { command }) {
    const fault = underWay(work.state) ?? reasonFault(command.reason);
    return fault ?? correct(work, command);
  },
  reseat(work, { command }) {
    const fault = reasonFault(command.reason) ?? reseatFault(work.state, command);
    if (fault) return fault;
    reseat(work, command);
    return undefined;
  },
  changeRules(work, { command }) {
    const fault = underWay(work.state) ?? reasonFault(command.reason) ?? changeFault(work, command);
    if (fault) return fault;
    const { patch, turn, reason } = command;
    const change = { n: work.state.serial, patch, turn, reason: reason.trim(), since: work.at, took: null };
    emit(work, { type: 'ruleChangeSet', change });
    return undefined;
  },
  dropChange(work, { command }) {
    const fault = underWay(work.state) ?? reasonFault(command.reason);
    if (fault) return fault;
    const found = tuningOf(work.state).changes.find(({ n }) => n === command.n);
    if (!found) return refuse('no-change', { n: command.n });
    emit(work, { type: 'ruleChangeDropped', n: command.n, reason: command.reason.trim() });
    return undefined;
  },
};

/** Between the start and the end, a pause included: in a pause things are put right best. */
function underWay({ status }: GameState): Refusal | null {
  const open = status === 'running' || status === 'superGame' || status === 'paused';
  return open ? null : refuse('not-running', { status });
}

function reasonFault(reason: string): Refusal | null {
  return /[\p{L}\p{N}]/u.test(reason) ? null : refuse('no-reason');
}

function tuneFault(work: Work, { scope, knob, on, value }: Tune): Refusal | null {
  if (scope.of === 'player' && !work.state.players[scope.player])
    return refuse('not-a-player', { player: scope.player });
  if (tuningOf(work.state).tunings.length >= MOST_TUNINGS)
    return refuse('too-many-tunings', { max: MOST_TUNINGS });
  if (knob === 'rule') {
    if (scope.of !== 'game') return refuse('bad-scope', { knob });
    return numberFault(work, on ?? '', value);
  }
  if (knob === 'weight' && !isDrawn(work, on ?? '')) return refuse('unknown-weight', { got: on ?? '' });
  if (knob !== 'weight' && on !== undefined) return refuse('bad-scope', { knob });
  const { min, max } = KNOBS[knob];
  const fits = Number.isInteger(value) && value >= min && value <= max;
  return fits ? null : refuse('bad-tuning', { knob, got: value, min, max });
}

function numberFault({ rules }: Work, path: string, value: number): Refusal | null {
  const limits = limitsOf(rules, path);
  if (!limits) return refuse('bad-path', { got: path.slice(0, 60) });
  const { min, max, whole } = limits;
  const fits = Number.isFinite(value) && value >= min && value <= max && (!whole || Number.isInteger(value));
  return fits ? null : refuse('bad-tuning', { knob: path, got: value, min, max });
}

/** Kinds that are drawn by weight. */
const DRAWN = ['items', 'trials', 'traps', 'finds', 'punishments'] as const;

function isDrawn({ rules }: Work, name: string): boolean {
  return DRAWN.some(
    (kind) =>
      Object.hasOwn(rules[kind], name) ||
      Object.values<{ tags: readonly string[] }>(rules[kind]).some(({ tags }) => tags.includes(name)),
  );
}

function sameScope(a: Scope, b: Scope): boolean {
  return (
    JSON.stringify([a.of, 'zone' in a ? a.zone : '', 'player' in a ? a.player : '']) ===
    JSON.stringify([b.of, 'zone' in b ? b.zone : '', 'player' in b ? b.player : ''])
  );
}

function reseatFault(state: GameState, { player, kind, same }: Reseat): Refusal | null {
  const { status } = state;
  if (status === 'finished' || status === 'cancelled') return refuse('not-running', { status });
  const now = state.players[player];
  if (!now) return refuse('not-a-player', { player });
  return same && now.kind === kind ? refuse('seat-same', { player, kind }) : null;
}

/** Whoever comes new takes over the avatar and the bag, but nobody's trust: helpers were chosen by the one who left. */
function reseat(work: Work, { player, kind, same, lang, reason }: Reseat): void {
  const now = who(work, player);
  if (!same) {
    for (const { n } of now.requests) emit(work, { type: 'helpAnswered', player, n, yes: false });
    for (const viewer of Object.keys(now.helpers)) emit(work, { type: 'helperRevoked', player, viewer });
  }
  emit(work, { type: 'reseated', player, kind, same, lang: lang ?? now.lang, reason: reason.trim() });
}

type Change = Extract<TuningCommand, { type: 'changeRules' }>;

/** Never in the past, and not for a turn that somebody may be about to make: everybody must have heard of it. */
function changeFault(work: Work, { patch, turn }: Change): Refusal | null {
  const paths = Object.keys(patch);
  if (paths.length === 0 || paths.length > MOST_NUMBERS) return refuse('bad-path', { got: paths.length });
  if (tuningOf(work.state).changes.length >= MOST_CHANGES)
    return refuse('too-many-tunings', { max: MOST_CHANGES });
  for (const path of paths) {
    const fault = numberFault(work, path, patch[path] as number);
    if (fault) return fault;
  }
  const least = turnOf(work.state) + 1;
  return turn >= least ? null : refuse('bad-turn', { got: turn, least });
}
