/** Commands of a game's life: joining, preparing, starting, pausing. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { gain } from '../bag/things.ts';
import { maxHp } from '../effects/derive.ts';
import type { Deciders } from '../handling.ts';
import { refuse } from '../refusal.ts';
import { REACHES } from '../rules.ts';
import type { PlayerId } from '../state.ts';
import { startRounds } from '../time/rounds.ts';
import { emit, type Work, who } from '../work.ts';
import { choiceFault, completed, defaultChoice } from './character.ts';

export const LIFE: Deciders<
  | 'join'
  | 'prepare'
  | 'ready'
  | 'commitNonce'
  | 'revealNonce'
  | 'start'
  | 'pause'
  | 'resume'
  | 'cancel'
  | 'audience'
> = {
  join(work, { command }) {
    if (work.state.status !== 'lobby') return refuse('not-lobby', { status: work.state.status });
    if (work.state.players[command.player]) return refuse('seat-taken', { player: command.player });
    const seats = work.rules.tunables.players.max;
    if (work.state.order.length >= seats) return refuse('no-seat', { seats });
    const { player, kind, lang } = command;
    emit(work, { type: 'joined', player, kind, lang, ...defaultChoice(work.rules, Number(player.slice(1))) });
    return undefined;
  },
  prepare(work, { command, player }) {
    const now = who(work, player);
    if (work.state.status !== 'lobby') return refuse('not-lobby', { status: work.state.status });
    if (now.ready) return refuse('already-ready');
    const choice = {
      classId: command.classId ?? now.classId,
      skills: command.skills ?? now.skills.filter((id) => id !== work.rules.classes[now.classId]?.skill),
      attributes: command.attributes ?? now.attributes,
    };
    const fault = choiceFault(work.rules, choice);
    if (fault) return fault;
    emit(work, { type: 'prepared', player, ...completed(work.rules, choice) });
    return undefined;
  },
  ready(work, { player }) {
    if (work.state.status !== 'lobby') return refuse('not-lobby', { status: work.state.status });
    if (who(work, player).ready) return refuse('already-ready');
    emit(work, { type: 'readied', player });
    return undefined;
  },
  commitNonce(work, { command, player }) {
    if (work.state.status !== 'lobby') return refuse('not-lobby', { status: work.state.status });
    if (who(work, player).nonce) return refuse('bad-nonce', { why: 'twice' });
    // Whoever commits after a reveal could try numbers until the dice suit.
    if (work.state.order.some((id) => who(work, id).nonce?.value))
      return refuse('bad-nonce', { why: 'late' });
    emit(work, { type: 'nonceCommitted', player, hash: command.hash });
    return undefined;
  },
  revealNonce(work, { command, player }) {
    const { nonce } = who(work, player);
    if (work.state.status !== 'lobby') return refuse('not-lobby', { status: work.state.status });
    if (!nonce || nonce.value !== null || bytesToHex(sha256(hexToBytes(command.nonce))) !== nonce.hash) {
      return refuse('bad-nonce', { why: 'hash' });
    }
    emit(work, { type: 'nonceRevealed', player, nonce: command.nonce });
    return undefined;
  },
  start(work) {
    if (work.state.status !== 'lobby') return refuse('not-lobby', { status: work.state.status });
    const { min } = work.rules.tunables.players;
    const ready = work.state.order.filter((id) => who(work, id).ready).length;
    if (ready < min || ready < work.state.order.length) return refuse('too-few-players', { ready, min });
    emit(work, { type: 'started' });
    for (const id of work.state.order) equip(work, id);
    startRounds(work);
    return undefined;
  },
  pause(work) {
    const { status } = work.state;
    if (status !== 'running' && status !== 'superGame') return refuse('not-running', { status });
    emit(work, { type: 'paused' });
    return undefined;
  },
  resume(work) {
    if (work.state.status !== 'paused') return refuse('not-running', { status: work.state.status });
    emit(work, { type: 'resumed', shift: work.at - (work.state.pausedAt ?? work.at) });
    return undefined;
  },
  cancel(work) {
    const { status } = work.state;
    if (status === 'finished' || status === 'cancelled') return refuse('not-running', { status });
    emit(work, { type: 'cancelled' });
    return undefined;
  },
  audience(work, { command }) {
    if (!work.state.players[command.player]) return refuse('not-a-player', { player: command.player });
    const { player, active, lag } = command;
    emit(work, { type: 'audience', player, active, ...(lag === undefined ? {} : { lag }) });
    return undefined;
  },
};

/** What everybody starts with: health, gold, a roll, weapons, the class's own thing. */
function equip(work: Work, id: PlayerId): void {
  const { tunables, items } = work.rules;
  const player = who(work, id);
  for (const reach of REACHES) {
    const weapon = Object.values(items).find((item) => item.category === 'weapon' && item.reach === reach);
    if (!weapon) continue;
    const got = { n: work.state.serial, item: weapon.id, charges: null, ttl: null, worn: false, wait: 0 };
    emit(work, { type: 'itemGained', player: id, got, why: reach });
  }
  const own = work.rules.classes[player.classId]?.item;
  if (own && items[own]) wearNew(work, id, own);
  emit(work, { type: 'counted', player: id, what: 'hp', by: maxHp(who(work, id), work.rules), why: 'start' });
  if (tunables.gold.start > 0)
    emit(work, { type: 'counted', player: id, what: 'gold', by: tunables.gold.start, why: 'start' });
  emit(work, { type: 'tokens', player: id, tokens: { count: tunables.tokens.start, since: work.at } });
}

function wearNew(work: Work, id: PlayerId, item: string): void {
  gain(work, id, { item, why: 'class' });
  const got = who(work, id).bag.at(-1);
  if (got && work.rules.items[item]?.slot)
    emit(work, { type: 'itemChanged', player: id, got: { ...got, worn: true } });
}
