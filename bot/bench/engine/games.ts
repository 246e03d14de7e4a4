/** The two games that are recorded: a real S game by practice bots, and the toy race of the race pack. */
import path from 'node:path';
import { jsonContent } from '../../../adapters/content/json.ts';
import { memoryContent } from '../../../adapters/content/memory.ts';
import { commandName } from '../../commands/list.ts';
import { type Content, loadContent } from '../../content/load.ts';
import { wakeAt } from '../../engine/bots/moves.ts';
import { chooseMove } from '../../engine/bots/policy.ts';
import type { Command } from '../../engine/commands.ts';
import { nextDeadline } from '../../engine/deadlines.ts';
import { ranking } from '../../engine/places.ts';
import type { Millis, PlayerId } from '../../engine/state.ts';
import { policyChance } from '../../host/bots/practice.ts';
import { standInVotes, totalsOf } from '../../host/bots/standin.ts';
import { isLive } from '../../host/deadlines.ts';
import { nextPoll } from '../../host/votes.ts';
import { isItem, PLAYERS } from '../limits/race.ts';
import { racePack } from '../race-pack/pack.ts';
import { Recorder } from './recorder.ts';

const CONTENT = path.resolve(import.meta.dirname, '../../../config/content');
const VIEWERS = 12;
/** Far beyond the longest S game. */
const MOST_STEPS = 20_000;

export function loadGame(): Promise<Content> {
  return loadContent({ layers: ['.'], source: jsonContent(CONTENT) });
}

export function loadRace(): Promise<Content> {
  return loadContent({ layers: ['race'], source: memoryContent({ race: racePack() }) });
}

/** A whole S game of eight bots whose moves are typed, in Russian, as a person would. */
export function recordGame(content: Content, seed: string): Recorder {
  const game = new Recorder({ content, players: PLAYERS, seed });
  const policy = policyChance(game.seed);
  while (isLive(game.state) && game.steps < MOST_STEPS) {
    let moved = false;
    for (const id of game.state.order) {
      const look = { state: game.state, rules: content.rules, at: game.now };
      const move = chooseMove(look, id, policy.draw(game.state.players[id]!.seat, 'policy', game.steps));
      if (move) moved = type(game, id, move) || moved;
    }
    if (!moved && !wait(game, policy)) break;
  }
  return game;
}

/** As text if that means the same; what no text says (a thing among equal ones) goes in as it is. */
function type(game: Recorder, player: PlayerId, move: Command): boolean {
  const text = textOf(game, player, move);
  return (text !== null && game.type(player, text)) || game.say({ by: 'player', player }, move);
}

function textOf(game: Recorder, player: PlayerId, move: Command): string | null {
  const word = commandName(move.type, 'ru');
  const nameOf = (item: string): string => {
    const got = game.state.players[player]!.bag.find(({ n }) => String(n) === item);
    return game.content.texts.ru.items[got?.item ?? item]?.name ?? item;
  };
  switch (move.type) {
    case 'roll':
      return [word, ...(move.dice ?? []).map((sides) => `+d${sides}`)].join(' ');
    case 'go':
      return `${word} ${move.way}`;
    case 'choose':
      return `${word} ${move.option}`;
    case 'use':
      return [word, nameOf(move.item), ...(move.targets ?? []).map((id) => game.nameOf(id))].join(' ');
    case 'wear':
    case 'buy':
      return `${word} ${nameOf(move.item)}`;
    case 'hit':
      return [word, ...(move.reach ? [move.reach] : [])].join(' ');
    case 'dash':
      return [word, ...(move.band ? [move.band] : [])].join(' ');
    case 'done':
    case 'auto':
    case 'prop':
    case 'flee':
      return word;
    default:
      return null;
  }
}

/** Nobody can move: the clock jumps to what comes next, polls are counted, deadlines fire. */
function wait(game: Recorder, policy: ReturnType<typeof policyChance>): boolean {
  const { rules } = game.content;
  const look = { state: game.state, rules, at: game.now };
  const times = [
    nextPoll(game.state, rules.tunables.poll.grace)?.at,
    nextDeadline(game.state),
    ...game.state.order.map((id) => wakeAt(look, id)),
  ].filter((time): time is Millis => typeof time === 'number');
  if (times.length === 0) return false;
  game.now = Math.max(game.now + 1, Math.min(...times));
  const due = nextPoll(game.state, rules.tunables.poll.grace);
  if (due && due.at <= game.now) {
    const { poll } = due;
    const draws = policy.draw(0, 'policy', poll.pending);
    const votes = standInVotes(poll, { state: game.state, rules, draws, size: VIEWERS });
    const totals = totalsOf(poll, votes);
    game.say({ by: 'system' }, { type: 'closePoll', poll: poll.id, totals, voters: votes.length, root: '' });
  }
  const deadline = nextDeadline(game.state);
  if (deadline !== null && deadline <= game.now) game.say({ by: 'system' }, { type: 'expire' });
  return true;
}

/** The race: whose turn it is throws, and every third action is an item, as in the limit. */
export function recordRace(content: Content, actions: number, seed = 'race'): Recorder {
  const race = new Recorder({ content, players: PLAYERS, seed });
  let turn = 0;
  for (let action = 0; action < actions; action += 1) {
    // A throw a second is allowed to each; eight players take at least eight.
    race.now += 1000;
    const player = race.state.order[turn]!;
    const text = isItem(action) ? itemText(race, player) : '!бросок';
    if (!race.type(player, text))
      throw new Error(`action ${action}: "${text}" of ${player} was not accepted`);
    if (!isItem(action)) turn = (turn + 1) % PLAYERS;
  }
  return race;
}

function itemText(race: Recorder, player: PlayerId): string {
  const { bag } = race.state.players[player]!;
  const has = (item: string): boolean => bag.some((got) => got.item === item);
  const item = ['booster', 'harpoon', 'magnet', 'shield'].find(has) ?? 'purse';
  const name = race.content.texts.ru.items[item]?.name ?? item;
  if (item !== 'harpoon' && item !== 'magnet') return `!применить ${name}`;
  const rival = ranking(race.state).find((id) => id !== player) ?? player;
  return `!применить ${name} ${race.nameOf(rival)}`;
}
