import type { Around } from '../around.ts';
import { EXAMINERS } from '../around.ts';
import { type Check, type Found, fault, ok, warn } from '../check.ts';
import type { Need, Subject } from '../facts.ts';
import { nameOf } from '../subjects.ts';

/** What each sign-in was allowed to do, and what therefore will not work. */
export const scopesCheck: Check = {
  name: 'scopes',
  run: async (around) => (await Promise.all(around.subjects.map((subject) => about(subject, around)))).flat(),
};

async function about(subject: Subject, around: Around): Promise<Found[]> {
  const { state, scopes } = await around.signIn(subject);
  const name = nameOf(subject);
  if (state !== 'good' && state !== 'asleep') return [];
  if (scopes === null) return [ok('SCOPES_UNTOLD', {}, name)];
  const { needs } = EXAMINERS[subject.platform];
  const missing = needs.filter(({ anyOf }) => !anyOf.some((scope) => scopes.includes(scope)));
  if (missing.length === 0) return [ok('SCOPES', { count: scopes.length }, name)];
  const [vital, other] = [missing.filter((need) => need.vital), missing.filter((need) => !need.vital)];
  return [
    ...(vital.length > 0 ? [fault('SCOPES_VITAL', argsOf(vital), name)] : []),
    ...(other.length > 0 ? [warn('SCOPES_FEWER', argsOf(other), name)] : []),
  ];
}

/** `what` names abilities; they are put into words when they are shown. */
function argsOf(needs: readonly Need[]): { scopes: string; what: string } {
  const unique = (words: readonly string[]) => [...new Set(words)].join(', ');
  return {
    scopes: unique(needs.map(({ anyOf }) => anyOf[0] ?? '')),
    what: unique(needs.map(({ what }) => what)),
  };
}
