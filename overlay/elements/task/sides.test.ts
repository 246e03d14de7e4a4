import { describe, expect, it } from 'vitest';
import type { Fight } from '../../../bot/engine/combat/state.ts';
import type { BoardView, ChatState, PlayerView } from '../../../bot/protocol/views.ts';
import { readPack } from '../../link/pack.ts';
import type { Pending, Poll } from '../../link/types.ts';
import { faults } from '../fixture/faults.ts';
import { FIGHT_PACK, makeFight, makeFoe } from '../fixture/fights.ts';
import { makeBoard, makeFace, makePlayer, NOW } from '../fixture/fixture.ts';
import { mount } from '../fixture/mount.ts';
import { askedOf, tasksOf } from './stage.ts';
import { slowest, waitedFor } from './waiting.ts';
import '../votes/votes.ts';
import './task.ts';

const poll = (changes: Partial<Poll>): Poll => ({
  id: 'v1',
  player: 'p1',
  pending: 1,
  kind: 'quiz',
  options: 3,
  need: 0,
  opens: NOW - 20_000,
  closes: NOW + 5_000,
  settles: NOW + 17_000,
  ...changes,
});
const trial = {
  is: 'trial',
  n: 1,
  trial: 'riddle',
  tier: 1,
  by: null,
  poll: 'v1',
  done: null,
  until: NOW,
} as const;
const chat = (platform: string, lag: number | null, state: ChatState['state'] = 'up'): ChatState => ({
  platform,
  state,
  lag,
  lacks: [],
});

function boardWith(pendings: Readonly<Record<string, Pending>>, changes: Partial<BoardView> = {}): BoardView {
  const players = makeBoard().players.map(
    (one): PlayerView => ({ ...one, pending: pendings[one.id] ?? null }),
  );
  return makeBoard({ players, ...changes });
}

describe('a vote that is over', () => {
  const late = poll({ closes: NOW - 1_000, settles: NOW + 11_500 });
  const chats = {
    p1: [chat('twitch', 3), chat('kick', 14), chat('vkvideo', 20, 'down'), chat('youtube', null)],
  };

  it('waits for the slowest chat that is there, by name', () => {
    expect(slowest(chats.p1)?.platform).toBe('kick');
    const board = boardWith({ p1: trial }, { polls: [late], chats });
    expect(waitedFor(makeFace(board), board, late)).toBe('waiting for Kick, 12 s');
    expect(waitedFor(makeFace(board, 'ru'), board, late)).toBe('ждём Kick, 12 с');
  });

  it('names nobody where no delay has been measured, and says nothing before its end', () => {
    const board = boardWith({ p1: trial }, { polls: [late] });
    expect(waitedFor(makeFace(board), board, late)).toBe('waiting for the last votes, 12 s');
    expect(waitedFor(makeFace(board), board, poll({}))).toBe('');
  });

  it('shows that wait as its clock, on the stage and among the votes', async () => {
    const board = boardWith({ p1: trial }, { polls: [late], chats });
    for (const tag of ['msig-task', 'msig-votes'] as const) {
      const { find, words } = await mount(document.createElement(tag), makeFace(board), 600);
      expect(find('.countdown-number').textContent).toBe('12');
      expect(words()).toContain('waiting for Kick, 12 s');
      expect(await faults()).toEqual([]);
    }
  });
});

describe('two sides', () => {
  const path = 'treaties/war/terms/clash/vote';
  const asks: Pending = {
    is: 'choice',
    n: 1,
    path,
    open: [1, 2, 3],
    fallback: 0,
    source: 'p2',
    poll: 'v1',
    until: NOW,
  };
  const side = { helped: [], lent: 0 };
  const clashes = [
    {
      n: 9,
      treaty: 4,
      cell: 5,
      until: NOW,
      sides: [
        { player: 'p1', pending: 1, stance: null, ...side },
        { player: 'p2', pending: 2, stance: 0, ...side },
      ],
    },
  ] as const;

  it('of a clash: who has chosen, and a chat that said nothing', async () => {
    const board = boardWith({ p1: asks }, { polls: [poll({ kind: 'choice' })], clashes });
    const [task] = tasksOf(makeFace(board), board);
    expect(task?.label).toBe('Clash');
    expect(task?.versus?.sides.map(({ player, text }) => [player.id, text])).toEqual([
      ['p1', 'chat is choosing'],
      ['p2', 'chat is silent'],
    ]);
    const { all } = await mount(document.createElement('msig-votes'), makeFace(board), 600);
    expect(all('.versus .side')).toHaveLength(2);
    expect(await faults()).toEqual([]);
  });

  it('of a duel: scores, seen from either chat', () => {
    const duel: Pending = { ...trial, rival: 'p3', scores: { p1: 7, p3: null }, round: 2 };
    const polls = [poll({}), poll({ id: 'v1r', player: 'p3', owner: 'p1' })];
    const board = boardWith({ p1: duel }, { polls });
    for (const task of tasksOf(makeFace(board), board)) {
      expect(task.label).toBe('Duel of chats · round 2');
      expect(task.versus?.sides.map(({ text }) => text)).toEqual(['7', 'under way']);
    }
  });

  it('are one card with the votes of both chats, and each chat still finds its own', async () => {
    const duel: Pending = { ...trial, rival: 'p3', scores: { p1: 7, p3: null } };
    const polls = [poll({}), poll({ id: 'v1r', player: 'p3', owner: 'p1', closes: NOW + 8_000 })];
    const tally = { v1: { voters: 4, totals: { 1: 3, 2: 1 } }, v1r: { voters: 2, totals: { 2: 2 } } };
    const board = boardWith({ p1: duel }, { polls, tally });
    const tasks = tasksOf(makeFace(board), board);
    expect(tasks.map(({ player, until }) => [player.id, until])).toEqual([['p1', NOW + 8_000]]);
    expect(askedOf(tasks, 'p3').map(({ poll: asked }) => asked?.id)).toEqual(['v1r']);
    const { all } = await mount(document.createElement('msig-votes'), makeFace(board), 600);
    expect(all('.votes > li')).toHaveLength(1);
    expect(all('.options li > b').map((one) => one.textContent)).toEqual(['75%:0%', '25%:100%', '0%:0%']);
    expect(await faults()).toEqual([]);
  });
});

