/** Questions about the whole game and its rules: market, top, players, rule, help. */
import { COMMANDS } from '../../list.ts';
import type { Role } from '../../spec.ts';
import type { Part } from '../compose.ts';
import type { Speech } from '../say.ts';
import { entryName, playerName } from '../say.ts';
import { mainWay } from '../way.ts';
import { type Answerer, sentence, short } from './asked.ts';

export const market: Answerer = ({ speech, board, player, bag }) => {
  if (!bag?.market) {
    const steps = mainWay(board, player.cell, board.map.cells.length).findIndex(
      ({ kind }) => kind === 'market',
    );
    return [sentence('noMarket', { distance: steps < 0 ? undefined : steps + 1 })];
  }
  if (bag.market.length === 0) return [sentence('marketEmpty')];
  const list = bag.market.map(
    ({ item, price }, i) => `${i + 1}. ${entryName(speech, 'items', item)} — ${price}`,
  );
  return [sentence('marketList', { list: short(list, 10) })];
};

export const top: Answerer = ({ speech, board }) => {
  const rows = [...board.players].sort((a, b) => a.place - b.place || a.seat - b.seat);
  const list = rows.map((row) => `${row.place}. ${playerName(speech, row.id)} — ${row.toFinish}`).join(', ');
  return [sentence('topList', { list })];
};

export const players: Answerer = ({ speech, board }) => {
  const list = board.players.map(
    ({ id, classId }) => `${playerName(speech, id)} (${entryName(speech, 'classes', classId)})`,
  );
  return [sentence('playersList', { list: list.join(', ') })];
};

export const help: Answerer = (asked) => {
  const { speech, command } = asked;
  const spec = COMMANDS.find(({ id }) => id === command);
  if (!spec) return [overviewOf(speech, asked.role)];
  const { lang } = speech;
  const other = lang === 'ru' ? 'en' : 'ru';
  const aliases = [...spec.names[lang].slice(1), spec.names[other][0]].map((name) => `!${name}`);
  return [sentence('helpOne', { help: spec.help[lang], aliases: aliases.slice(0, 4).join(' ') })];
};

const FIGHT: readonly string[] = ['hit', 'dash', 'skill', 'prop', 'flee', 'auto'];
/** The game names these itself when their time has come; all together would not fit into a line. */
const ON_CUE: readonly string[] = [
  'approve',
  'deny',
  'contest',
  'back',
  'unlink',
  'tuning',
  'vote',
  'note',
  'luck',
  'receipt',
  ...FIGHT,
];

export function overviewOf(speech: Speech, role: Role): Part {
  const isPlayer = role === 'player' || role === 'admin';
  const mine = COMMANDS.filter(({ id, who }) => who.includes(role) && !(isPlayer && ON_CUE.includes(id)));
  const list = mine.map(({ names }) => `!${names[speech.lang][0]}`).join(' ');
  return sentence(isPlayer ? 'helpPlayer' : 'helpViewer', { list });
}
