import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSettings } from '../settings.ts';
import { Book } from './book.ts';

let data: string;
let path: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'msig-book-'));
  path = join(data, 'settings.yaml');
});
afterEach(() => rm(data, { recursive: true, force: true }));

const twitch = { platform: 'twitch', channel: 'anna', seat: 1 } as const;

it('makes a file for its owner alone that the settings accept', async () => {
  const book = Book.open(path);
  book.set('twitch.clientId', 'abc');
  book.put({ platform: 'kick', channel: 'boris', seat: 3 });
  book.put(twitch);
  book.put({ platform: 'youtube', channel: '@anna', seat: 1 });
  book.save();
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readFile(path, 'utf8')).toMatch(/^# Written by `npx msig setup`/);
  const settings = readSettings({ env: {}, options: { data } });
  expect(settings.twitch.clientId).toBe('abc');
  expect(settings.seats.map(({ chats }) => chats)).toEqual([
    [
      { platform: 'twitch', channel: 'anna' },
      { platform: 'youtube', channel: '@anna' },
    ],
    [],
    [{ platform: 'kick', channel: 'boris' }],
  ]);
  expect(Book.open(path).entries).toEqual([
    twitch,
    { platform: 'youtube', channel: '@anna', seat: 1 },
    { platform: 'kick', channel: 'boris', seat: 3 },
  ]);
});

it('keeps what a person wrote, comments and all', async () => {
  const own = `# my evening
players: 6 # all of us
seats:
  - name: Anna # the boss
    chats:
      - { platform: twitch, channel: old } # to be renamed
      - { platform: kick, channel: anna }
`;
  await writeFile(path, own);
  const book = Book.open(path);
  book.put(twitch);
  book.set('public', 'https://game.example.org');
  book.save();
  const text = await readFile(path, 'utf8');
  for (const line of ['# my evening', 'players: 6 # all of us', 'name: Anna # the boss'])
    expect(text).toContain(line);
  expect(Book.open(path).entries).toEqual([{ platform: 'kick', channel: 'anna', seat: 1 }, twitch]);
  expect(readSettings({ env: {}, options: { data } }).public).toBe('https://game.example.org');
});

it('takes out one chat and leaves its seat where it is', () => {
  const book = Book.open(path);
  const other = { platform: 'twitch', channel: 'boris', seat: 2 } as const;
  book.put(twitch);
  book.put(other);
  book.remove(twitch);
  book.set('twitch.clientId', 'abc');
  book.set('twitch.clientId', null);
  book.save();
  expect(Book.open(path).entries).toEqual([other]);
  expect(readSettings({ env: {}, options: { data } }).twitch.clientId).toBeNull();
});

it.each(['', '# only a comment\n'])('begins with an empty file: %j', async (text) => {
  await writeFile(path, text);
  const book = Book.open(path);
  book.put(twitch);
  book.save();
  expect(Book.open(path).entries).toEqual([twitch]);
});

it.each(['seats: [', '- a list\n', 'just words\n'])('says which file it cannot read: %j', async (text) => {
  await writeFile(path, text);
  expect(() => Book.open(path)).toThrow(`${path}, line 1: `);
  expect(await readFile(path, 'utf8')).toBe(text);
});
