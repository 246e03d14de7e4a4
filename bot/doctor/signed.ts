/** What is known of a kept sign-in before any platform is asked. */
import { NO_SIGN_IN, type SeatPlace, type SignInFacts } from './facts.ts';

export interface Signed {
  /** Empty if there is none to try. */
  readonly token: string;
  readonly facts: SignInFacts;
  /** How it stands if the platform does not accept the token. */
  readonly whenRefused: 'asleep' | 'ended' | 'refused' | 'spent';
}

/**
 * @param canRenew what renewing needs beside the token is there
 * @param renewalLivesMs how long a renewal token serves after the access token's end; infinite if it has no end
 * @returns null without a sign-in
 */
export function signedOf(
  { kept, now }: Pick<SeatPlace, 'kept' | 'now'>,
  { canRenew, renewalLivesMs }: { canRenew: boolean; renewalLivesMs: number },
): Signed | null {
  if (!kept) return null;
  const { accessToken, refreshToken, expiresAt, scopes, renewing } = kept.signIn;
  const renewable = canRenew && refreshToken !== null && refreshToken !== '';
  const known = expiresAt !== null && expiresAt > 0;
  const ran = accessToken === '' || (expiresAt !== null && expiresAt <= now());
  const spent = known && now() > (expiresAt ?? 0) + renewalLivesMs;
  const facts: SignInFacts = {
    ...NO_SIGN_IN,
    state: 'asleep',
    scopes,
    expiresAt: known ? expiresAt : null,
    renewable,
    cutOff: renewing !== null,
  };
  // Without a known end a refused token may have run out as well as been taken back: the renewal will tell.
  const outlived = ran || (expiresAt === null && renewable);
  const whenRefused = spent ? 'spent' : outlived ? (renewable ? 'asleep' : 'ended') : 'refused';
  return { token: ran ? '' : accessToken.trim().replace(/^oauth:/i, ''), facts, whenRefused };
}
