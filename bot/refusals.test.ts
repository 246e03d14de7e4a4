import { describe, expect, it } from 'vitest';
import { refusalSentence } from './commands/answer/refusal.ts';
import { COMMANDS } from './commands/list.ts';
import { REFUSAL_CODES } from './engine/refusal.ts';
import { READER_CODES, REFUSALS, refusalText } from './refusals.ts';

/**
 * Which arguments whoever refuses supplies; a sentence may use no others. `whom` is made of `target`, `cell` of `got`,
 * `winner` of the board.
 */
const ARGS: Readonly<Record<string, string>> = {
  'not-running': 'status',
  'not-lobby': 'status',
  'not-yours': 'type player',
  'not-a-player': 'player',
  'not-admin': 'type',
  'seat-taken': 'player',
  'no-seat': 'seats',
  'too-few-players': 'ready min',
  'unknown-class': 'got',
  'unknown-skill': 'got',
  'bad-skills': 'picks',
  'bad-attributes': 'points cap spent',
  'bad-nonce': 'why',
  busy: 'is',
  'no-roll': 'wait',
  'no-die': 'got pouch',
  'bad-way': 'got ways',
  'bad-option': 'got open',
  'no-item': 'got',
  'item-waits': 'item rolls',
  'not-usable': 'item',
  'not-wearable': 'item',
  'not-worn': 'got',
  'already-worn': 'item',
  'slot-taken': 'slot item',
  'item-locked': 'item rolls',
  'item-protected': 'item',
  'needs-target': 'item',
  'too-many-targets': 'item most',
  'bad-target': 'got',
  'self-target': 'item',
  'not-ally': 'target item',
  'too-far': 'target whom item range cells',
  'target-safe': 'target',
  'target-gone': 'item',
  'needs-cell': 'item',
  'bad-cell': 'got cell',
  'hp-full': 'item',
  'nothing-to-lock': 'target item',
  'not-running:finished': 'status winner',
  'needs-goods': 'command',
  'unknown-goods': 'typed',
  'drop-item': 'typed',
  'bad-vote': 'got open',
  'no-cell': 'typed',
  'not-sold-here': 'got',
  'no-gold': 'price gold',
  'bag-full': 'slots',
  'not-transferable': 'item',
  'not-game-trial': 'player',
  'no-weapon': 'reach',
  'no-foe': 'got',
  'out-of-reach': 'reach band',
  'fight-vote': 'wait',
  'no-fight-skill': 'skill',
  'skill-rests': 'skill',
  'prop-reach': 'reach',
  'note-long': 'length max',
  'notes-full': 'most',
  'no-note': 'number',
  'finish-locked': 'wait',
  'no-grant': 'player item tags',
  'grant-spent': 'uses per',
  'grant-self-only': 'item',
  'too-many-helpers': 'max',
  'no-helper': 'got',
  'bad-grant': 'got',
  'no-request': 'got',
  'redeemed-already': 'redemption',
  'no-redemption': 'redemption',
  'challenge-poor': 'cost influence',
  'challenge-often': 'wait',
  'challenge-full': 'queued',
  'no-poll': 'got',
  'no-contest': 'player',
  'contested-already': 'player',
  'no-case': 'player',
  'jury-sits': 'player',
  'jury-small': 'got least',
  'poll-open': 'wait',
  'bad-number': 'number min max',
  'treaty-stands': 'player treaty',
  'treaty-none': 'player',
  'treaty-binds': 'target treaty',
  'treaty-full': 'player treaty most',
  'treaty-barred': 'player effect',
  'treaty-rests': 'wait',
  'treaty-fixed': 'player treaty',
  'treaty-leaving': 'player wait',
  'war-crowded': 'player most',
  'offer-waits': 'player wait',
  'offer-again': 'player wait',
  'offers-full': 'most',
  'no-offer': 'got',
  'own-offer': 'player',
  'cannot-pay': 'player price gold',
  'bad-tribute': 'got min max',
  'trade-apart': 'player',
  'trade-much': 'most',
  'trade-gone': 'player item',
  'trade-room': 'player slots',
  'no-clash': 'player',
  'assisted-already': 'player',
  muted: 'wait',
  'not-muted': 'player',
  'chat-long': 'length max',
  'too-large': 'limit',
  'chat-fast': 'wait',
  'needs-rival': 'command',
  'many-offers': 'offers first command',
  'needs-trade': 'command',
  'bad-time': 'typed command',
  'unknown-command': 'typed suggest',
  ambiguous: 'typed candidates',
  'unknown-item': 'typed',
  'unknown-player': 'typed',
  'unknown-viewer': 'typed',
  'unknown-entry': 'typed',
  'too-long': 'length max',
  'needs-item': 'command',
  'needs-player': 'command',
  'needs-number': 'command',
  'not-a-number': 'typed command',
  'bad-die': 'typed min max',
  'too-many-dice': 'max count',
  'needs-viewer': 'command',
  'needs-grant': 'command',
  'unknown-tag': 'typed',
  'bad-uses': 'typed min max',
  'bad-until': 'typed max',
  'many-requests': 'requests first command',
  'bad-code': 'typed command',
  'link-code': 'typed left',
  'link-tries': 'wait',
  'link-self': 'typed',
  'link-too-many': 'max',
  'link-elsewhere': 'typed',
  'bad-tuning': 'knob got min max',
  'bad-scope': 'knob',
  'bad-path': 'got',
  'unknown-weight': 'got',
  'too-many-tunings': 'max',
  'no-tuning': 'n',
  'no-change': 'n',
  'bad-turn': 'got least',
  'seat-same': 'player',
  'correction-empty': 'got max',
  'correction-same': 'player',
  'correction-limit': 'player what got min max',
  'correction-place': 'player',
  'correction-gone': 'player got',
  'correction-room': 'player slots',
  'unknown-rule': 'typed',
  'unknown-number': 'typed',
  'not-your-turn': 'player wait',
  'target-away': 'target',
  'target-final': 'target',
  'not-absent': 'player wait',
  'presence-known': 'player',
  'autopilot-already': 'player',
  'nothing-to-release': 'player',
  'days-off-planned': 'wait',
  'days-off-spent': 'got left',
  'days-off-soon': 'wait',
  'epoch-early': 'wait',
  'needs-order': 'command',
  cooldown: 'wait command',
  budget: 'wait',
  offline: 'wait',
  'bad-command': 'detail',
};

