import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { overlayPicture } from './picture.ts';

const BROWSER = '/usr/bin/chromium';
const PAGE = `<body style="margin:0;background:linear-gradient(red,blue)"><script>
  document.body.style.height = '100vh';
  for (let i = 0; i < 300; i += 1) document.body.append(Math.random() + ' ');
</script>`;

let server: Server;
let url: string;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-type', 'text/html').end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/overlay?game=g&key=k`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const left = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('msig-picture-'));

it.skipIf(!existsSync(BROWSER))(
  'is a PNG of the page in the size asked for, standing still, drawn once for all who ask at once',
  async () => {
    const draw = overlayPicture({
      browser: BROWSER,
      overlay: url,
      size: { width: 640, height: 360 },
      note: () => {},
    });
    const [png, same] = await Promise.all([draw(), draw()]);
    expect(same).toBe(png);
    expect(png?.subarray(0, 4).toString('hex')).toBe('89504e47');
    expect([png?.readUInt32BE(16), png?.readUInt32BE(20)]).toEqual([640, 360]);
    expect(asked.filter((path) => path.startsWith('/overlay'))).toEqual([
      '/overlay?game=g&key=k&motion=reduced',
    ]);
    expect(await left()).toEqual([]);
  },
  30_000,
);

it('is none, said once, when there is no such browser or it ends badly', async () => {
  const notes: string[] = [];
  const note = (line: string) => notes.push(line);
  const missing = overlayPicture({ browser: '/nowhere/chromium', overlay: url, note });
  expect([await missing(), await missing()]).toEqual([null, null]);
  expect(notes).toEqual([expect.stringContaining('ENOENT')]);
  // Any program that ends with an error.
  const failing = overlayPicture({ browser: process.execPath, overlay: url, note });
  expect(await failing()).toBeNull();
  expect(notes).toHaveLength(2);
  expect(notes.join()).not.toContain('key=k');
  expect(await left()).toEqual([]);
});
