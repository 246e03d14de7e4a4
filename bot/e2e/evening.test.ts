/**
 * A whole evening of six from chat text alone, in Russian and again in English: an alliance, a betrayal, a war with its
 * clash, a trade, helpers, a mass trial, the referee, and a super game with all of its stages. Nothing but lines of
 * streamers, viewers and the referee goes into the gateway; time is moved by hand; the export verifies.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ENGINE } from '../host/engine.ts';
import { verify } from '../store/verify.ts';
import { type Evening, wholeEvening } from './evening/evening.ts';
import { faultsOf } from './evening/plain.ts';
import type { Said, Table } from './evening/table.ts';

const LONG = 180_000;

describe.each(['ru', 'en'] as const)('an evening in %s', (lang) => {
  let evening: Evening;
  let table: Table;
  let notes: Evening['scenes']['notes'];

  beforeAll(async () => {
    // A practice bot looks at the board when it pleases; here always after the same while.
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    evening = await wholeEvening(lang);
    table = evening.table;
    notes = evening.scenes.notes;
  }, LONG);
  afterAll(async () => {
    vi.restoreAllMocks();
    await table?.close();
  });

  /** How each line of a scene ended: null for done. */
  const codes = (scene: string): (string | null)[] => (notes[scene] ?? []).map(({ code }) => code);
  const heardOf = (player: string, type: string) =>
    table.heard.filter((one) => one.player === player && one.of.some((event) => event.type === type));

  it('has an alliance that was offered, heard of in the other chat, and accepted; another is turned down', () => {
    expect(codes('alliance')).toEqual(Array(8).fill(null));
    const [alliance, tribute] = table.happened('treatySigned').map(({ treaty }) => treaty);
    expect(alliance).toMatchObject({ kind: 'alliance', between: ['p1', 'p2'] });
    expect(tribute).toMatchObject({ kind: 'tribute', pay: { from: 'p5', gold: 5 } });
    expect(table.happened('offerClosed')).toContainEqual(
      expect.objectContaining({ from: 'p3', to: 'p4', why: 'declined' }),
    );
    expect(heardOf('p2', 'offered')[0]?.text).toContain(table.name('p1'));
    expect(heardOf('p1', 'treatySigned')[0]?.text).toContain(table.name('p2'));
    const tributes = table.heard.filter(
      ({ player, of }) =>
        player === 'p6' &&
        of.some(
          (event) =>
            event.type === 'offered' && event.offer.is === 'treaty' && event.offer.kind === 'tribute',
        ),
    );
    expect(tributes).toHaveLength(1);
    expect(notes.alliance?.[1]?.answer).toContain(table.name('p1'));
  });

  it('has a betrayal with its price', () => {
    expect(codes('betrayal')).toEqual([null, null, 'treaty-barred']);
    expect(table.happened('treatyEnded')).toContainEqual(
      expect.objectContaining({ kind: 'alliance', why: 'betrayed', by: 'p2' }),
    );
    const oath = table.texts.effects.oathbreaker?.name ?? '?';
    expect(notes.betrayal?.[1]?.answer).toContain(oath);
    expect(heardOf('p1', 'treatyEnded')[0]?.text).toContain(table.name('p2'));
  });

  it('has a war, a clash that both chats decide by their votes, and a peace', () => {
    expect(notes.clash?.at(0)?.code).toBeNull();
    expect(notes.clash?.slice(-2).map(({ code }) => code)).toEqual([null, null]);
    const war = table.happened('treatySigned').find(({ treaty }) => treaty.kind === 'war')?.treaty;
    const begun = table.happened('clashBegun').find(({ clash }) => clash.treaty === war?.n);
    const fought = table.happened('clashFought').find(({ n }) => n === begun?.clash.n);
    const stances = Object.fromEntries((fought?.sides ?? []).map(({ player, stance }) => [player, stance]));
    const [one = '', two = ''] = war?.between ?? [];
    expect(stances).toEqual({ [one]: 2, [two]: 3 });
    for (const player of [one, two]) expect(heardOf(player, 'clashFought')).toHaveLength(1);
    expect(table.happened('treatyEnded')).toContainEqual(
      expect.objectContaining({ kind: 'war', n: war?.n, why: 'replaced' }),
    );
  });

  it('has a trade: bought, offered, countered, agreed, and both hands are full', () => {
    expect(codes('trade')).toEqual(Array(7).fill(null));
    const traded = table.happened('traded')[0];
    expect(table.happened('offerClosed').map(({ why }) => why)).toContain('countered');
    const seller = notes.trade?.[0]?.player;
    const buyer = notes.trade?.[3]?.player;
    expect([traded?.from, traded?.to]).toEqual([buyer, seller]);
    const moved = table.happened('itemGained').filter(({ why }) => why === 'trade');
    expect(moved).toHaveLength(1);
    expect(moved[0]?.player).toBe(buyer);
    const name = table.item(moved[0]?.got.item ?? '');
    expect(notes.trade?.at(-1)?.answer).toContain(name);
    const paid = table.happened('counted').filter(({ why, what }) => why === 'trade' && what === 'gold');
    expect(paid.map(({ player, by }) => [player, by])).toEqual([
      [buyer, -3],
      [seller, 3],
    ]);
  });

  it('has helpers: trusted, asking first, denied, approved, and trusted no more', () => {
    expect(codes('helpers')).toEqual(['no-grant', ...Array(9).fill(null), 'no-grant']);
    expect(table.happened('helperUsed').map(({ player }) => player)).toEqual(['p3', 'p4']);
    expect(table.happened('helpAnswered').map(({ yes }) => yes)).toEqual([false, true]);
    expect(table.happened('helperRevoked').map(({ player }) => player)).toEqual(['p3']);
    const effects = table.happened('effectApplied').filter(({ effect }) => effect.effect === 'cue_cards');
    // Later in the evening others come by such cards in other ways.
    expect(effects.slice(0, 2).map(({ player }) => player)).toEqual(['p3', 'p4']);
  });

  it('has a referee who takes a throw back, stops the clocks and seats a bot', () => {
    expect(codes('referee')).toEqual([null, null, null, 'not-running', null, null, null]);
    expect(evening.scenes.undone).toBe(true);
    expect(table.happened('corrected')[0]).toMatchObject({ players: ['p5'] });
    expect(table.happened('reseated').map(({ player, kind }) => [player, kind])).toEqual([
      ['p6', 'bot'],
      ['p6', 'person'],
    ]);
  });

  it('has a mass trial that all six are in, each to an end', () => {
    const called = table
      .happened('trialCalled')
      .find((one) => one.scope === 'mass' && one.players.length === 6);
    expect(called?.players.toSorted()).toEqual(['p1', 'p2', 'p3', 'p4', 'p5', 'p6']);
    const from = table.events.indexOf(called!);
    const ends = table.events.slice(from).flatMap((event) => {
      const ended = event.type === 'trialPassed' || event.type === 'trialFailed';
      return ended && event.trial === called?.trial ? [event.player] : [];
    });
    expect([...new Set(ends)].sort()).toEqual(called?.players.toSorted());
  });

  it('has a super game with the guardian, the chorus of viewers and the last throw, and a winner', () => {
    const { winner, places, status } = table.board;
    expect(status).toBe('finished');
    const stages = table.happened('stageEnded').filter(({ player }) => player === winner);
    expect(stages.slice(-3).map(({ stage }) => stage)).toEqual(['guardian', 'chorus', 'throw']);
    expect(stages.slice(-3).filter(({ won }) => won)).toHaveLength(2);
    const sung = table.events.find(
      (event) => event.type === 'pollClosed' && event.voters > 0 && isChorus(table, event.poll),
    );
    expect(sung).toBeDefined();
    expect(places[0]).toBe(winner);
    expect(places.toSorted()).toEqual(['p1', 'p2', 'p3', 'p4', 'p5', 'p6']);
    // Whoever did not win by an own line hears of it.
    for (const { id } of table.board.players)
      expect(
        heardOf(id, 'ended').length + table.said.filter(({ player }) => player === id).length,
      ).toBeGreaterThan(0);
  });

  it('answers every command with a sentence in the language of the chat, without ids and codes', () => {
    const commands = table.said.filter(({ text }) => text.startsWith('!'));
    expect(commands.length).toBeGreaterThan(200);
    const lines = [
      ...commands.map(({ text, answer }) => ({ text, answer })),
      ...table.heard.map(({ of, text }) => ({ text: of.map(({ type }) => type).join(), answer: text })),
    ];
    const wrong = lines.flatMap(({ text, answer }) =>
      faultsOf(answer, lang).map((fault) => `${text} → ${fault} → ${answer}`),
    );
    expect(wrong).toEqual([]);
    expect(refused(table.said).size).toBeGreaterThan(20);
  });

  it('is only what was typed, and the clock', async () => {
    const text = await table.export();
    const lines = text.trimEnd().split('\n').slice(2, -1);
    const typed = lines.map((line) => JSON.parse(line) as { id: string; as: { by: string } });
    // The seats take their places when the game is made; the bot sat for a moment; the rest was typed.
    const LOBBY = /^(?:prepare|ready|join)$/u;
    const ids = typed.filter(({ as }) => as.by !== 'system').map(({ id }) => id.split(' ')[0] ?? '');
    expect([...new Set(ids)].filter((id) => !LOBBY.test(id)).sort()).toEqual(['bot', 'line']);
    expect(await verify([text], { engine: ENGINE })).toMatchObject({ ok: true, ended: 'finished' });
    expect(table.troubles).toEqual([]);
  });
});

function isChorus(table: Table, poll: string): boolean {
  const opened = table.happened('pollOpened').find((event) => event.poll.id === poll)?.poll;
  const asked = table.happened('pended').find(({ pending }) => pending.n === opened?.pending)?.pending;
  return asked?.is === 'trial' && asked.stage === 'chorus';
}

const refused = (said: readonly Said[]): ReadonlySet<string> =>
  new Set(said.flatMap(({ code }) => (code === null ? [] : [code])));
