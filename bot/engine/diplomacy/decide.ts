/** Commands between players: treaties, trade, a hand in a fight; and the referee's mute. */
import type { Op } from '../effects/operations.ts';
import { opsAt } from '../effects/path.ts';
import { run } from '../effects/run.ts';
import type { Deciders } from '../handling.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { PlayerId } from '../state.ts';
import { emit, type Work } from '../work.ts';
import { assist } from './clash.ts';
import type { DiplomacyCommand } from './commands.ts';
import { warRest } from './evolve.ts';
import { accept, decline, propose } from './offers.ts';
import { defOf, endTreaty, paced, partyFault, sign, signFault, waitUntil } from './sign.ts';
import { diplomacyOf } from './state.ts';
import { trade } from './trade.ts';
import { boundBy, treatyBetween } from './treaties.ts';

export const DIPLOMACY: Deciders<DiplomacyCommand['type']> = {
  propose: (work, { command, player }) => propose(work, player, command),
  accept: (work, { command, player }) => accept(work, player, command.offer),
  decline: (work, { command, player }) => decline(work, player, command.offer),
  leave: (work, { command, player }) => leave(work, player, command.with),
  betray: (work, { command, player }) => betray(work, player, command.with),
  declare: (work, { command, player }) => declare(work, player, command.on),
  trade: (work, { command, player }) => trade(work, player, command),
  assist: (work, { command, player }) => assist(work, player, command.ally),
  mute(work, { command }) {
    if (!work.state.players[command.who]) return refuse('not-a-player', { player: command.who });
    if (command.minutes === 0) {
      if (!(command.who in diplomacyOf(work.state).muted))
        return refuse('not-muted', { player: command.who });
      emit(work, { type: 'unmuted', who: command.who });
      return undefined;
    }
    const until = command.minutes === null ? null : work.at + command.minutes * 60_000;
    emit(work, { type: 'muted', who: command.who, until });
    return undefined;
  },
};

/** By notice: what was agreed holds until it is over, so nobody is taken by surprise. */
function leave(work: Work, id: PlayerId, other: PlayerId): Refusal | undefined {
  const fault = partyFault(work, id, other);
  if (fault) return fault;
  const treaty = treatyBetween(work.state, id, other);
  if (!treaty) return refuse('treaty-none', { player: other });
  const def = defOf(work, treaty.kind);
  if ('refused' in def) return def;
  if (!def.notice) return refuse('treaty-fixed', { player: other, treaty: treaty.kind });
  if (treaty.leaving !== null)
    return refuse('treaty-leaving', { player: other, wait: waitUntil(work, treaty.until ?? work.at) });
  const until = Math.min(treaty.until ?? Number.POSITIVE_INFINITY, work.at + paced(work, def.notice));
  emit(work, { type: 'treatyLeft', n: treaty.n, kind: treaty.kind, by: id, other, until });
  return undefined;
}

/** At once, and at the price that the treaty names. */
function betray(work: Work, id: PlayerId, other: PlayerId): Refusal | undefined {
  const fault = partyFault(work, id, other);
  if (fault) return fault;
  const treaty = treatyBetween(work.state, id, other);
  if (!treaty) return refuse('treaty-none', { player: other });
  if (treaty.price === null) return refuse('treaty-fixed', { player: other, treaty: treaty.kind });
  endTreaty(work, treaty, { why: 'betrayed', by: id });
  const ops = opsAt(work.rules, treaty.price) as readonly Op[];
  run(work, ops, { path: treaty.price, why: 'betrayal', self: id, target: other });
  return undefined;
}

function declare(work: Work, id: PlayerId, on: PlayerId): Refusal | undefined {
  const def = defOf(work, 'war');
  if ('refused' in def) return def;
  const fault = partyFault(work, id, on);
  if (fault) return fault;
  const bond = boundBy(work.state, id, on);
  if (bond) return refuse('treaty-binds', { target: on, treaty: bond.kind });
  const signing = { kind: 'war', by: id, other: on, pay: null } as const;
  const hindered = signFault(work, def, signing);
  if (hindered) return hindered;
  const { rests, treaties } = diplomacyOf(work.state);
  const rest = rests[warRest(id)] ?? 0;
  if (rest > work.at) return refuse('treaty-rests', { wait: waitUntil(work, rest) });
  const against = treaties.filter((one) => one.kind === 'war' && one.between[1] === on).length;
  if (against >= (def.mostAgainst ?? 1)) return refuse('war-crowded', { player: on, most: against });
  // What was on the table between them is off it.
  for (const offer of diplomacyOf(work.state).offers)
    if ([offer.from, offer.to].includes(id) && [offer.from, offer.to].includes(on))
      emit(work, {
        type: 'offerClosed',
        n: offer.n,
        from: offer.from,
        to: offer.to,
        why: 'withdrawn',
        again: null,
      });
  sign(work, def, signing);
  return undefined;
}
