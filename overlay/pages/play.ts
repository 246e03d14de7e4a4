import '../elements/bag/bag.ts';
import '../elements/board/board.ts';
import '../elements/chat/chat.ts';
import '../elements/chronicle/chronicle.ts';
import '../elements/notes/notes.ts';
import '../elements/odds/odds.ts';
import '../elements/player-card/player-card.ts';
import { openSession } from '../link/session.ts';
import type { Command } from '../link/types.ts';
import { frame, part } from './frame.ts';

const session = await openSession(['board', 'log', 'talk']);
const { address, face, link } = session;
const chat = part('msig-chat');
const followers = [part('msig-player-card'), part('msig-odds'), part('msig-bag'), part('msig-notes')];

function follow(player: string): void {
  chat.player = player;
  for (const element of followers) element.player = player;
  link.want([`bag:${player}`, `notes:${player}`]);
}

follow(address.player ?? 'p1');
chat.ask = session.ask;
frame(session, [part('msig-board'), part('msig-chronicle'), chat, ...followers]);

addEventListener('msig-player', (event) => follow((event as CustomEvent<string>).detail));
addEventListener('msig-command', (event) => void chat.say((event as CustomEvent<Command>).detail));

addEventListener('msig-line', (event) => void chat.say((event as CustomEvent<string>).detail));

// A shelf to buy from comes up to where it is seen.
const shop = () => {
  const trading = Boolean(face.views.get(`bag:${chat.player}`)?.market);
  document.querySelector('main')?.classList.toggle('trading', trading);
};
for (let seat = 1; seat <= 8; seat++) face.views.subscribe(`bag:p${seat}`, shop);
addEventListener('msig-player', shop);

for (const [id, path, words] of [
  ['links', '/links', face.words.openLinks],
  ['overlay', '/overlay', face.words.openOverlay],
  ['standings', '/leaderboard', face.words.openBoard],
] as const) {
  const anchor = document.querySelector<HTMLAnchorElement>(`#${id}`);
  if (!anchor) continue;
  anchor.href = `${path}${location.search}`;
  anchor.textContent = words;
}
