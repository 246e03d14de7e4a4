/** For tests of trials: a table at which only one trial can come, and the chats that vote on it. */
import type { GameEvent } from '../events.ts';
import { Table } from '../given.ts';
import type { Rules, TrialDef } from '../rules.ts';
import type { PlayerId, Poll, Setup } from '../state.ts';

export const SYSTEM = { by: 'system' } as const;
export const ADMIN = { by: 'admin' } as const;

export function viewer(name: string, player: PlayerId = 'p1') {
  return { by: 'viewer', viewer: name, player } as const;
}

export function trialOf(id: string, rest: Partial<TrialDef>): TrialDef {
  return { id, zone: 'any', tags: ['test'], purpose: 'chat', kind: 'chat', scope: 'individual', ...rest };
}

const KEPT = ['monster', 'story', 'guardian'];

/** The trials for cells and viewers are these alone. */
export function onlyTrials(rules: Rules, trials: readonly TrialDef[]): Rules {
  const kept = Object.entries(rules.trials).filter(([, one]) => one.tags.some((tag) => KEPT.includes(tag)));
  const own = trials.map((trial) => [trial.id, trial] as const);
  return { ...rules, trials: Object.fromEntries([...kept, ...own]) };
}

export class TrialTable extends Table {
  constructor(rules: Rules, trials: readonly TrialDef[], setup: Partial<Setup> = {}) {
    super({ rules: onlyTrials(rules, trials), setup });
    for (const id of this.state.order) this.set(id, { skills: [], bag: [], audience: 50, gold: 50 });
    this.flat();
  }

  /** Stops on a trial cell: the only trial there is comes up. */
  meet(id: PlayerId = 'p1', dice: readonly number[] = []): readonly GameEvent[] {
    this.flat({ [this.player(id).cell + 3]: 'trial' });
    this.set(id, { tokens: { count: 1, since: 0 } });
    return this.must({ type: 'roll' }, id, [1, 1, 1, ...dice]);
  }

  poll(player: PlayerId = 'p1'): Poll {
    const found = Object.values(this.state.polls).find((poll) => poll.player === player);
    if (!found) throw new Error(`no poll is open in the chat of ${player}`);
    return found;
  }

  /** The chat has voted, and is counted. */
  count(
    totals: Readonly<Record<string, number>>,
    voters: number,
    player: PlayerId = 'p1',
  ): readonly GameEvent[] {
    const poll = this.poll(player);
    this.at = Math.max(this.at, poll.settles ?? poll.closes);
    return this.must({ type: 'closePoll', poll: poll.id, totals, voters, root: 'r' }, SYSTEM);
  }

  /** The clock of whatever waits first. */
  lapse(due: number | null): readonly GameEvent[] {
    if (due === null) throw new Error('nothing is due');
    this.at = Math.max(this.at, due);
    return this.must({ type: 'expire' }, SYSTEM);
  }

  /** Trials that this player has, current and queued. */
  waiting(player: PlayerId = 'p1'): readonly string[] {
    return this.player(player).pending.flatMap((one) => (one.is === 'trial' ? [one.trial] : []));
  }

  types(): readonly string[] {
    return this.events.map(({ type }) => type);
  }
}
