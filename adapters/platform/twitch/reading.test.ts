import { afterEach, expect, it } from 'vitest';
import { BOT, type Rig, rigged, until } from './rig.suite.ts';
import { startTwitchSimulator } from './simulator.ts';

let rig: Rig;
afterEach(() => rig?.end());

it('knows broadcaster, moderators, VIPs and subscribers by their badges', async () => {
  rig = await rigged();
  const { twitch, heard } = rig;
  twitch.say('streamer', 'streamer', 'a');
  twitch.say('streamer', 'mo', 'b', { badges: ['moderator/1', 'subscriber/12'] });
  twitch.say('streamer', 'lee', 'c', { badges: ['lead_moderator/1'] });
  twitch.say('streamer', 'vi', 'd', { badges: ['vip/1', 'founder/0'] });
  twitch.say('streamer', 'eve', 'e', { badges: ['premium/1'] });
  await until(() => heard.length === 5);
  expect(heard.map((message) => message.roles)).toEqual([
    ['broadcaster'],
    ['moderator', 'subscriber'],
    ['moderator'],
    ['vip', 'subscriber'],
    [],
  ]);
});

it('passes Cyrillic, emoji and tag escapes on whole', async () => {
  rig = await rigged();
  const name = 'Вера; \\ Петровна';
  rig.twitch.say('streamer', { login: 'vera', name }, '!кубик 🎲👩‍🚀 Kappa; \\o/ = 100%');
  await until(() => rig.heard.length === 1);
  expect(rig.heard[0]).toMatchObject({ name, text: '!кубик 🎲👩‍🚀 Kappa; \\o/ = 100%', channel: 'streamer' });
});

it('reads long Cyrillic lines over plain TCP', async () => {
  const twitch = await startTwitchSimulator();
  rig = await rigged({ twitch, addresses: { irc: twitch.tcpUrl } });
  twitch.say('streamer', 'vera', 'ёж'.repeat(200));
  twitch.say('streamer', 'vera', 'щи');
  await until(() => rig.heard.length === 2);
  expect(rig.heard.map((message) => message.text)).toEqual(['ёж'.repeat(200), 'щи']);
});

it('passes the same id on once, and other lines as often as they come', async () => {
  rig = await rigged();
  const { twitch, heard, adapter } = rig;
  twitch.say('streamer', 'eve', '!кубик', { id: 'm1', duplicate: true });
  twitch.say('streamer', 'eve', '!кубик', { id: 'm2' });
  twitch.say('streamer', 'eve', '!кубик', { id: 'm1' });
  twitch.say('streamer', 'eve', 'конец');
  await until(() => heard.some((message) => message.text === 'конец'));
  expect(heard.map((message) => message.id).slice(0, 2)).toEqual(['m1', 'm2']);
  expect(heard).toHaveLength(3);
  expect(adapter.health().dropped.repeated).toBe(2);
});

it('drops what was written in another channel of a Shared Chat, and keeps what was written here', async () => {
  rig = await rigged();
  const { twitch, heard, adapter } = rig;
  twitch.say('streamer', 'eve', 'оттуда', { sourceChannel: 'neighbour' });
  twitch.say('streamer', 'eve', 'отсюда', { sourceChannel: 'streamer' });
  await until(() => heard.length === 1);
  expect(heard[0]?.text).toBe('отсюда');
  expect(adapter.health().dropped.foreign).toBe(1);
});

it('does not hear itself, should Twitch ever echo', async () => {
  rig = await rigged({ account: BOT });
  rig.twitch.say('streamer', 'msigbot', '!кубик');
  rig.twitch.say('streamer', 'eve', '!кубик');
  await until(() => rig.heard.length === 1);
  expect(rig.heard[0]?.name).toBe('eve');
  expect(rig.adapter.health().dropped.own).toBe(1);
});

it('takes off what Twitch puts before an answer, and the invisible tail of chat clients', async () => {
  rig = await rigged();
  const replyTo = { id: 'p1', user: { login: 'msigbot', name: 'MSIGbot' }, text: 'твой ход' };
  rig.twitch.say('streamer', 'eve', '!кубик', { replyTo });
  rig.twitch.say('streamer', 'eve', '!кубик \u{E0000}');
  rig.twitch.say('streamer', 'eve', '@bob !кубик');
  await until(() => rig.heard.length === 3);
  expect(rig.heard.map((message) => message.text)).toEqual(['!кубик', '!кубик', '@bob !кубик']);
});

it('reads /me lines as lines', async () => {
  rig = await rigged();
  rig.twitch.say('streamer', 'eve', 'бросает кубик', { action: true });
  await until(() => rig.heard.length === 1);
  expect(rig.heard[0]?.text).toBe('бросает кубик');
});

it('drops lines without message or user id, and takes its own clock for an unusable time', async () => {
  rig = await rigged();
  const { twitch, heard, adapter } = rig;
  twitch.say('streamer', 'eve', 'без номера', { tags: { id: undefined } });
  twitch.say('streamer', 'eve', 'без автора', { tags: { 'user-id': undefined } });
  twitch.raw('streamer', 'PRIVMSG #streamer :без ничего');
  twitch.raw('streamer', ':eve PRIVMSG');
  twitch.raw('streamer', '@;=;id :::: ');
  twitch.say('streamer', 'eve', 'без времени', { tags: { 'tmi-sent-ts': 'вчера' } });
  await until(() => heard.length === 1);
  expect(heard[0]?.text).toBe('без времени');
  expect(Math.abs(Date.now() - (heard[0]?.sentAt ?? 0))).toBeLessThan(10_000);
  expect(adapter.health().dropped.unreadable).toBe(3);
  expect(adapter.health().state).toBe('up');
});

it('passes a late line with its own time, and is not disturbed by moderation', async () => {
  rig = await rigged();
  const { twitch, heard } = rig;
  const id = twitch.say('streamer', 'eve', 'старое', { sentAt: 1_700_000_000_000 });
  twitch.clear('streamer', { id });
  twitch.clear('streamer', { login: 'eve', seconds: 600 });
  twitch.clear('streamer', { login: 'eve' });
  twitch.ping();
  twitch.say('streamer', 'bob', 'дальше');
  await until(() => heard.length === 2);
  expect(heard[0]?.sentAt).toBe(1_700_000_000_000);
  await until(() => twitch.sent().some((line) => line.startsWith('PONG')));
});

it('loses nothing of a burst of 5,000 lines', async () => {
  rig = await rigged();
  for (let n = 0; n < 5_000; n++) rig.twitch.say('streamer', `viewer${n % 500}`, `!голос ${n}`);
  await until(() => rig.heard.length >= 5_000, 20_000);
  expect(new Set(rig.heard.map((message) => message.id)).size).toBe(5_000);
  expect(rig.adapter.health().read).toBe(5_000);
}, 30_000);
