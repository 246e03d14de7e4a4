import { afterAll, beforeAll, expect, it } from 'vitest';
import { type GivenCatalog, givenCatalog, givenContent, givenStarted, givenWish } from '../host/given.ts';
import type { HostedGame } from '../host/hosted-game.ts';
import type { TalkView } from '../protocol/views.ts';
import { type Door, runAct } from './act.ts';

let given: GivenCatalog;
let game: HostedGame;
let door: Door;

beforeAll(async () => {
  given = await givenCatalog();
  game = await givenStarted(given.catalog, givenWish({ seed: 'door' }));
  door = { texts: (await givenContent()).texts, talk: true };
});
afterAll(() => given.catalog.close());

let n = 0;
/** What the game answers in the chat. */
async function answerTo(text: string, user?: string): Promise<string> {
  n += 1;
  const as = user
    ? ({ platform: 'local', user, name: user, channel: 'p1' } as const)
    : ({ player: 'p1' } as const);
  await runAct(game, { id: `line ${n}`, as, text }, door);
  const { lines } = game.view('talk') as TalkView;
  return lines.filter(({ from }) => from === 'MSIG').at(-1)?.text ?? '';
}

it('refuses in the chat with names, not with ids', async () => {
  const worn = game.host.state.players.p1?.bag[0]?.item ?? '';
  const name = door.texts.ru.items[worn]?.name ?? '';
  expect(name).not.toBe('');
  const said = await answerTo(`!продать ${name}`);
  expect(said).not.toContain(worn);
  expect(await answerTo(`!применить ${name} 2`)).not.toMatch(/[a-z]+_[a-z]+/i);
});

it('tells a viewer that the player decides, whatever the arguments', async () => {
  expect(await answerTo('!купить 1', 'Mia')).toContain('Анна');
});

it('names a new helper and what was trusted, and refuses tags that nothing carries', async () => {
  await answerTo('привет', 'Night Owl');
  await answerTo('!монетка', 'Night Owl');
  expect(await answerTo('!помощник @Night Owl лечение 3/день 7д')).toMatch(
    /^🤝 Помощник Night Owl: лечение; 3 раза в день, на 7 дней/,
  );
  expect(await answerTo('!помощник @Night Owl хилинг')).toContain('«хилинг» — не вещь и не свойство');
});
