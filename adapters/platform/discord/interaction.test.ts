import { afterEach, describe, expect, it } from 'vitest';
import type { ButtonCall, CommandCall, SuggestCall } from './contract.ts';
import { pause, type Rig, type RigOptions, rigged, until, VERA } from './rig.suite.ts';
import { buttonsOf } from './simulator.ts';

let rig: Rig;
const start = async (options: RigOptions = {}) => {
  rig = await rigged(options);
  return rig;
};
afterEach(() => rig.end());

/** The next interaction that comes in. */
async function next<T extends CommandCall | SuggestCall | ButtonCall>(): Promise<T> {
  const { length } = rig.asked;
  await until(() => rig.asked.length > length);
  return rig.asked.at(-1) as T;
}
async function slash(
  options = {},
): Promise<{ sent: ReturnType<Rig['discord']['slash']>; call: CommandCall }> {
  const coming = next<CommandCall>();
  const sent = rig.discord.slash({ ...VERA, locale: 'ru' }, 'use', options);
  return { sent, call: await coming };
}
const CALLBACK = /^POST \/interactions/;
const HIDDEN = 64;

describe('an interaction', () => {
  it('tells who, where, in which language, and what was given', async () => {
    await start();
    const { call } = await slash({ item: 'rope', way: 2 });
    expect(call).toMatchObject({
      ...{ kind: 'command', command: 'use', user: '42', name: 'Вера', locale: 'ru', home: true },
      options: { item: 'rope', way: 2 },
    });
  });

  it('is answered once; what is said after follows it', async () => {
    await start();
    const { sent, call } = await slash();
    const said = await Promise.all([
      call.answer({ text: 'раз' }),
      call.answer({ text: 'два' }),
      call.defer(),
    ]);
    expect(said).toEqual([true, true, true]);
    expect(sent).toMatchObject({
      taken: [4],
      refused: [],
      answer: { content: 'раз' },
      followUps: [{ content: 'два' }],
    });
    expect(sent.answer).toMatchObject({ allowed_mentions: { parse: [] } });
  });

  it('puts itself off, privately, when no answer comes in time, and the answer takes its place', async () => {
    await start();
    const { sent, call } = await slash();
    await until(() => sent.taken.length === 1);
    expect(sent.taken).toEqual([5]);
    expect(sent.after).toBeLessThan(2_500);
    expect(await call.answer({ text: 'поздно, но тут', buttons: [{ id: 'go', label: 'Идти' }] })).toBe(true);
    expect(sent.answer).toMatchObject({ content: 'поздно, но тут', flags: HIDDEN });
    expect(buttonsOf(sent.answer?.components)).toEqual(['go']);
    expect(await call.edit({ text: 'и иначе' })).toBe(true);
    expect(sent.answer?.content).toBe('и иначе');
    expect(sent.followUps).toEqual([]);
  });

  it('says no, and no more, when Discord does not know it any more (10062)', async () => {
    const { discord, logged } = await start({ times: { deferMs: 5_000 } });
    discord.world.windowMs = 50;
    const { sent, call } = await slash();
    await pause(80);
    expect([
      await call.answer({ text: 'x' }),
      await call.answer({ text: 'y' }),
      await call.edit({ text: 'z' }),
    ]).toEqual([false, false, false]);
    expect(sent).toMatchObject({ taken: [], refused: [10_062], answer: null });
    expect(logged.join()).toContain('10062');
    expect(logged.join()).not.toContain(sent.token);
  });

  it('takes its place when somebody else has acknowledged it (40060)', async () => {
    await start();
    const { sent, call } = await slash();
    sent.taken.push(5);
    expect(await call.answer({ text: 'всё равно' })).toBe(true);
    expect(sent).toMatchObject({ refused: [40_060], answer: { content: 'всё равно' } });
  });

  it('reaches the person when the answer was taken and the reply to it got lost', async () => {
    const { discord } = await start();
    discord.world.faults.push({ on: CALLBACK, status: 502, body: 'bad gateway', acted: true });
    const { sent, call } = await slash();
    expect(await call.answer({ text: 'дошло' })).toBe(true);
    expect(sent).toMatchObject({ taken: [4], answer: { content: 'дошло' }, followUps: [] });
  });

  it('is false within its time when nothing answers', async () => {
    const { discord } = await start({ times: { callMs: 200 } });
    for (let i = 0; i < 4; i += 1)
      discord.world.faults.push({ on: /interactions|webhooks/, status: 0, silent: true });
    const { call } = await slash();
    const before = Date.now();
    expect(await call.answer({ text: 'x' })).toBe(false);
    expect(Date.now() - before).toBeLessThan(1_500);
  });

  it('suggests what can be typed, at most 25', async () => {
    const { discord } = await start();
    const coming = next<SuggestCall>();
    const sent = discord.typing(VERA, 'use', { values: { player: 'p2' }, option: 'item', typed: 'ве' });
    const call = await coming;
    expect(call).toMatchObject({
      kind: 'suggest',
      typing: { name: 'item', value: 'ве' },
      options: { player: 'p2' },
    });
    const list = Array.from({ length: 40 }, (_, i) => ({ name: `Верёвка ${i}`, value: `rope${i}` }));
    expect(await call.suggest(list)).toBe(true);
    expect(sent.taken).toEqual([8]);
    expect(sent.answer?.choices).toHaveLength(25);
    expect(await call.suggest(list)).toBe(false);
  });

  it('hears a button, and knows when it was pressed in another server', async () => {
    const { discord } = await start();
    const coming = next<ButtonCall>();
    const sent = discord.press({ ...VERA, guild: '700000000000000099' }, 'm:p1:go:2');
    const call = await coming;
    expect(call).toMatchObject({ kind: 'button', button: 'm:p1:go:2', home: false });
    await call.answer({ text: 'не здесь', private: true });
    expect(sent.answer).toMatchObject({ content: 'не здесь', flags: HIDDEN | 4 });
  });

  it('does not end the process when whoever listens throws', async () => {
    await start();
    // Listeners tell of it by themselves; caught here, so that this run goes on too.
    const thrown: unknown[] = [];
    const others = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    process.once('uncaughtException', (error) => thrown.push(error));
    rig.adapter.onInteraction(() => {
      throw new Error('a listener of ours');
    });
    const { sent } = await slash();
    await until(() => thrown.length === 1 && sent.taken.length === 1);
    for (const listener of others) process.on('uncaughtException', listener);
    expect(rig.adapter.health().state).toBe('up');
  });
});
