import { afterEach, describe, expect, it } from 'vitest';
import { pause, type Rig, type RigOptions, rigged, until } from './rig.suite.ts';
import { tooFast } from './simulator/doors.ts';
import { fitting, literal } from './words.ts';

let rig: Rig;
const start = async (options: RigOptions = {}) => {
  rig = await rigged(options);
  return rig;
};
afterEach(() => rig?.end());
const POST = /^POST \/channels/;

describe('writing into the channel', () => {
  it('pings nobody and unfurls nothing, whatever the words', async () => {
    const { discord, adapter } = await start();
    expect(await adapter.send('@everyone <@1> [даром](https://x.example) **жир**')).toBe(true);
    const [message] = discord.world.messages;
    expect(message).toMatchObject({ allowedMentions: { parse: [] }, flags: 4 });
    expect(message?.content).toBe('@everyone \\<@1> \\[даром\\](https://x.example) \\*\\*жир\\*\\*');
  });

  it('posts a picture with its words and buttons', async () => {
    const { discord, adapter } = await start();
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
    expect(await adapter.postPicture(png, 'Поле')).toBe(true);
    const buttons = Array.from({ length: 7 }, (_, i) => ({ id: `b${i}`, label: `№ ${i}` }));
    expect(await adapter.post({ text: 'Куда?', buttons: [...buttons, buttons[0]!] })).toBe(true);
    expect(discord.world.messages[0]).toMatchObject({
      content: 'Поле',
      files: [{ name: 'board.png', bytes: 8, head: '89504e470d0a1a0a' }],
    });
    expect(discord.buttons()).toEqual(['b0', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6']);
  });

  it('waits as long as a 429 says and then writes it, once', async () => {
    const { discord, adapter } = await start();
    discord.world.faults.push({ on: POST, ...tooFast(0.4) });
    const before = Date.now();
    expect(await adapter.send('после паузы')).toBe(true);
    expect(Date.now() - before).toBeGreaterThanOrEqual(380);
    expect(discord.written()).toEqual(['после паузы']);
  });

  it('keeps a limit of the channel without losing or doubling a line', async () => {
    const { discord, adapter } = await start();
    discord.world.limit = { most: 3, windowMs: 500 };
    const lines = Array.from({ length: 8 }, (_, i) => `строка ${i}`);
    expect(await Promise.all(lines.map((line) => adapter.send(line)))).toEqual(lines.map(() => true));
    expect(discord.written()).toEqual(lines);
  });

  it('writes nothing twice when the answer to a post that was done is a 502', async () => {
    const { discord, adapter } = await start();
    discord.world.faults.push({
      on: POST,
      status: 502,
      body: '<html>bad gateway</html>',
      headers: HTML,
      acted: true,
    });
    expect(await adapter.send('один раз')).toBe(true);
    expect(discord.written()).toEqual(['один раз']);
  });

  it('settles within its time when nothing is answered, and goes on', async () => {
    const { discord, adapter } = await start({ times: { callMs: 300 } });
    discord.world.faults.push({ on: POST, status: 0, silent: true }, { on: POST, status: 0, silent: true });
    expect(await adapter.send('в пустоту')).toBe(false);
    expect(await adapter.send('слышно')).toBe(true);
    expect(discord.written()).toEqual(['слышно']);
  });

  it('leaves a deleted channel alone for a while, says so once, and tries again', async () => {
    const { discord, adapter, logged } = await start();
    discord.world.channelGone = true;
    const posts = () => discord.world.calls.filter((call) => POST.test(call)).length;
    expect([await adapter.send('a'), await adapter.send('b'), await adapter.send('c')]).toEqual([
      false,
      false,
      false,
    ]);
    expect(posts()).toBe(1);
    expect(logged.filter((line) => line.includes('Unknown Channel'))).toHaveLength(1);
    discord.world.channelGone = false;
    await pause(450);
    expect(await adapter.send('d')).toBe(true);
  });

  it('fits a long text into one message, cut between lines, and never in half a character', () => {
    const lines = Array.from({ length: 100 }, (_, i) => `строка номер ${i} ${'ы'.repeat(40)}`).join('\n');
    const cut = fitting(lines);
    expect(cut.length).toBeLessThanOrEqual(2_000);
    expect(cut.endsWith('\n…')).toBe(true);
    const emoji = fitting('🎲'.repeat(1_500));
    expect(emoji.length).toBeLessThanOrEqual(2_000);
    expect(emoji.isWellFormed()).toBe(true);
    expect(literal('# не заголовок\n> не цитата')).toBe('\\# не заголовок\n\\> не цитата');
  });

  it('takes a message away and silences somebody, or says that it could not', async () => {
    const { discord, adapter } = await start();
    const id = discord.world.snowflake();
    expect([
      await adapter.deleteMessage(id),
      await adapter.deleteMessage(id),
      await adapter.deleteMessage('x'),
    ]).toEqual([true, false, false]);
    expect(await adapter.timeOut('42', 60, 'остынь')).toBe(true);
    expect(await adapter.timeOut('1', 60, 'хозяина нельзя')).toBe(false);
    const until = Date.parse(discord.world.timeOuts[0]!.until) - Date.now();
    expect(until).toBeGreaterThan(50_000);
    expect(until).toBeLessThanOrEqual(60_000);
  });
});

const HTML = { 'content-type': 'text/html' };

describe('registering commands', () => {
  const command = {
    name: { ru: 'бросок', en: 'roll' },
    description: { ru: 'бросить кубики', en: 'throw the dice' },
    options: [
      {
        name: { ru: 'кубик', en: 'die' },
        description: { ru: 'из запаса', en: 'a spare one' },
        ...({ kind: 'text', required: false, suggests: true } as const),
      },
    ],
  };

  it('gives the server both languages', async () => {
    const { discord, adapter } = await start();
    expect(await adapter.register([command])).toBe(true);
    expect(discord.world.commandsOf).toBe('guild');
    expect(discord.world.commands[0]).toMatchObject({
      name: 'roll',
      name_localizations: { ru: 'бросок' },
      description_localizations: { ru: 'бросить кубики' },
      options: [{ name: 'die', name_localizations: { ru: 'кубик' }, autocomplete: true, type: 3 }],
    });
  });

  it('registers for all servers when none is named', async () => {
    const { discord, adapter } = await start({ guild: null });
    expect(await adapter.register([command])).toBe(true);
    expect(discord.world.commandsOf).toBe('all');
  });

  it('is false, not a crash, for a server that the bot is not in', async () => {
    const { adapter, logged } = await start({ guild: '700000000000000099' });
    expect(await adapter.register([command])).toBe(false);
    await until(() => logged.join().includes('Missing Access'));
  });
});
