import { expect, it } from 'vitest';
import { KICK_FAILURES, KickError } from '../../../adapters/platform/kick/failures.ts';
import { TWITCH_FAILURES, TwitchError } from '../../../adapters/platform/twitch/failures.ts';
import { VKVIDEO_FAILURES, VkvideoError } from '../../../adapters/platform/vkvideo/failures.ts';
import { YOUTUBE_FAILURES, YoutubeError } from '../../../adapters/platform/youtube/failures.ts';
import { reasonOf } from './reasons.ts';

const keys = <T extends object>(of: T) => Object.keys(of) as (keyof T)[];
const ARGS = { given: 'G', channel: 'C', detail: 'D', seconds: 8 };
/** Addresses stand in settings, and a connection is closed by the wizard itself. */
const meets = (code: string) => !/_(ADDRESS|CLOSED|VIDEO|REDIRECT|NO_ACCESS|NO_APP|CREDENTIALS)$/.test(code);

const errors = [
  ...keys(KICK_FAILURES).map((code) => new KickError(code, ARGS)),
  ...keys(TWITCH_FAILURES).map((code) => new TwitchError(code, ARGS)),
  ...keys(VKVIDEO_FAILURES).map((code) => new VkvideoError(code, ARGS)),
  ...keys(YOUTUBE_FAILURES).map((code) => new YoutubeError(code, ARGS)),
].filter(({ code }) => meets(code));

it.each(errors)('has Russian words for $code', (error) => {
  const { text, own } = reasonOf(error, 'ru');
  expect([own, /[а-яё]{3}/i.test(text), /[{}—]$/.test(text)]).toEqual([true, true, false]);
  expect(reasonOf(error, 'en').text).not.toMatch(/(?<!npx )msig setup/);
});

it('leaves the words of others as they are', () => {
  expect(reasonOf(new Error('socket hang up'), 'ru')).toEqual({
    text: 'socket hang up',
    own: false,
    channel: false,
  });
  expect(reasonOf(new KickError('KICK_CHANNEL', { channel: 'x' }), 'en').channel).toBe(true);
});
