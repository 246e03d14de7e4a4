/**
 * What a game of bots seldom has all at once, put into the recorded scene: treaties and a war, a clash, an opened
 * passage, a super game, a vote that waits for a slow chat, a locked finish, a tuning, a seat that is away.
 */
import type { BoardView, Moment, PlayerView, TreatyView } from '../../bot/protocol/views.ts';
import type { Scene } from './screenshots.scene.ts';

type Views = Scene['views'];
const MINUTE = 60_000;
const PEACE = { peace: true, gifts: false, assist: 0, reach: false, clash: false };
const WAR = { ...PEACE, peace: false, reach: true, clash: true };
/** Serial numbers that no recorded game reaches. */
const FIRST = 9_000;

function treatiesAt(now: number): TreatyView[] {
  const base = { since: now - MINUTE, until: now + 11 * MINUTE, price: null, pay: null, leaving: null };
  return [
    {
      ...base,
      n: FIRST,
      kind: 'alliance',
      between: ['p1', 'p6'],
      until: null,
      terms: { ...PEACE, gifts: true },
    },
    { ...base, n: FIRST + 1, kind: 'war', between: ['p3', 'p6'], terms: WAR },
    { ...base, n: FIRST + 2, kind: 'war', between: ['p5', 'p8'], terms: WAR },
    { ...base, n: FIRST + 3, kind: 'truce', between: ['p2', 'p7'], terms: PEACE },
    {
      ...base,
      n: FIRST + 4,
      kind: 'tribute',
      between: ['p4', 'p3'],
      terms: PEACE,
      pay: { from: 'p4', gold: 10, every: 5 * MINUTE, due: now + 2 * MINUTE },
    },
  ];
}

/** Seats change by what is done to them; whoever is not named stays as recorded. */
function playersAt(board: BoardView, now: number): PlayerView[] {
  const { cells, finish } = board.map;
  const meet = board.players.find(({ id }) => id === 'p5')?.cell ?? 0;
  const at = (cell: number) => ({ cell, zone: cells[cell]!.zone, toFinish: cells[cell]!.toFinish });
  const clash = (n: number) =>
    ({
      is: 'choice',
      n,
      path: 'treaties/war/terms/clash/vote',
      open: [1, 2, 3],
      fallback: 0,
      source: 'p8',
      poll: `v${n}`,
      until: now + 20_000,
    }) as const;
  const away = {
    live: false,
    since: now - MINUTE,
    autopilot: true,
    shieldFrom: null,
    clockFrom: null,
    dayOff: null,
  };
  const changes: Readonly<Record<string, Partial<PlayerView>>> = {
    p5: { pending: clash(FIRST + 10) },
    p6: { time: away },
    p7: {
      ...at(finish),
      final: { stage: 'throw', won: ['guardian'], lost: ['chorus'] },
      pending: { is: 'final', n: FIRST + 12, stage: 'throw', until: now + 24_000 },
    },
    p8: { ...at(meet), pending: null },
    p2: { lockedUntil: now + 3 * MINUTE },
  };
  const changed = board.players.map((one) => ({ ...one, ...changes[one.id] }));
  const order = changed.toSorted((a, b) => a.toFinish - b.toFinish || a.seat - b.seat);
  return changed.map((one) => ({ ...one, place: order.indexOf(one) + 1 }));
}

function boardWith(board: BoardView, now: number): BoardView {
  const players = playersAt(board, now);
  const [shut] = Object.keys(board.objects ?? {}).map(Number);
  const later =
    shut === undefined
      ? undefined
      : board.map.cells.find(({ toFinish }) => toFinish === board.map.cells[shut]!.toFinish - 9);
  const opened = shut === undefined ? board.opened : [...new Set([...board.opened, shut])];
  const meet = players.find(({ id }) => id === 'p5')!.cell;
  const [slow] = board.polls;
  // One of each kind: four cards of one mass trial say less than one.
  const kinds = board.polls.filter((one, i) => board.polls.findIndex(({ kind }) => kind === one.kind) === i);
  const polls = kinds.map((one) =>
    one === slow ? { ...one, opens: now - 38_000, closes: now - 3_000, settles: now + 11_500 } : one,
  );
  const stance = { helped: [], lent: 0 };
  return {
    ...board,
    players,
    opened,
    ...(shut !== undefined && later ? { passages: { ...board.passages, [shut]: later.id } } : {}),
    polls: [
      ...polls,
      {
        id: `v${FIRST + 10}`,
        player: 'p5',
        pending: FIRST + 10,
        kind: 'choice',
        options: 3,
        need: 0,
        opens: now - 5_000,
        closes: now + 20_000,
        settles: now + 23_000,
      },
    ],
    tally: { ...board.tally, [`v${FIRST + 10}`]: { voters: 31, totals: { 1: 12, 2: 5, 3: 14 } } },
    treaties: treatiesAt(now),
    clashes: [
      {
        n: FIRST + 11,
        treaty: FIRST + 2,
        cell: meet,
        until: now + 38_000,
        sides: [
          { player: 'p5', pending: FIRST + 10, stance: null, ...stance },
          { player: 'p8', pending: FIRST + 9, stance: 1, ...stance },
        ],
      },
    ],
    chats: slow
      ? {
          [slow.player]: [
            { platform: 'twitch', state: 'up', lag: 3, lacks: [] },
            { platform: 'kick', state: 'up', lag: 14, lacks: [] },
          ],
        }
      : {},
    tuning: {
      tunings: [
        {
          n: 1,
          scope: { of: 'game' },
          knob: 'price',
          on: null,
          value: -20,
          reason: '',
          since: now,
          until: null,
        },
      ],
      changes: [],
    },
  };
}

/** The first of the moments that a page sees happen brings the war. */
function withWar(moments: readonly Moment[], played: number, now: number): Moment[] {
  const war = treatiesAt(now)[1]!;
  const at = moments.length - played;
  return moments.map((one, i) =>
    i === at ? { ...one, events: [{ type: 'treatySigned', treaty: war, again: null }, ...one.events] } : one,
  );
}

export function withExtras(views: Views, { now, played }: Pick<Scene, 'now' | 'played'>): Views {
  const board = boardWith(views.board, now);
  const places = new Map(
    board.players.map(({ id, place, toFinish, zone }) => [id, { place, toFinish, zone }]),
  );
  const rows = views.leaderboard.rows.map((row) => ({ ...row, ...places.get(row.id) }));
  return {
    ...views,
    board,
    leaderboard: { ...views.leaderboard, rows: rows.toSorted((a, b) => a.place - b.place) },
    log: { ...views.log, moments: withWar(views.log.moments, played, now) },
  };
}