/** Given often enough to be said twice in half a minute. */
const OFTEN = [
  'not-yours',
  'no-roll',
  'busy',
  'no-item',
  'too-far',
  'no-grant',
  'unknown-command',
  'needs-number',
];
const codes = Object.keys(REFUSALS);
const all = (code: string) => [...refusalText(code).ru, ...refusalText(code).en];

describe('refusals', () => {
  it('exist for every code of the engine and of the reader', () => {
    for (const code of [...REFUSAL_CODES, ...READER_CODES]) expect(codes, code).toContain(code);
  });

  it.each(codes)('%s: both languages, the same number of variants', (code) => {
    const { ru, en } = refusalText(code);
    expect(ru.length).toBeGreaterThan(0);
    expect(en.length).toBe(ru.length);
    for (const line of ru) expect(line).toMatch(/[а-яё]/i);
    for (const line of en) expect(line).not.toMatch(/[а-яё]/i);
  });

  it.each(codes)('%s: asks only for what is supplied', (code) => {
    const given = (ARGS[code] ?? '').split(' ');
    for (const line of all(code))
      for (const [, name] of line.matchAll(/\{(\w+)/g)) expect(given, `${code}: ${line}`).toContain(name);
  });

  it.each(codes)('%s: says nothing with a hole in it when optional arguments are absent', (code) => {
    for (const line of all(code)) {
      const bare = line.replace(/\[[^\]]*\]/g, '');
      expect(bare).not.toMatch(/[[\]]/);
      expect(bare).not.toMatch(/ [,.:?]|,,|\(\)|«»|""/);
    }
  });

  it.each(codes)('%s: keeps the voice: calm, no shouting, no emoji', (code) => {
    for (const line of all(code)) {
      expect(line).not.toMatch(/![\s.]|!$|\.\.\.|\p{Extended_Pictographic}/u);
      expect(line).not.toMatch(/(^|\s)(я|мы|I|we)(\s|$)/);
      expect(line.length).toBeLessThan(150);
    }
  });

  it('names only commands that exist, in the language of the line', () => {
    for (const code of codes) {
      for (const lang of ['ru', 'en'] as const) {
        const known = COMMANDS.flatMap(({ names }) => names[lang]);
        for (const line of refusalText(code)[lang])
          for (const [, name] of line.matchAll(/!([a-zа-яё]+)/gi))
            expect(known, `${code}: ${line}`).toContain(name);
      }
    }
  });

  it('has three variants where people meet it again and again', () => {
    for (const code of OFTEN) expect(refusalText(code).ru, code).toHaveLength(3);
  });

  it('answers a code it does not know', () => {
    expect(refusalText('from-the-future').en[0]).toContain('{code}');
    expect(refusalText('constructor').en[0]).toContain('{code}');
    expect(refusalSentence('constructor', {}, 'en')).toBeNull();
  });
});
