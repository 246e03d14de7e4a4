import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apiRoot, channelName, signInEndpoints, videoId } from './addresses.ts';
import type { Item } from './api.external.ts';
import { faultOf } from './api.external.ts';
import { kindOf } from './failures.ts';
import { meaningOf } from './meaning.ts';
import { Pieces } from './pieces.ts';

const CONTEXT = { channel: '@streamer', now: 1_700_000_000_000 };
const AUTHOR = { channelId: 'UCviewer', displayName: '@viewer' };
const item = (snippet: Item['snippet'], authorDetails: Item['authorDetails'] = AUTHOR): Item => ({
  id: 'LCC.1',
  snippet: { publishedAt: '2026-11-02T18:04:05.123456+00:00', ...snippet },
  authorDetails,
});

describe('addresses', () => {
  it.each([
    ['', { kind: 'own' }],
    ['UCstreamer00000000000000', { kind: 'id', id: 'UCstreamer00000000000000' }],
    [
      'https://www.youtube.com/channel/UCstreamer00000000000000/live',
      { kind: 'id', id: 'UCstreamer00000000000000' },
    ],
    ['@Стример', { kind: 'handle', handle: '@Стример' }],
    ['youtube.com/@some.one?x=1', { kind: 'handle', handle: '@some.one' }],
  ])('reads the channel %s', (given, name) => expect(channelName(given)).toEqual(name));

  it.each(['streamer', '@a', 'UCshort', 'https://twitch.tv/x', '@a b c'])('refuses the channel %s', (given) =>
    expect(() => channelName(given)).toThrow(/as a YouTube channel\. Expected/),
  );

  it.each([
    'dQw4w9WgXcQ',
    'https://youtu.be/dQw4w9WgXcQ?si=1',
    'https://www.youtube.com/watch?a=1&v=dQw4w9WgXcQ',
    'youtube.com/live/dQw4w9WgXcQ',
  ])('reads the broadcast %s', (given) => expect(videoId(given)).toBe('dQw4w9WgXcQ'));

  it('refuses what is no broadcast, and an address whose path the library would drop', () => {
    expect(() => videoId('https://youtube.com/@someone')).toThrow(/as a broadcast/);
    expect(apiRoot('http://127.0.0.1:1/youtube/v3/')).toBe('http://127.0.0.1:1/');
    expect(() => apiRoot('http://127.0.0.1:1/prefix')).toThrow(/MSIG_YOUTUBE_API_URL.*without a path/);
    expect(() => apiRoot('ftp://x')).toThrow(/http or https/);
    expect(() => signInEndpoints('nonsense')).toThrow(/MSIG_YOUTUBE_AUTH_URL/);
    expect(signInEndpoints('http://127.0.0.1:1/').oauth2TokenUrl).toBe('http://127.0.0.1:1/token');
  });
});

describe('the meaning of an item', () => {
  it('is a line with roles', () => {
    const roles = { isChatOwner: true, isChatModerator: true, isChatSponsor: true };
    const line = item(
      { type: 'textMessageEvent', textMessageDetails: { messageText: ' !кубик 🎲 ' } },
      { ...AUTHOR, ...roles },
    );
    expect(meaningOf(line, CONTEXT)?.message).toEqual({
      platform: 'youtube',
      id: 'LCC.1',
      channel: '@streamer',
      user: 'UCviewer',
      name: '@viewer',
      roles: ['broadcaster', 'moderator', 'subscriber'],
      text: '!кубик 🎲',
      sentAt: Date.parse('2026-11-02T18:04:05.123Z'),
    });
  });

  it.each<[string, Item['snippet'], object]>([
    [
      'a Super Chat',
      {
        type: 'superChatEvent',
        superChatDetails: { amountMicros: '5000000', currency: 'RUB', userComment: '!roll' },
      },
      { kind: 'tip', amount: 5, currency: 'RUB', text: '!roll' },
    ],
    [
      'a Super Sticker',
      {
        type: 'superStickerEvent',
        superStickerDetails: {
          amountMicros: '1990000',
          currency: 'EUR',
          superStickerMetadata: { altText: 'cat' },
        },
      },
      { kind: 'tip', amount: 1.99, currency: 'EUR', text: 'cat' },
    ],
    [
      'a new member',
      { type: 'newSponsorEvent', newSponsorDetails: { memberLevelName: 'Crew' } },
      { kind: 'membership', amount: 1, text: 'Crew' },
    ],
    [
      'a milestone',
      { type: 'memberMilestoneChatEvent', memberMilestoneChatDetails: { memberMonth: 7, userComment: 'hi' } },
      { kind: 'membership', amount: 7, text: 'hi' },
    ],
    [
      'gifted memberships',
      { type: 'membershipGiftingEvent', membershipGiftingDetails: { giftMembershipsCount: 5 } },
      { kind: 'gift', amount: 5 },
    ],
    [
      'an amount that is no number',
      { type: 'superChatEvent', superChatDetails: { amountMicros: 'much' } },
      { kind: 'tip', amount: 0, currency: '' },
    ],
  ])('is %s', (_, snippet, donation) =>
    expect(meaningOf(item(snippet), CONTEXT)?.donation).toMatchObject({
      id: 'LCC.1',
      user: 'UCviewer',
      ...donation,
    }),
  );

  it('lets a Super Chat speak, and a silent one not', () => {
    const paid = (userComment: string) =>
      item({ type: 'superChatEvent', superChatDetails: { amountMicros: '1', userComment } });
    expect(meaningOf(paid('!roll'), CONTEXT)?.message?.text).toBe('!roll');
    expect(meaningOf(paid(''), CONTEXT)?.message).toBeUndefined();
  });

  it('is something taken away', () => {
    const deleted = item(
      { type: 'messageDeletedEvent', messageDeletedDetails: { deletedMessageId: 'LCC.0' } },
      undefined,
    );
    expect(meaningOf(deleted, CONTEXT)?.removal).toEqual({ kind: 'message', id: 'LCC.0' });
    const bannedUserDetails = { channelId: 'UCbad', displayName: '@bad' };
    const banned = item({
      type: 'userBannedEvent',
      userBannedDetails: { bannedUserDetails, banType: 'temporary', banDurationSeconds: '60' },
    });
    expect(meaningOf(banned, CONTEXT)?.removal).toEqual({
      kind: 'user',
      user: 'UCbad',
      name: '@bad',
      seconds: 60,
    });
    const forGood = item({
      type: 'userBannedEvent',
      userBannedDetails: { bannedUserDetails, banType: 'permanent' },
    });
    expect(meaningOf(forGood, CONTEXT)?.removal).toMatchObject({ seconds: null });
  });

  it('survives anything', () => {
    expect(meaningOf({}, CONTEXT)).toBeNull();
    expect(meaningOf({ id: 'x', snippet: {} }, CONTEXT)).toBeNull();
    expect(meaningOf({ id: 'x', snippet: { type: 'textMessageEvent' } }, CONTEXT)).toBeNull();
    expect(meaningOf(item({ type: 'tombstone' }, undefined), CONTEXT)).toMatchObject({
      unknown: 'tombstone',
    });
    expect(meaningOf(item({ type: 'textMessageEvent', publishedAt: 'never' }), CONTEXT)?.at).toBe(
      CONTEXT.now,
    );
    expect(meaningOf(item({ type: 'giftMembershipReceivedEvent' }), CONTEXT)?.donation).toBeUndefined();
  });
});

