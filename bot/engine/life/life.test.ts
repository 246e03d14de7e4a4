import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import type { Actor, Command } from '../commands.ts';
import { decide } from '../decide.ts';
import { initialState } from '../evolve.ts';
import { loaded, Table } from '../given.ts';
import { isRefusal } from '../refusal.ts';
import type { GameState } from '../state.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const ADMIN: Actor = { by: 'admin' };
const player = (id: string): Actor => ({ by: 'player', player: id });
const attributes = { strength: 2, agility: 2, endurance: 2, mind: 2, luck: 2 };
const nonce = (digit: string) => digit.repeat(64);
const hashOf = (value: string) => bytesToHex(sha256(hexToBytes(value)));

let state: GameState;
/** `ok`, or the code of the refusal. */
const say = (as: Actor, command: Command): string => {
  const result = decide(state, { at: 5, as, command }, { rules, chance: loaded([]) });
  if (isRefusal(result)) return result.code;
  state = result.state;
  return 'ok';
};
const join = (id: string) => say(ADMIN, { type: 'join', player: id, kind: 'person', lang: 'en' });

beforeEach(() => {
  const setup = {
    game: 'g',
    mapSeed: 'lobby',
    size: 'S',
    pace: 'session',
    lang: 'en',
    ranked: true,
  } as const;
  state = initialState(setup, rules);
});

describe('the lobby', () => {
  it('seats each player once, and only by the admin', () => {
    expect(say(player('p1'), { type: 'join', player: 'p1', kind: 'person', lang: 'en' })).toBe(
      'not-a-player',
    );
    expect([join('p1'), join('p1'), join('p2')]).toEqual(['ok', 'seat-taken', 'ok']);
  });

  it('checks a character: class, skills, points', () => {
    join('p1');
    const [classId = ''] = Object.keys(rules.classes);
    const skills = Object.keys(rules.skills)
      .filter((id) => id !== rules.classes[classId]?.skill)
      .slice(0, 2);
    expect(say(player('p1'), { type: 'prepare', classId: 'wizard' })).toBe('unknown-class');
    expect(say(player('p1'), { type: 'prepare', skills: ['flying'] })).toBe('unknown-skill');
    expect(
      say(player('p1'), { type: 'prepare', classId, skills: Object.keys(rules.skills).slice(0, 5) }),
    ).toBe('bad-skills');
    expect(say(player('p1'), { type: 'prepare', attributes: { ...attributes, luck: 9 } })).toBe(
      'bad-attributes',
    );
    expect(say(player('p1'), { type: 'prepare', classId, skills, attributes })).toBe('ok');
    expect(state.players.p1).toMatchObject({ classId, attributes });
    expect(state.players.p1?.skills).toEqual([rules.classes[classId]?.skill, ...skills]);
    for (const other of Object.keys(rules.classes)) {
      expect(say(player('p1'), { type: 'prepare', classId: other })).toBe('ok');
      expect(state.players.p1?.skills).toContain(rules.classes[other]?.skill);
    }
    expect(say(player('p1'), { type: 'ready' })).toBe('ok');
    expect(say(player('p1'), { type: 'prepare', attributes })).toBe('already-ready');
  });

  it('starts with enough ready players, once', () => {
    for (const id of ['p1', 'p2', 'p3', 'p4']) join(id);
    expect(say(ADMIN, { type: 'start' })).toBe('too-few-players');
    for (const id of ['p1', 'p2', 'p3', 'p4']) say(player(id), { type: 'ready' });
    expect(say(player('p1'), { type: 'start' })).toBe('not-admin');
    expect(say(ADMIN, { type: 'start' })).toBe('ok');
    expect(say(ADMIN, { type: 'start' })).toBe('not-lobby');
    expect(join('p5')).toBe('not-lobby');
  });
});

describe('nonces', () => {
  it('are sealed before any is shown, and must fit their seal', () => {
    for (const id of ['p1', 'p2', 'p3']) join(id);
    expect(say(player('p1'), { type: 'commitNonce', hash: hashOf(nonce('a')) })).toBe('ok');
    expect(say(player('p1'), { type: 'commitNonce', hash: hashOf(nonce('b')) })).toBe('bad-nonce');
    expect(say(player('p2'), { type: 'commitNonce', hash: hashOf(nonce('b')) })).toBe('ok');
    expect(say(player('p1'), { type: 'revealNonce', nonce: nonce('b') })).toBe('bad-nonce');
    expect(say(player('p1'), { type: 'revealNonce', nonce: nonce('a') })).toBe('ok');
    expect(say(player('p3'), { type: 'commitNonce', hash: hashOf(nonce('c')) })).toBe('bad-nonce');
    expect(say(player('p2'), { type: 'revealNonce', nonce: nonce('b') })).toBe('ok');
    expect(state.players.p1?.nonce?.value).toBe(nonce('a'));
  });
});

describe('a started game', () => {
  it('gives everybody health, gold, a roll, three weapons and the thing of the class', () => {
    const game = new Table({ rules });
    for (const id of game.state.order) {
      const { hp, gold, tokens, weapons, bag, classId } = game.player(id);
      expect(hp).toBeGreaterThan(0);
      expect(gold).toBe(rules.tunables.gold.start);
      expect(tokens.count).toBe(rules.tunables.tokens.start);
      expect(Object.values(weapons).every((item) => rules.items[item]?.category === 'weapon')).toBe(true);
      expect(bag.map((got) => got.item)).toEqual([rules.classes[classId]?.item]);
    }
  });

  it('can be cancelled from any state that is not an end', () => {
    const from: readonly ((game: Table) => unknown)[] = [
      () => undefined,
      (game) => game.must({ type: 'pause' }, ADMIN),
      (game) => {
        game.flat().set('p1', { cell: game.state.board.finish - 1 });
        game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
        expect(game.state.status).toBe('superGame');
      },
    ];
    for (const bring of from) {
      const game = new Table({ rules });
      bring(game);
      game.must({ type: 'cancel' }, ADMIN);
      expect(game.state.status).toBe('cancelled');
    }
    join('p1');
    expect(say(ADMIN, { type: 'cancel' })).toBe('ok');
    expect(state.status).toBe('cancelled');
  });

  it('can be cancelled, and then nothing more happens', () => {
    const game = new Table({ rules });
    game.must({ type: 'cancel' }, ADMIN);
    expect(game.refused({ type: 'roll' })).toBe('not-running');
    expect(game.refused({ type: 'cancel' }, ADMIN)).toBe('not-running');
  });
});