const STORY = readPack({
  stories: {
    agathas_ladder: {
      name: 'The Ladder',
      lines: { boy: '{name} meets {rival}', climb: 'Climb', borrow: 'Leave it to {rival}' },
    },
  },
});

describe('other questions', () => {
  it('have the players for answers where they are about the race itself', () => {
    const recall: Pending = { ...trial, trial: 'who_leads' };
    const board = boardWith({ p1: recall }, { polls: [poll({ options: 8, trial: 'who_leads' })] });
    const [task] = tasksOf(makeFace(board), board);
    expect(task?.options.slice(0, 2).map(({ text }) => text)).toEqual(['Kestrel', 'Северный']);
  });

  it('say whether an act or a game is judged, and which stage of the super game is on', () => {
    const board = boardWith(
      { p1: trial },
      { polls: [poll({ kind: 'confirm', options: 2, confirms: 'performance' })] },
    );
    expect(tasksOf(makeFace(board), board)[0]?.label).toBe('Does the act count?');
    const final = boardWith({ p1: { is: 'final', n: 1, until: NOW, stage: 'guardian' } });
    expect(tasksOf(makeFace(final), final)[0]).toMatchObject({
      label: 'Super game · guardian',
      title: 'The guardian: a fight, no way to flee',
    });
  });

  it('of a story are its title and its sentences, by number for a vote and by command for the player', () => {
    const scene = {
      story: 'agathas_ladder',
      lines: ['boy'],
      options: ['climb', 'borrow'],
      poll: null,
      asks: 'player',
      until: NOW,
      rival: 'p2',
    } as const;
    const pending = { is: 'scene', n: 1, poll: null } as unknown as Pending;
    const asked = (changes: Partial<BoardView>, id: string | null) => {
      const board = makeBoard({
        players: [makePlayer(1, { pending, scene: { ...scene, poll: id } }), makePlayer(2)],
        ...changes,
      });
      const face = makeFace(board);
      face.setPack(STORY);
      return tasksOf(face, board)[0];
    };
    expect(asked({}, null)).toMatchObject({
      label: 'Story',
      title: 'The Ladder',
      line: 'Kestrel meets Северный',
      options: [
        { type: '!choose 1', text: 'Climb' },
        { type: '!choose 2', text: 'Leave it to Северный' },
      ],
    });
    const vote = poll({ kind: 'choice', options: 2 });
    expect(asked({ polls: [vote] }, 'v1')?.options.map(({ type, text }) => [type, text])).toEqual([
      ['1', 'Climb'],
      ['2', 'Leave it to Северный'],
    ]);
  });

  it('of a fight are the foe and what is typed, or what its chat is asked', () => {
    const pending = { is: 'fight', n: 1, until: NOW } as Pending;
    const asked = (fight: Fight, polls: readonly Poll[] = []) => {
      const board = makeBoard({ players: [makePlayer(1, { pending, fight })], polls });
      const face = makeFace(board);
      face.setPack(FIGHT_PACK);
      return tasksOf(face, board)[0];
    };
    const foes = [makeFoe(), makeFoe({ n: 2, flags: { under: null } })];
    expect(asked(makeFight({ foes }))).toMatchObject({
      label: 'Fight',
      title: 'Snow Hunter +1',
      line: 'Type in chat: !hit near, !dash, !auto',
      options: [],
    });
    const digging = makeFight({ foes, vote: { poll: 'v1', rule: 'x/0', options: 3 } });
    const told = asked(digging, [poll({ kind: 'choice' })]);
    expect(told?.title).toBe('Where is it?');
    expect(told?.options.map(({ text }) => text)).toEqual(['left', 'center', 'right']);
  });

  it('show a contested game before its jury, with the votes so far', () => {
    const jurors = [
      { name: 'a', voted: true },
      { name: 'b', voted: false },
    ];
    const proof = { text: '', platform: null, kind: null, id: null, moment: null } as never;
    const cases = [
      { player: 'p1', trial: 'riddle', proof, stream: [], by: 'p2', stake: 10, until: NOW + 9_000, jurors },
    ];
    const board = boardWith({}, { cases });
    expect(tasksOf(makeFace(board), board)[0]).toMatchObject({
      label: 'Before the jury',
      title: 'Riddle',
      line: 'Северный doubts it, stake 10 gold. 1 of 2 jurors have voted',
      have: 1,
      need: 2,
    });
  });
});
