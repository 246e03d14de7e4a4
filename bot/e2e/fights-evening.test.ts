/**
 * An evening from chat text alone that is about fights and stories, in Russian and again in English: monsters of many
 * families, a guardian before a gate, a clash in three rounds by both chats' votes, scenes that chats decide, and a way
 * that one player opens and a rival takes. Only lines of streamers, viewers and the referee go in; the export verifies.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ENGINE } from '../host/engine.ts';
import { verify } from '../store/verify.ts';
import { faultsOf } from './evening/plain.ts';
import { type Evening, eveningOfFights, LEAST } from './fights-evening/evening.ts';
import { WORDS } from './fights-evening/fighters.ts';
import { familiesMet, guardiansBeaten, storiesVoted, waysShared } from './fights-evening/seen.ts';
import { STANCES } from './fights-evening/war.ts';

const LONG = 240_000;

describe.each(['ru', 'en'] as const)('an evening of fights and stories in %s', (lang) => {
  let evening: Evening;
  let table: Evening['table'];

  beforeAll(async () => {
    // A practice bot looks at the board when it pleases; here always after the same while.
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    evening = await eveningOfFights(lang);
    table = evening.table;
  }, LONG);
  afterAll(async () => {
    vi.restoreAllMocks();
    await table?.close();
  });

  it('meets monsters of at least five families, and every fight has an end', () => {
    expect(familiesMet(table, evening.rules).size).toBeGreaterThanOrEqual(LEAST.families);
    const begun = table.happened('fightBegun').map(({ fight }) => fight.n);
    expect(
      table
        .happened('fightEnded')
        .map(({ n }) => n)
        .sort(),
    ).toEqual(begun.sort());
    const ends = new Set(table.happened('fightEnded').map(({ how }) => how));
    expect([...ends]).toEqual(expect.arrayContaining(['won', 'fled']));
  });

  it('uses every word of a fight, and is answered with how the fight stands', () => {
    const done = evening.play.lines.filter(({ code }) => code === null);
    for (const word of WORDS) expect(evening.play.done, word).toContain(word);
    const templates = new Set(table.happened('fightBegun').flatMap(({ fight }) => fight.foes));
    const names = [...templates].map(({ templateId }) => table.texts.monsters?.[templateId]?.name ?? '?');
    const told = done.filter(({ answer }) => names.some((name) => answer.includes(name)));
    expect(told.length).toBeGreaterThan(done.length / 2);
  });

  it('has a guardian who is fought at a gate, and gives way', () => {
    expect(guardiansBeaten(table).length).toBeGreaterThanOrEqual(LEAST.guardians);
  });

  it('has a clash of three rounds, each by the votes of both chats', () => {
    const fought = table.happened('clashFought').find(({ sides }) => sides.every(({ stance }) => stance > 0));
    const rounds = table.happened('clashRound').filter(({ n }) => n === fought?.n);
    const stances = [...rounds.map(({ sides }) => sides), fought?.sides ?? []].map((sides) =>
      sides.map(({ stance }) => stance).sort(),
    );
    expect(stances).toEqual(STANCES.map((both) => both.toSorted()));
  });

  it('has stories that chats decide by a vote, and choices that a player types', () => {
    expect(storiesVoted(table).length).toBeGreaterThanOrEqual(LEAST.stories);
    const ended = table.happened('sceneEnded').map(({ story }) => story);
    for (const story of storiesVoted(table)) expect(ended).toContain(story);
    const choose = lang === 'ru' ? '!выбор' : '!choose';
    const taken = table.said.filter(({ text, code }) => text.startsWith(choose) && code === null);
    expect(taken.length).toBeGreaterThan(0);
  });

  it('has a way that one player opens and a rival takes', () => {
    expect(waysShared(table).length).toBeGreaterThanOrEqual(LEAST.ways);
  });

  it('answers every command in the language of the chat, without ids and codes', () => {
    const wrong = [
      ...table.said.filter(({ text }) => text.startsWith('!')).map(({ text, answer }) => ({ text, answer })),
      ...table.heard.map(({ of, text }) => ({ text: of.map(({ type }) => type).join(), answer: text })),
    ].flatMap(({ text, answer }) => faultsOf(answer, lang).map((fault) => `${text} → ${fault} → ${answer}`));
    expect(wrong).toEqual([]);
  });

  it('verifies, to its last line', async () => {
    const text = await table.export();
    expect(await verify([text], { engine: ENGINE })).toMatchObject({ ok: true, ended: 'finished' });
    expect(table.troubles).toEqual([]);
  });
});
