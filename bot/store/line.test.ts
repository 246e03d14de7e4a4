import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openingHash, sealCommand, sealLine, sha256Hex } from '../../adapters/log/contract.ts';
import type { Command } from '../engine/commands.ts';
import { commitmentOf, epochSeed, rootFromSeedText } from '../engine/proof.ts';
import { canonical } from '../protocol/canonical.ts';
import { checkChain } from './chain.ts';
import type { CommandLine, EndLine, Header } from './line.ts';
import { endEntryOf, entryOf, headerLine, senderOf } from './line.ts';

/** The four lines of the page: if this test fails, files of earlier games cannot be read any more. */
const page = readFileSync(new URL('../decisions/0002-log-format.md', import.meta.url), 'utf8');
const vector = /```ndjson\n([\s\S]*?)\n```/.exec(page)![1]!.split('\n');
const [header, rules, command, end] = vector as [string, string, string, string];

test('the lines of the page are what the code writes', () => {
  const { format: _, rulesHash: __, ...given } = JSON.parse(header) as Header;
  expect(headerLine(given, rules)).toBe(header);
  const said = JSON.parse(command) as CommandLine;
  const first = sealCommand(entryOf(said), { seq: 0, hash: openingHash(header, rules) });
  expect(first.line).toBe(command);
  const ending = endEntryOf(JSON.parse(end) as EndLine);
  expect(sealLine(ending, first.hash, ending.rest).line).toBe(end);
});

test('the hashes of the page are what the page says, and its chain holds', () => {
  const { hash, ...rest } = JSON.parse(command) as CommandLine;
  expect(sha256Hex(canonical(rest))).toBe(hash);
  expect(rest.prev).toBe(sha256Hex(`${header}\n${rules}`));
  expect(checkChain(vector).end?.prev).toBe(hash);
  const { commitment, rulesHash, mapHash } = JSON.parse(header) as Header;
  expect(rulesHash).toBe(sha256Hex(rules));
  expect(commitmentOf(epochSeed(rootFromSeedText('example')), { game: 'example', rulesHash, mapHash })).toBe(
    commitment,
  );
});

test('a line put together from parts is its own canonical form, whatever is in it', () => {
  const any = fc.record({
    at: fc.nat(),
    id: fc.string({ unit: 'grapheme', minLength: 1 }),
    events: fc.array(fc.jsonValue({ stringUnit: 'grapheme' })),
    player: fc.string({ unit: 'grapheme' }),
  });
  fc.assert(
    fc.property(any, fc.nat(), ({ at, id, events, player }, seq) => {
      const said = {
        at,
        id,
        events: events as never,
        as: { by: 'player' as const, player },
        command: { type: 'coin' } as Command,
      };
      const { line, hash } = sealCommand(entryOf(said), { seq, hash: '0'.repeat(64) });
      expect(line).toBe(canonical(JSON.parse(line)));
      expect(JSON.parse(line)).toMatchObject({ seq: seq + 1, id, at, hash });
    }),
  );
});

test('senders cannot be mistaken for each other', () => {
  expect(senderOf({ by: 'player', player: 'p1' })).toBe('p1');
  expect(senderOf({ by: 'viewer', viewer: 'v_1', player: 'p1' })).toBe('v_1@p1');
  expect(senderOf({ by: 'admin' })).toBe('admin');
  expect(senderOf({ by: 'system' })).toBe('system');
});
