import type { Around } from '../around.ts';
import { type Check, type Found, ok, warn } from '../check.ts';
import type { Subject } from '../facts.ts';
import { nameOf } from '../subjects.ts';

/** Whether viewers can pay for wishes in this channel; where they cannot, the game goes on without. */
export const rewardsCheck: Check = {
  name: 'rewards',
  run: async (around) => (await Promise.all(around.subjects.map((subject) => about(subject, around)))).flat(),
};

async function about(subject: Subject, around: Around): Promise<Found[]> {
  const name = nameOf(subject);
  const [signIn, { rewards, own }] = await Promise.all([around.signIn(subject), around.channel(subject)]);
  if (rewards === 'impossible') return [ok('REWARDS_IMPOSSIBLE', {}, name)];
  if (signIn.state === 'absent') return [ok('REWARDS_NO_ACCOUNT', {}, name)];
  if (own === false) return [warn('REWARDS_NOT_OWNER', {}, name)];
  if (rewards === 'yes') return [ok('REWARDS', {}, name)];
  if (rewards === 'status') return [warn('REWARDS_STATUS', {}, name)];
  return rewards === 'refused' ? [warn('REWARDS_REFUSED', {}, name)] : [];
}
