/** Commands about time. */
import type { Deciders } from '../handling.ts';
import { nextSeed } from '../proof.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { emit, type Work, who } from '../work.ts';
import { absenceFault, arrive, isNews, leave, releaseGoods } from './absence.ts';
import { stood } from './clock.ts';
import { planDaysOff } from './days-off.ts';
import { epochEnd, epochOf, luckCloses } from './epochs.ts';
import { nowOf, timeOf } from './state.ts';

export const TIME: Deciders<
  'presence' | 'daysOff' | 'back' | 'autopilot' | 'release' | 'turnOrder' | 'turnEpoch' | 'closeLuck'
> = {
  presence(work, { command }) {
    const player = work.state.players[command.player];
    if (!player || player.kind === 'bot') return refuse('not-a-player', { player: command.player });
    if (!isNews(player, command.live)) return refuse('presence-known', { player: player.id });
    if (command.live) arrive(work, player.id, 'stream');
    else leave(work, player.id);
    return undefined;
  },
  daysOff(work, { command, player }) {
    return planDaysOff(work, player, { days: command.days, from: command.from });
  },
  back(work, { player }) {
    // An offline player has arrived with this very command.
    if (timeOf(who(work, player)).autopilot) arrive(work, player, 'back');
    else if (work.events.length === 0) return refuse('not-away');
    return undefined;
  },
  autopilot(work, { command }) {
    const { player: id, on } = command;
    const player = work.state.players[id];
    if (!player) return refuse('not-a-player', { player: id });
    if (timeOf(player).autopilot === on) return refuse('autopilot-already', { player: id });
    const fault = on ? absenceFault(work, id) : null;
    if (fault) return fault;
    if (on)
      emit(work, {
        type: 'autopilotSet',
        player: id,
        on,
        shift: stood(work.state, player, nowOf(work.state)),
      });
    else arrive(work, id, 'back');
    return undefined;
  },
  release(work, { command }) {
    const fault = onAutopilot(work, command.player) ? null : absenceFault(work, command.player);
    return fault ?? releaseGoods(work, command.player);
  },
  turnOrder(work, { command }) {
    if (work.state.status !== 'lobby') return refuse('not-lobby', { status: work.state.status });
    if (command.order === 'rounds' && work.state.pace === 'marathon') return refuse('rounds-evening');
    emit(work, { type: 'turnOrderSet', order: command.order });
    return undefined;
  },
  turnEpoch(work, { command }) {
    const end = epochEnd(work.state, work.rules);
    if (end === null) return refuse('nothing-due');
    if (work.at < end) return refuse('epoch-early', { wait: Math.ceil((end - work.at) / 1000) });
    const fault = seedFault(work, command.seed);
    if (fault) return fault;
    emit(work, { type: 'epochTurned', n: epochOf(work.state) + 1, seed: command.seed });
    return undefined;
  },
  closeLuck(work, { command }) {
    const closes = luckCloses(work.state, work.rules);
    if (closes === null || work.state.luck) return refuse('nothing-due');
    if (work.at < closes) return refuse('epoch-early', { wait: Math.ceil((closes - work.at) / 1000) });
    const { words, root } = command;
    if (!(Number.isSafeInteger(words) && words > 0) || !HEX32.test(root)) return refuse('bad-seed');
    emit(work, { type: 'luckClosed', n: epochOf(work.state) + 1, words, root });
    return undefined;
  },
};

const HEX32 = /^[0-9a-f]{64}$/;

/** A seat that was handed over has been absent for long enough already. */
function onAutopilot(work: Work, id: string): boolean {
  const player = work.state.players[id];
  return player !== undefined && timeOf(player).autopilot;
}

/** Each seed hashes to the one before it; the first is checked against the commitment by whoever verifies. */
function seedFault(work: Work, seed: string): Refusal | null {
  if (!HEX32.test(seed)) return refuse('bad-seed');
  const before = work.state.epoch?.seed;
  return before === undefined || nextSeed(seed) === before ? null : refuse('bad-seed');
}
