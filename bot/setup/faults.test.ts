import { expect, it } from 'vitest';
import { KickError } from '../../adapters/platform/kick/failures.ts';
import { KickCallError } from '../../adapters/platform/kick/http.ts';
import { TwitchCallError } from '../../adapters/platform/twitch/http.ts';
import { Refusal } from '../../adapters/platform/vkvideo/failures.ts';
import { YoutubeError } from '../../adapters/platform/youtube/failures.ts';
import { Discretion } from './discretion.ts';
import { SignInFault, signInFault } from './faults.ts';

const kick = (detail: string) => new KickError('KICK_SIGN_IN', { detail });
const youtube = (detail: string) => new YoutubeError('YOUTUBE_LOGIN', { detail });
const twitch = (status: number | null, said: string) =>
  new TwitchCallError({
    status,
    code: status ? `http_${status}` : 'no_answer',
    text: `HTTP ${status}`,
    said,
  });

it.each([
  ['client', new KickError('KICK_CLIENT')],
  ['code', kick('invalid_grant')],
  ['refused', kick('something new')],
  ['network', new KickCallError({ status: null, code: 'no_answer', text: 'no answer within 10000 ms' })],
  ['network', new KickCallError({ status: 502, code: 'not_json', text: 'HTTP 502 without JSON' })],
  ['client', twitch(400, 'invalid client')],
  ['client', twitch(403, 'invalid client secret')],
  ['network', twitch(null, '')],
  ['network', twitch(503, 'try again later')],
  ['client', new Refusal({ status: 401, code: 'invalid_client', text: 'Client authentication failed' })],
  ['code', new Refusal({ status: 400, code: 'invalid_grant', text: '' })],
  ['network', new Refusal({ status: 200, code: 'not_json', text: '' })],
  ['client', youtube('invalid_client, HTTP 401, "Unauthorized"')],
  ['code', youtube('invalid_grant, HTTP 400, "Malformed auth code."')],
  ['network', youtube('ECONNREFUSED, no answer (ECONNREFUSED)')],
  ['network', new TypeError('fetch failed')],
  ['denied', new SignInFault('denied')],
])('is about the %s: %s', (kind, error) => {
  expect(signInFault(error).kind).toBe(kind);
});

it('blots out what it knows, longer ones first, also as it stands in an address', () => {
  const discretion = new Discretion();
  discretion.learn('secret+one', 'secret+one+more', 'short', null, undefined);
  expect(discretion.clean('a secret+one+more, secret+one; secret%2Bone, short')).toBe('a …, …; …, short');
});