describe('the pieces of a stream', () => {
  it('come out whole, however the bytes are cut and framed', () => {
    const objects = fc.array(
      fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue(), { noNullPrototype: true }),
      { maxLength: 5 },
    );
    const framings: ((texts: string[]) => string)[] = [
      (texts) => `[${texts.join(',\r\n')}]`,
      (texts) => texts.join('\n'),
      (texts) => texts.map((text) => `data: ${text}\n\n`).join(''),
    ];
    fc.assert(
      fc.property(
        objects,
        fc.constantFrom(...framings),
        fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
        (given, frame, sizes) => {
          const bytes = Buffer.from(frame(given.map((one) => JSON.stringify(one))));
          const pieces = new Pieces();
          const out: unknown[] = [];
          for (let at = 0; at < bytes.length; ) {
            const size = sizes.next().value;
            out.push(...pieces.take(bytes.subarray(at, at + size)));
            at += size;
          }
          expect(out).toEqual(JSON.parse(JSON.stringify(given)));
        },
      ),
    );
  });

  it('are refused if they are no JSON', () => {
    expect(() => new Pieces().take(Buffer.from('<style>a { b: c }</style>'))).toThrow(SyntaxError);
  });
});

describe('failures', () => {
  it.each([
    [403, 'quotaExceeded', 'quota'],
    [403, 'rateLimitExceeded', 'pace'],
    [429, '', 'pace'],
    [403, 'liveChatEnded', 'ended'],
    [404, 'liveChatNotFound', 'missing'],
    [403, 'liveChatDisabled', 'disabled'],
    [400, 'pageTokenInvalid', 'page'],
    [401, '', 'login'],
    [400, 'invalid_grant', 'login'],
    [403, 'somethingNew', 'forbidden'],
    [400, 'somethingNew', 'bad'],
    [503, 'backendError', 'outage'],
    [null, 'ECONNRESET', 'outage'],
  ] as const)('%s %s is %s', (status, reason, kind) => expect(kindOf(status, reason)).toBe(kind));

  it('are read from every form of answer', () => {
    const error = { code: 403, message: 'used up', errors: [{ reason: 'quotaExceeded' }] };
    expect(faultOf({ response: { status: 403, data: { error } } })).toMatchObject({
      kind: 'quota',
      status: 403,
    });
    expect(faultOf({ response: { status: 403, data: JSON.stringify([{ error }]) } })).toMatchObject({
      kind: 'quota',
    });
    expect(faultOf({ response: { status: 502, data: '<html>' } })).toMatchObject({
      reason: 'http_502',
      kind: 'outage',
    });
    expect(faultOf({ code: 'ECONNREFUSED', message: 'request to http://x/?key=1 failed' })).toMatchObject({
      unsent: true,
    });
    expect(faultOf({ message: 'request to https://x/?key=secret failed' }).message).not.toContain('secret');
    expect(faultOf('a string')).toMatchObject({ kind: 'outage' });
  });
});
