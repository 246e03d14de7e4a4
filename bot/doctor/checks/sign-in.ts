import type { Around } from '../around.ts';
import { type Check, type Found, fault, ok, warn } from '../check.ts';
import type { SignInFacts, Subject } from '../facts.ts';
import { nameOf } from '../subjects.ts';

const HOUR_MS = 3_600_000;

/** Each sign-in is accepted, or can be renewed. Nothing is renewed here: some renewal tokens work only once. */
export const signInCheck: Check = {
  name: 'sign-in',
  run: async (around) => (await Promise.all(around.subjects.map((subject) => about(subject, around)))).flat(),
};

async function about(subject: Subject, around: Around): Promise<Found[]> {
  const facts = await around.signIn(subject);
  const name = nameOf(subject);
  const found = [stateOf(facts, name, around.now())];
  if (facts.over !== '') found.push(warn('SIGN_IN_VARIABLE', { name: facts.over }, name));
  if (facts.cutOff) found.push(warn('SIGN_IN_CUT_OFF', {}, name));
  if (facts.foreign) found.push(fault('SIGN_IN_FOREIGN', {}, name));
  return found;
}

function stateOf({ state, word, expiresAt, renewable }: SignInFacts, name: string, now: number): Found {
  switch (state) {
    case 'absent':
      return ok('SIGN_IN_NONE', {}, name);
    case 'good':
      return ends(expiresAt, renewable, { name, now });
    case 'asleep':
      return ok('SIGN_IN_ASLEEP', {}, name);
    case 'ended':
      return fault('SIGN_IN_ENDED', {}, name);
    case 'spent':
      return fault('SIGN_IN_SPENT', {}, name);
    case 'refused':
      return fault('SIGN_IN_REFUSED', {}, name);
    case 'silent':
      return word === 'quotaExceeded' ? ok('SIGN_IN_NO_UNITS', {}, name) : warn('NOT_ASKED', {}, name);
  }
}

function ends(
  expiresAt: number | null,
  renewable: boolean,
  { name, now }: { name: string; now: number },
): Found {
  if (renewable) return ok('SIGN_IN_RENEWS', {}, name);
  if (expiresAt === null) return ok('SIGN_IN', {}, name);
  const hours = Math.floor((expiresAt - now) / HOUR_MS);
  return hours < 12 ? warn('SIGN_IN_SHORT', { hours }, name) : ok('SIGN_IN_LASTS', { hours }, name);
}
