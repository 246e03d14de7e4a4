/** The board in words, for screen readers: who is where, from the first place to the last. */
import { fill } from './texts.ts';
import type { BoardTexts, BoardView, PlayerView } from './types.ts';

/** One sentence a line: the race, the leader, then every player by place. */
export function describe(view: BoardView, texts: BoardTexts): string {
  const { players, map } = view;
  if (!players.length) return texts.empty;
  const ranked = players.toSorted((a, b) => a.place - b.place);
  const winner = players.find((player) => player.id === view.winner);
  const first = ranked[0]!;
  return [
    fill(texts.board, { count: players.length, length: map.length }),
    winner
      ? fill(texts.winner, { name: winner.name })
      : fill(texts.leader, { name: first.name, left: first.toFinish }),
    ...ranked.map((player) => line(view, player, texts)),
    ...affairs(view, texts),
  ].join('\n');
}

/** What stands between players, how far super games have come, which ways have opened. */
function affairs({ players, treaties = [], passages = {} }: BoardView, texts: BoardTexts): string[] {
  const name = (id: string) => players.find((player) => player.id === id)?.name ?? id;
  const count = Object.keys(passages).length;
  return [
    ...players.flatMap((player) =>
      player.final
        ? [
            fill(texts.superGame, {
              name: player.name,
              won: player.final.won.length,
              lost: player.final.lost.length,
            }),
          ]
        : [],
    ),
    ...treaties.map(({ kind, between: [a, b] }) =>
      fill(texts.treaty, { a: name(a), b: name(b), kind: texts.treaties[kind] }),
    ),
    ...(count > 0 ? [fill(texts.passages, { count })] : []),
  ];
}

function line({ map }: BoardView, player: PlayerView, texts: BoardTexts): string {
  const cell = map.cells[player.cell];
  const said = fill(texts.player, {
    place: player.place,
    name: player.name,
    zone: texts.zones[player.zone],
    kind: cell ? texts.kinds[cell.kind] : '',
    left: player.toFinish,
    hp: player.hp,
    maxHp: player.maxHp,
  });
  if (!player.effects.length) return said;
  const list = player.effects.map(({ effect }) => texts.effect(effect)).join(', ');
  return `${said} ${fill(texts.effects, { list })}`;
}
