import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HELPER, zipFaults } from './extension-zip.check.ts';
import { buildViews, extensionFiles } from './extension-zip.ts';
import { type ZipFile, zip } from './extension-zip.writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'msig-zip-'));
let files: ZipFile[] = [];
beforeAll(async () => {
  files = extensionFiles(await buildViews(join(folder, 'views')), 'https://board.example');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = (name: string) => Buffer.from(files.find((file) => file.name === name)!.data).toString('utf8');
const with_ = (name: string, more: string): string[] =>
  zipFaults(
    files.map((file) => (file.name === name ? { name, data: Buffer.from(`${text(name)}\n${more}`) } : file)),
  );

describe('the zip for Twitch', () => {
  it('has the four views at its root, and nothing that Twitch forbids', () => {
    expect(zipFaults(files)).toEqual([]);
    expect(files.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['panel.html', 'code/lit.js', 'CREDITS.md']),
    );
    expect(text('panel.html')).toContain('content="https://board.example"');
    expect(text('panel.html')).toContain(HELPER);
  });

  it('would not have it otherwise: each forbidden thing is found, with its place', () => {
    const scripts = {
      eval: 'const x = eval("1");',
      'a function out of text': 'const f = new Function("return 1");',
      'a timer with code as text': 'setTimeout("go()", 5);',
      'code from another place': 'import "https://cdn.example/x.js";',
      'an import from a computed address': 'const m = import(address);',
      'a script or frame made by a script': 'document.createElement("script");',
      'a worker': 'new Worker("w.js");',
      'not for people': `const a = [${'1,'.repeat(400)}];`,
    };
    for (const [fault, line] of Object.entries(scripts)) {
      expect(with_('panel.js', line).join()).toMatch(new RegExp(`^panel\\.js:\\d+: .*${fault}`));
    }
    const tags = {
      'an inline script': '<script>go()</script>',
      'an inline event handler': '<p onclick="go()">x</p>',
      'a script from https://cdn.example/a.js': '<script src="https://cdn.example/a.js"></script>',
      'an address that does not begin at the page': '<img src="/x.png">',
      'a frame or foreign object': '<iframe src="./x.html"></iframe>',
    };
    for (const [fault, tag] of Object.entries(tags)) expect(with_('panel.html', tag).join()).toContain(fault);
    expect(with_('assets/start.css', '@import "https://fonts.example/x.css";').join()).toContain(
      'style sheet',
    );
    expect(zipFaults(files.filter(({ name }) => name !== 'mobile.html'))).toEqual(['mobile.html: missing']);
    expect(zipFaults([...files, { name: 'x.exe', data: new Uint8Array() }])).toEqual([
      'x.exe: unexpected file',
    ]);
  });

  it('is a zip that others read, the same bytes each time', () => {
    const bytes = zip(files);
    expect(Buffer.compare(bytes, zip([...files].reverse()))).toBe(0);
    const path = join(folder, 'x.zip');
    writeFileSync(path, bytes);
    const read = readers.find(([program]) => existsSync(program));
    if (read) expect(execFileSync(read[0], [...read[1], path]).toString()).toContain('panel.html');
    // Its own first entry, read back by hand.
    const view = Buffer.from(bytes);
    const [name, extra, size] = [view.readUInt16LE(26), view.readUInt16LE(28), view.readUInt32LE(18)];
    const start = 30 + name + extra;
    const first = [...files].sort((a, b) => (a.name < b.name ? -1 : 1))[0]!;
    expect(view.toString('utf8', 30, 30 + name)).toBe(first.name);
    expect(Buffer.compare(inflateRawSync(view.subarray(start, start + size)), first.data)).toBe(0);
  });
});

/** Whichever is there: both check every byte. */
const readers: readonly (readonly [string, readonly string[]])[] = [
  ['/usr/bin/unzip', ['-t']],
  ['/usr/bin/python3', ['-m', 'zipfile', '-l']],
];
