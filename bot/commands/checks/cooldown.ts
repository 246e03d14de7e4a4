import type { Millis } from '../../engine/state.ts';
import { type CooldownClass, type Fault, fault, type Role } from '../spec.ts';

/** Seconds between two commands of one class by one person. 0: none; the game's own rules are enough. */
export const COOLDOWNS: Readonly<Record<CooldownClass, Readonly<Record<Role, number>>>> = {
  turn: { player: 0, helper: 5, viewer: 10, admin: 0 },
  bag: { player: 0, helper: 3, viewer: 10, admin: 0 },
  ask: { player: 2, helper: 5, viewer: 15, admin: 0 },
  crowd: { player: 0, helper: 2, viewer: 2, admin: 0 },
  judge: { player: 0, helper: 5, viewer: 10, admin: 0 },
};

export interface Cooldowns {
  /** Null: go ahead, and the clock of this class starts. Otherwise how long to wait; nothing is started. */
  check(use: { user: string; role: Role; kind: CooldownClass; command: string; at: Millis }): Fault | null;
  /** Keys remembered now. */
  readonly size: number;
}

/** Remembers at most `max` (user, class) pairs, the oldest forgotten first: a crowd cannot fill the memory. */
export function createCooldowns(max = 20_000, table: typeof COOLDOWNS = COOLDOWNS): Cooldowns {
  /** Key → when it is free again, in the order of last use. */
  const free = new Map<string, Millis>();
  return {
    check({ user, role, kind, command, at }) {
      const seconds = table[kind][role];
      if (seconds <= 0) return null;
      const key = `${kind} ${user}`;
      const until = free.get(key) ?? 0;
      // A clock that was set back must not lock anybody out for longer than one cooldown.
      if (at < until && until - at <= seconds * 1000)
        return fault('cooldown', { wait: Math.ceil((until - at) / 1000), command });
      free.delete(key);
      free.set(key, at + seconds * 1000);
      if (free.size > max) forget(free, max);
      return null;
    },
    get size() {
      return free.size;
    },
  };
}

/** Drops the oldest down to `max`; a Map keeps the order in which keys were set. */
export function forget<K>(map: Map<K, unknown>, max: number): void {
  for (const key of map.keys()) {
    if (map.size <= max) return;
    map.delete(key);
  }
}
