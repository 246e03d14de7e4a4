/** Scenes in a chat: what is told and asked, in both languages, in one line that a chat has room for. */
import { describe, expect, it } from 'vitest';
import type { GameEvent } from '../engine/events.ts';
import type { Pending, Poll } from '../engine/state.ts';
import type { SceneRun } from '../engine/stories/state.ts';
import type { Lang } from '../protocol/texts.ts';
import { SOFT } from './answer/compose.ts';
import { answerEvents } from './answer.ts';
import { board, NAMES, TEXTS } from './given.ts';

const RUN: SceneRun = {
  ...{ story: 'tale', asks: 'player', chosen: [], answers: [], rival: 'p2' },
  ...{ lines: ['boy', 'parcel'], options: ['climb', 'ask'] },
};
const LINES: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  ru: {
    boy: 'Мальчик на сосне.',
    parcel: 'Посылка: {rival}.',
    climb: 'полезть',
    ask: 'позвать: {rival}',
    end: '{name} слезает.',
  },
  en: {
    boy: 'A boy is up a pine.',
    parcel: 'A parcel for {rival}.',
    climb: 'climb',
    ask: 'ask {rival}',
    end: '{name} climbs down.',
  },
};

function said(events: readonly GameEvent[], lang: Lang = 'ru', pending: Pending | null = null): string {
  const tale = {
    name: lang === 'ru' ? 'Лестница' : 'Ladder',
    line: '.',
    flavor: '.',
    rule: '.',
    lines: LINES[lang],
  };
  const view = board();
  const players = view.players.map((one) => (one.id === 'p1' ? { ...one, pending } : one));
  return answerEvents({
    ...{ lang, texts: { ...TEXTS[lang], stories: { tale } }, events, names: NAMES, viewers: {} },
    ...{ board: { ...view, players }, turn: 0, at: 1_000, about: 'p1' },
  });
}

const pending: Pending = { is: 'scene', n: 7, until: null, poll: null, run: RUN };
const begun: readonly GameEvent[] = [
  { type: 'sceneBegun', player: 'p1', n: 7, run: RUN },
  { type: 'pended', player: 'p1', pending, front: false },
  { type: 'begun', player: 'p1', n: 7, until: 31_000, poll: null },
];
const poll: Poll = {
  ...{ id: 'v7', player: 'p1', pending: 7, kind: 'choice', options: 2, need: 0 },
  ...{ opens: 1_000, closes: 31_000, settles: 31_000 },
};
const turned = (run: Partial<SceneRun>): GameEvent => ({
  ...{ type: 'sceneTurned', player: 'p1', n: 7 },
  run: { ...RUN, chosen: [1], ...run },
});

describe('a scene in the chat', () => {
  it('is told with its name, then asked, in the words of the language', () => {
    const ru = said(begun);
    expect(ru).toContain('«Лестница». Мальчик на сосне. Посылка: Kestrel.');
    expect(ru).toContain('1 — полезть, 2 — позвать: Kestrel. Ответ: !выбор 1, 30 с');
    const en = said(begun, 'en');
    expect(en).toContain('Ladder. A boy is up a pine. A parcel for Kestrel.');
    expect(en).toContain('1 — climb, 2 — ask Kestrel. Answer: !choose 1, 30 s');
    expect([...ru].length).toBeLessThanOrEqual(SOFT);
  });

  it('is voted on where the chat is asked; where both are, it is said that the player may answer', () => {
    const [scene, , start] = begun;
    const asks = (who: SceneRun['asks']) => {
      const run = { ...RUN, asks: who };
      return said([
        { type: 'sceneBegun', player: 'p1', n: 7, run },
        { type: 'pended', player: 'p1', pending: { ...pending, run }, front: false },
        { type: 'pollOpened', poll },
        start!,
      ]);
    };
    expect(scene?.type).toBe('sceneBegun');
    expect(asks('chat')).toContain('ешает чат: 1 — полезть');
    expect(asks('chat')).not.toContain('!выбор');
    expect(asks('either')).toMatch(/ат советует: 1 — полезть.*!выбор 1, 30 с/);
  });

  it('goes on with what was chosen, by its words, and asks again', () => {
    const answered: GameEvent = { type: 'answered', player: 'p1', n: 7, option: 2, by: 'player' };
    const on = said([answered, turned({ lines: ['end'], options: ['climb'] })], 'ru', pending);
    expect(on).toContain('позвать: Kestrel');
    expect(on).toContain('LiraVox слезает.');
    expect(on).toContain('1 — полезть. Ответ: !выбор 1');
    const over = said([answered, turned({ lines: ['end'], options: [] })], 'en', pending);
    expect(over).toContain('LiraVox climbs down.');
    expect(over).not.toContain('!choose');
  });

  it('votes anew on the next question, with its own options', () => {
    const again = { ...poll, id: 'v7.2' };
    const line = said([
      turned({ asks: 'chat', lines: ['end'], options: ['ask'] }),
      { type: 'pollOpened', poll: again },
    ]);
    expect(line).toContain('1 — позвать: Kestrel');
    expect(line).not.toContain('полезть');
  });

  it('tells the dice of a check, and nothing of what is watched for', () => {
    const dice = [{ sides: 4, value: 3 }];
    const checked: GameEvent = {
      ...{ type: 'sceneChecked', player: 'p1', story: 'tale', attribute: 'agility', dice, bonus: 5 },
      ...{ total: 8, need: 9, passed: false },
    };
    expect(said([checked])).toMatch(/3\+5 = 8 .*9/);
    expect(said([{ type: 'watchBegun', player: 'p1', story: 'tale', until: 5 }])).toBe('');
    expect(said([{ type: 'remembered', player: 'p1', fact: 'ladder', value: 'kept' }])).toBe('');
  });
});
