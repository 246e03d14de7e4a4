import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../list.ts';
import type { Role } from '../spec.ts';
import { createDoor } from './admit.ts';
import { createBudget } from './budget.ts';
import { createCooldowns } from './cooldown.ts';
import { checkRole } from './role.ts';

const spec = (id: string) => COMMANDS.find((command) => command.id === id)!;
const knock = (id: string, role: Role, at: number, user = 'twitch:1') => ({
  ...{ spec: spec(id), role, user, channel: 'lira', command: `!${id}`, at },
});

describe('roles', () => {
  it.each<[string, Role, string | null]>([
    ['roll', 'player', null],
    ['roll', 'viewer', 'not-yours'],
    ['roll', 'helper', 'not-yours'],
    ['use', 'helper', null],
    ['use', 'viewer', 'no-grant'],
    ['challenge', 'viewer', null],
    ['challenge', 'player', 'for-chat'],
    ['start', 'player', 'not-admin'],
    ['start', 'admin', null],
    ['status', 'viewer', null],
  ])('%s by a %s', (id, role, code) => expect(checkRole(spec(id), role)?.code ?? null).toBe(code));
});

describe('cooldowns', () => {
  const use = (at: number, user = 'u', role: Role = 'viewer') =>
    ({ user, role, kind: 'ask', command: '!status', at }) as const;

  it('say how long to wait, and waiting is not restarted by asking', () => {
    const book = createCooldowns();
    expect(book.check(use(0))).toBeNull();
    expect(book.check(use(5000))).toMatchObject({ code: 'cooldown', args: { wait: 10, command: '!status' } });
    expect(book.check(use(14_000))).toMatchObject({ args: { wait: 1 } });
    expect(book.check(use(15_000))).toBeNull();
    expect(book.check(use(0, 'other'))).toBeNull();
  });

  it('never hold back the player in a turn', () => {
    const book = createCooldowns();
    for (let i = 0; i < 9; i += 1)
      expect(book.check({ user: 'u', role: 'player', kind: 'turn', command: '!roll', at: 0 })).toBeNull();
  });

  it('survive a clock that jumps back', () => {
    const book = createCooldowns();
    book.check(use(1_000_000));
    expect(book.check(use(5))).toBeNull();
  });

  it('stay small under a crowd', () => {
    const book = createCooldowns(100);
    for (let i = 0; i < 5000; i += 1) book.check(use(i, `u${i}`));
    expect(book.size).toBe(100);
  });
});

describe('the budget of a channel', () => {
  it('takes a burst, then a steady rate, and never counts the owner', () => {
    const budget = createBudget({ burst: 3, perSecond: 1 });
    const ask = (at: number, role: Role = 'viewer') => budget.check({ channel: 'c', role, at });
    expect([ask(0), ask(0), ask(0)]).toEqual([null, null, null]);
    expect(ask(0)).toMatchObject({ code: 'budget', args: { wait: 1 }, quiet: true });
    expect(ask(0, 'player')).toBeNull();
    expect(ask(1000)).toBeNull();
    expect(ask(1500)).not.toBeNull();
    expect(budget.check({ channel: 'other', role: 'viewer', at: 1500 })).toBeNull();
  });
});

describe('the door', () => {
  it('tells somebody once in a while why not, then is quiet', () => {
    const door = createDoor();
    expect(door.admit(knock('roll', 'viewer', 0))).toMatchObject({ code: 'not-yours', quiet: false });
    expect(door.admit(knock('roll', 'viewer', 1000))).toMatchObject({ code: 'not-yours', quiet: true });
    expect(door.admit(knock('roll', 'viewer', 1000, 'twitch:2'))).toMatchObject({ quiet: false });
    expect(door.admit(knock('roll', 'viewer', 31_000))).toMatchObject({ quiet: false });
  });

  it('is open for the player, at any speed', () => {
    const door = createDoor();
    for (let i = 0; i < 100; i += 1) expect(door.admit(knock('roll', 'player', i))).toBeNull();
  });

  it('does not let one loud person use up the channel', () => {
    const door = createDoor();
    for (let i = 0; i < 200; i += 1) door.admit(knock('status', 'viewer', i));
    expect(door.admit(knock('status', 'viewer', 300, 'twitch:2'))).toBeNull();
  });
});
