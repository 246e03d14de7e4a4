import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Identity } from '../../adapters/log/contract.ts';
import { createTally } from '../crowd/tally.ts';
import { standsFor } from '../host/persons.ts';
import { MOST_IDENTITIES, People, type Plan } from './people.ts';

const NAMES = [
  'twitch:1',
  'twitch:2',
  'kick:1',
  'vkvideo:7',
  'discord:9',
  'seat:g1:p1',
  'seat:g1:p2',
  'seat:g2:p1',
];
const known = (identity: string) => ({ identity, name: `name of ${identity}` });

/** People beside what a store would hold. */
class World {
  readonly people = new People();
  readonly stored = new Map<string, Identity>();
  #n = 0;

  carryOut({ put, drop }: Plan): void {
    for (const identity of drop) this.stored.delete(identity);
    for (const row of put) this.stored.set(row.identity, row);
    this.people.make(put, drop);
  }
  link(a: string, b: string): Plan | null {
    if (a === b || this.people.obstacle(known(a), known(b))) return null;
    this.#n += 1;
    const plan = this.people.joining(known(a), known(b), `person ${this.#n}`);
    this.carryOut(plan);
    return plan;
  }
  personOf(identity: string): string {
    return standsFor(this.people.of(identity) ?? [known(identity)]);
  }
}

function expectSound({ people, stored }: World): void {
  const read = new People([...stored.values()].sort((a, b) => a.place - b.place));
  for (const name of NAMES) {
    const set = people.of(name);
    expect(read.of(name)).toEqual(set);
    if (!set) continue;
    const members = set.map(({ identity }) => identity);
    expect(members).toContain(name);
    expect(members.length).toBeGreaterThan(1);
    expect(new Set(members).size).toBe(members.length);
    // Whoever is in my set has the same set: no two sets share a member.
    for (const member of members) expect(people.of(member)).toEqual(set);
    const seats = members.filter((one) => one.startsWith('seat:')).map((one) => one.split(':')[1]);
    expect(new Set(seats).size).toBe(seats.length);
  }
}

const name = fc.constantFrom(...NAMES);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('link' as const), a: name, b: name }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unlink' as const), a: name }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forget' as const), a: name }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('vote' as const),
      a: name,
      choice: fc.integer({ min: 1, max: 3 }),
    }),
  },
);

describe('people', () => {
  it('are sets that never share a member, whatever is linked, parted and forgotten', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const world = new World();
        for (const one of steps) {
          if (one.do === 'link') world.link(one.a, one.b);
          const plan =
            one.do === 'unlink'
              ? world.people.leaving(one.a)
              : one.do === 'forget'
                ? world.people.forgetting(one.a)
                : null;
          if (plan) world.carryOut(plan);
          if (one.do === 'unlink' || one.do === 'forget') expect(world.people.of(one.a)).toBeNull();
          expectSound(world);
        }
      }),
    );
  });

  it('have one vote each at every moment, the newest, whenever they were linked', () => {
    const poll = {
      id: 'v1',
      player: 'p1',
      pending: 1,
      kind: 'quiz' as const,
      options: 3,
      need: 0,
      opens: 0,
      closes: 1e9,
    };
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const world = new World();
        const tally = createTally(poll);
        /** Person → the newest choice of all who are that person. */
        const expected = new Map<string, { choice: number; at: number }>();
        steps.forEach((one, at) => {
          if (one.do === 'vote') {
            const voter = world.personOf(one.a);
            tally.put({ voter, choice: one.choice, sentAt: at });
            expected.set(voter, { choice: one.choice, at });
          } else if (one.do === 'link') {
            for (const { from, to } of world.link(one.a, one.b)?.change.joined ?? []) {
              tally.join(from, to);
              const [mine, theirs] = [expected.get(from), expected.get(to)];
              expected.delete(from);
              if (mine && (!theirs || mine.at > theirs.at)) expected.set(to, mine);
            }
          } else {
            const plan = one.do === 'unlink' ? world.people.leaving(one.a) : world.people.forgetting(one.a);
            if (plan) world.carryOut(plan);
          }
          const totals: Record<string, number> = { 1: 0, 2: 0, 3: 0 };
          for (const { choice } of expected.values()) totals[choice] = (totals[choice] ?? 0) + 1;
          expect(tally.live()).toEqual({ voters: expected.size, totals });
          const persons = new Set(NAMES.map((each) => world.personOf(each)));
          for (const voter of expected.keys()) expect(persons).toContain(voter);
        });
      }),
    );
  });

  it('keep the order in which they came, those of the first in front, and are counted as no seat', () => {
    const world = new World();
    world.link('seat:g1:p1', 'twitch:1');
    const plan = world.link('seat:g1:p1', 'kick:1');
    expect(world.people.of('kick:1')?.map(({ identity }) => identity)).toEqual([
      'seat:g1:p1',
      'twitch:1',
      'kick:1',
    ]);
    expect(world.personOf('seat:g1:p1')).toBe('twitch:1');
    expect(plan?.change.joined).toEqual([{ from: 'kick:1', to: 'twitch:1' }]);
  });

  it('have one seat a game, and a bounded number of names', () => {
    const world = new World();
    world.link('seat:g1:p1', 'twitch:1');
    world.link('seat:g2:p1', 'twitch:1');
    expect(world.people.of('twitch:1')?.length).toBe(3);
    expect(world.people.obstacle(known('seat:g1:p2'), known('twitch:1'))?.code).toBe('link-two-seats');
    for (let n = 2; world.people.of('twitch:1')!.length < MOST_IDENTITIES; n += 1)
      world.link('twitch:1', `kick:${n}`);
    expect(world.people.obstacle(known('twitch:1'), known('kick:99'))).toEqual({
      code: 'link-too-many',
      args: { max: MOST_IDENTITIES },
    });
    expect(world.people.obstacle(known('kick:2'), known('kick:3'))?.code).toBe('link-already');
  });
});
