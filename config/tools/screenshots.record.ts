/**
 * `node config/tools/screenshots.record.ts`: plays a whole game of bots from a fixed seed, chooses its liveliest moment
 * and keeps it as `overlay/pictures/scene.json`, of which all pictures are taken. Only what the pages would be sent is
 * kept, and of the texts what the scene names. Run it again when views have changed; the pictures change with it.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadGame, recordGame } from '../../bot/bench/engine/games.ts';
import { factsOf } from '../../bot/content/facts.ts';
import type { Content } from '../../bot/content/load.ts';
import { decide } from '../../bot/engine/decide.ts';
import { isRefusal } from '../../bot/engine/refusal.ts';
import type { GameState } from '../../bot/engine/state.ts';
import { bagView } from '../../bot/engine/views/bag.ts';
import { boardView } from '../../bot/engine/views/board.ts';
import { leaderboardView } from '../../bot/engine/views/leaderboard.ts';
import type { Moment, Tally } from '../../bot/protocol/views.ts';
import { withExtras } from './screenshots.extras.ts';
import type { Scene } from './screenshots.scene.ts';

const OUT = fileURLToPath(new URL('../../overlay/pictures/scene.json', import.meta.url));
const SEEDS = [
  'late tea',
  'tower',
  'north',
  'pictures',
  'window',
  'night shift',
  'stained glass',
  'eight of them',
];
const NAMES = [
  'LiraVox',
  'Северный',
  'Kestrel',
  'Морок',
  'TundraTV',
  'ليلى الصقر',
  'pixel_nun_of_the_long_name',
  'DrakoBash',
];
/** Moments that the log shows, and those of them that a page sees happen. */
const KEPT = 24;
const PLAYED = 5;
const TALK = [
  ['p1', 'moth_in_a_jar', 'viewer', { ru: 'один! один! там сундук', en: 'one! one! there is a chest' }],
  ['p2', 'Северный', 'player', { ru: 'бросаю, держитесь', en: 'rolling, hold on' }],
  ['p3', 'tea_at_nine', 'helper', { ru: '!odds', en: '!odds' }],
  ['p1', 'MSIG', 'game', { ru: 'Голос принят: вариант 1.', en: 'Vote counted: option 1.' }],
  [
    'p5',
    'заяц_на_проводе',
    'viewer',
    { ru: 'ловушка была тут, я видела', en: 'the trap was here, I saw it' },
  ],
] as const;

/** What lies over the map while it lasts; fights have a picture of their own. */
const COVERS = /^(fight|scene)/;
const ALERTS: readonly string[] = ['chestOpened', 'trapSprung', 'trialPassed', 'trialFailed', 'gateOpened'];

interface Picked {
  readonly state: GameState;
  readonly moments: readonly Moment[];
  readonly liveliness: number;
}

/** How much there is to see: questions to chat, effects, a race that has come far and is not over. */
function liveliness(state: GameState, moments: readonly Moment[]): number {
  const players = Object.values(state.players);
  const { cells, length } = state.board;
  const far = players.map(({ cell }) => 1 - cells[cell]!.toFinish / length);
  const lead = Math.max(...far);
  const spread = new Set(players.map(({ cell }) => cell)).size;
  const last = moments.slice(-PLAYED).flatMap(({ events }) => events.map(({ type }) => type));
  // The dice and the alerts have to have something to show.
  if (!last.includes('rolled') || !last.some((type) => ALERTS.includes(type))) return 0;
  if (
    [...players.flatMap(({ pending }) => pending.map(({ is }) => is)), ...last].some((one) =>
      COVERS.test(one),
    )
  )
    return 0;
  const zones = new Set(players.map(({ cell }) => cells[cell]!.zone)).size;
  return (
    Math.min(3, Object.keys(state.polls).length) * 6 +
    players.filter(({ effects }) => effects.length > 0).length +
    spread +
    zones * 6 +
    (lead - Math.min(...far)) * 12 -
    Math.abs(lead - 0.74) * 70
  );
}

function pick(content: Content): Picked {
  let best: Picked | null = null;
  for (const seed of SEEDS) {
    const game = recordGame(content, seed);
    const { steps, initial, chance, rules } = game.recording();
    const moments: Moment[] = [];
    let state = initial;
    steps.forEach(({ at, as, command }, i) => {
      const decided = decide(state, { at, as, command }, { rules, chance });
      if (isRefusal(decided)) throw new Error(`step ${i} of ${seed} was refused: ${decided.code}`);
      state = decided.state;
      moments.push({ seq: i + 1, at, events: decided.events });
      if (state.status !== 'running' || i < 60) return;
      const now = liveliness(state, moments);
      if (now > (best?.liveliness ?? 0)) best = { state, moments: moments.slice(-KEPT), liveliness: now };
    });
  }
  if (!best) throw new Error('no game was worth a picture');
  return best;
}

function viewsOf({ state, moments }: Picked, { rules }: Content): Scene['views'] {
  const names = Object.fromEntries(NAMES.map((name, i) => [`p${i + 1}`, name]));
  const links = Object.fromEntries(state.order.map((id) => [id, id === 'p1' ? ('up' as const) : null]));
  const tally: Record<string, Tally> = {};
  for (const { id, kind, need } of Object.values(state.polls)) {
    const voters = kind === 'crowd' ? Math.floor(need * 0.7) : 27;
    tally[id] = { voters, totals: kind === 'crowd' ? {} : { 1: 14, 2: 9, 3: 4 } };
  }
  const seq = moments.at(-1)!.seq;
  const board = boardView(state, { rules, seq, names, links, tally, commitment: '' });
  return {
    board,
    leaderboard: leaderboardView(state, names),
    log: { game: board.game, moments },
    ...Object.fromEntries(state.order.map((id) => [`bag:${id}`, bagView(state, id, { rules, names })])),
  };
}

type Texts = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** Texts and facts of what the views name, as the host would serve them. */
function textsOf(texts: Texts, { rules }: Content, named: ReadonlySet<string>): Texts {
  const facts = factsOf(rules) as unknown as Texts;
  return Object.fromEntries(
    Object.entries(texts).map(([kind, entries]) => [
      kind,
      Object.fromEntries(
        Object.entries(entries)
          .filter(([id]) => named.has(id) || kind === 'zones' || kind === 'classes')
          .map(([id, text]) => [id, { ...facts[kind]?.[id], ...text }]),
      ),
    ]),
  );
}

const content = await loadGame();
const picked = pick(content);
const views = withExtras(viewsOf(picked, content), { now: picked.state.at, played: PLAYED });
const named = new Set(JSON.stringify(views).match(/[a-z0-9_]+/g));
const scene: Scene = {
  now: picked.state.at,
  played: PLAYED,
  views,
  talk: TALK.map(([player, from, role, text]) => ({ player, from, role, text })),
  texts: {
    ru: textsOf(content.texts.ru as unknown as Texts, content, named),
    en: textsOf(content.texts.en as unknown as Texts, content, named),
  },
};
const json = JSON.stringify(scene);
writeFileSync(OUT, `${json}\n`);
process.stderr.write(
  `msig: a scene of ${Math.round(json.length / 1024)} KB, ${Object.keys(picked.state.polls).length} questions open\n`,
);
