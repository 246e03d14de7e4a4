import { describe, expect, it } from 'vitest';
import type { BoardView, PlayerView } from '../../../bot/protocol/views.ts';
import { faults } from '../fixture/faults.ts';
import { makeBag, makeBoard, makeFace, makePlayer, NOW } from '../fixture/fixture.ts';
import { mount } from '../fixture/mount.ts';
import { makeTreaty } from '../fixture/treaties.ts';
import { clockTime, marksOf, raceMarks } from './marks.ts';
import { lampOf } from './templates.ts';
import '../corner/corner.ts';
import '../leaderboard/leaderboard.ts';

const treaties = [makeTreaty(1, 'alliance', ['p1', 'p2']), makeTreaty(2, 'war', ['p4', 'p1'])];
const away = {
  live: false,
  since: NOW,
  autopilot: false,
  shieldFrom: NOW - 1,
  clockFrom: null,
  dayOff: null,
};

function labels(changes: Partial<PlayerView>, board: Partial<BoardView> = {}): string[] {
  const player = makePlayer(1, changes);
  const whole = makeBoard({ ...board, players: [player, ...makeBoard().players.slice(1)] });
  return marksOf(makeFace(whole), whole, player).map(({ label }) => label);
}

describe('marks of a player', () => {
  it('tell bonds with the other side, wars first', () => {
    expect(labels({}, { treaties })).toEqual(['war: שלום עולם', 'alliance: Северный']);
    expect(labels({}, { treaties: [{ ...treaties[0]!, leaving: 'p2' }] })[0]).toContain(
      'notice from Северный',
    );
  });

  it('tell a locked finish with its time, absence with its shield, and whose turn it is', () => {
    expect(labels({ lockedUntil: NOW + 130_000 })).toEqual(['the finish opens in 2:10']);
    expect(labels({ lockedUntil: NOW })).toEqual([]);
    expect(labels({ time: away })).toEqual(['off the air, out of reach of hostile items']);
    expect(labels({ time: { ...away, autopilot: true } })).toEqual(['on autopilot']);
    expect(labels({}, { turns: { player: 'p1', n: 3, until: NOW } })).toEqual(['up now']);
  });

  it('tell what the admin has turned for this player or this zone, not for others', () => {
    const tuning = (scope: NonNullable<BoardView['tuning']>['tunings'][number]['scope']) => ({
      tunings: [
        { n: 1, scope, knob: 'dice' as const, on: null, value: 2, reason: 'x', since: NOW, until: null },
      ],
      changes: [],
    });
    expect(labels({}, { tuning: tuning({ of: 'player', player: 'p1' }) })).toEqual(['tuned, dice: +2']);
    expect(labels({}, { tuning: tuning({ of: 'player', player: 'p2' }) })).toEqual([]);
    const board = makeBoard({ tuning: tuning({ of: 'game' }), epoch: { n: 2, seed: 'ab' } });
    expect(raceMarks(makeFace(board), board).map(({ label }) => label)).toEqual([
      'tuned, dice: +2',
      'epochs shown: 2',
    ]);
  });

  it('tell an own offer that waits, where the bag is known', () => {
    const board = makeBoard();
    const face = makeFace(board);
    const offer = {
      is: 'treaty',
      kind: 'alliance',
      n: 1,
      from: 'p1',
      to: 'p2',
      until: NOW,
      pay: null,
    } as const;
    face.views.put('bag:p1', makeBag({ offers: [offer] }));
    expect(marksOf(face, board, board.players[0]!).map(({ label }) => label)).toEqual([
      'alliance offered to Северный',
    ]);
  });

  it('write times as a clock', () => {
    expect([9_500, 61_000, 3_661_000].map(clockTime)).toEqual(['0:10', '1:01', '1:01:01']);
  });
});

describe('the lamps of a super game', () => {
  it('stand for each stage: won, lost, now, to come', () => {
    const run = { stage: 'throw', won: ['guardian'], lost: ['chorus'] } as const;
    expect((['guardian', 'chorus', 'throw'] as const).map((stage) => lampOf(run, stage))).toEqual([
      'won',
      'lost',
      'now',
    ]);
    expect(lampOf({ stage: 'guardian', won: [], lost: [] }, 'throw')).toBe('ahead');
  });

  it('and all marks are on the card and in the standings, in words too', async () => {
    const final = { stage: 'chorus', won: ['guardian'], lost: [] } as const;
    const players = [makePlayer(1, { final }), ...makeBoard().players.slice(1)];
    const board = makeBoard({ players, treaties });
    for (const tag of ['msig-corner', 'msig-leaderboard'] as const) {
      const { all } = await mount(document.createElement(tag), makeFace(board), 420);
      const said = all('.lamp').map((node) => node.getAttribute('aria-label'));
      expect(said).toEqual(['guardian: won', 'chorus: now', 'throw: to come']);
      expect(await faults()).toEqual([]);
    }
    const { all } = await mount(document.createElement('msig-leaderboard'), makeFace(board), 420);
    expect(all('.mark.is-war').map((node) => node.getAttribute('aria-label'))).toEqual(['war: Kestrel']);
  });
});
