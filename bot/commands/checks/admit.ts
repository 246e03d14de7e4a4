/** The checks of a chat's door, in order: role, cooldown of the person, budget of the channel. Not for HTTP. */
import type { Millis } from '../../engine/state.ts';
import type { CommandSpec, Fault, Role } from '../spec.ts';
import { createBudget } from './budget.ts';
import { createCooldowns, forget } from './cooldown.ts';
import { checkRole } from './role.ts';

export interface Knock {
  readonly spec: CommandSpec;
  readonly role: Role;
  /** `platform:user id`. */
  readonly user: string;
  readonly channel: string;
  /** How the channel's language writes the command, for the sentence. */
  readonly command: string;
  readonly at: Millis;
}

/** Somebody who keeps being refused is told so once in this time. */
const REFUSED_EVERY = 30_000;

export interface Door {
  /** Null: let it in. A fault with `quiet` should not be answered. */
  admit(knock: Knock): Fault | null;
}

/** One for each chat (player process); its memory is bounded. */
export function createDoor(max = 20_000): Door {
  const cooldowns = createCooldowns(max);
  const budget = createBudget();
  const told = new Map<string, Millis>();
  return {
    admit(knock) {
      const refused =
        checkRole(knock.spec, knock.role) ??
        cooldowns.check({ ...knock, kind: knock.spec.cooldown }) ??
        budget.check(knock);
      if (!refused || knock.role === 'player' || knock.role === 'admin') return refused;
      const key = `${refused.code} ${knock.user}`;
      const last = told.get(key);
      if (last !== undefined && Math.abs(knock.at - last) < REFUSED_EVERY) return { ...refused, quiet: true };
      told.delete(key);
      told.set(key, knock.at);
      forget(told, max);
      return refused;
    },
  };
}
