/** Commands of a fight. */
import type { Deciders } from '../handling.ts';
import { currentOf } from '../pending.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import type { PlayerId } from '../state.ts';
import { type Work, who } from '../work.ts';
import { type Action, callable, faultOf, mayFlee } from './action.ts';
import { arenaOf } from './arena.ts';
import { dashTo } from './policy.ts';
import { playFlight } from './round.ts';
import { act, fightOf, playAlone, step, voteOpen } from './rounds.ts';
import type { Fight } from './state.ts';

export const COMBAT: Deciders<'hit' | 'dash' | 'skill' | 'prop' | 'flee' | 'auto'> = {
  hit: (work, { command, player }) =>
    playing(work, player, ({ me, foes }) => {
      const foe = command.foe === undefined ? undefined : foes.find(({ n }) => n === command.foe);
      if (command.foe !== undefined && !foe) return refuse('no-foe', { got: command.foe });
      return { is: 'hit', reach: command.reach ?? me.reach, ...(foe ? { foe: foe.n } : {}) };
    }),
  dash: (work, { command, player }) =>
    playing(work, player, (fight) => ({ is: 'dash', band: command.band ?? dashTo(fight) })),
  skill: (work, { command, player }) =>
    playing(work, player, () => {
      const skill = command.skill ?? callable(arenaOf(who(work, player), work.rules))[0];
      return skill === undefined ? refuse('no-fight-skill', { skill: '' }) : { is: 'skill', skill };
    }),
  prop: (work, { player }) => playing(work, player, () => ({ is: 'prop' })),
  flee(work, { player }) {
    const fight = waitingFight(work, player);
    if (isRefusal(fight)) return fight;
    if (!mayFlee(work.state, fight)) return refuse('no-flight', { bout: fight.bout });
    step(work, player, playFlight);
    return undefined;
  },
  auto(work, { player }) {
    const fight = waitingFight(work, player);
    if (isRefusal(fight)) return fight;
    playAlone(work, player);
    return undefined;
  },
};

/** The player's own fight, where it waits for an action and for nothing else. */
function waitingFight(work: Work, id: PlayerId): Fight | Refusal {
  const fight = fightOf(work, id);
  const current = currentOf(who(work, id), work.rules);
  if (!fight) return refuse('no-fight');
  if (current?.is !== 'fight') return refuse('busy', { is: current?.is ?? 'fight' });
  return fight.vote ? voteOpen(work, fight.vote.poll) : fight;
}

function playing(work: Work, id: PlayerId, read: (fight: Fight) => Action | Refusal): Refusal | undefined {
  const fight = waitingFight(work, id);
  if (isRefusal(fight)) return fight;
  const action = read(fight);
  if (isRefusal(action)) return action;
  const fault = faultOf(arenaOf(who(work, id), work.rules), fight, action);
  if (fault) {
    const { code, ...args } = fault;
    return refuse(code, args);
  }
  act(work, id, action);
  return undefined;
}
