import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DAY_UNITS, type KeptQuota, pacificDay } from '../../../adapters/platform/youtube/quota.ts';
import type { Around } from '../around.ts';
import { type Check, type Found, fault, ok, warn } from '../check.ts';
import type { Subject } from '../facts.ts';
import { nameOf } from '../subjects.ts';

/** Below it an evening of twelve hours is read more slowly. */
const LITTLE = 2_000;

/** YouTube's units of today: by our own count, and by what YouTube says. */
export const quotaCheck: Check = {
  name: 'quota',
  run: async (around) => {
    const subjects = around.subjects.filter(({ platform }) => platform === 'youtube');
    return Promise.all(subjects.map((subject) => about(subject, around)));
  },
};

async function about(subject: Subject, around: Around): Promise<Found> {
  const name = nameOf(subject);
  const [signIn, channel] = await Promise.all([around.signIn(subject), around.channel(subject)]);
  const refused = [signIn.word, channel.word].some((word) => /quotaExceeded|dailyLimitExceeded/.test(word));
  const left = refused ? 0 : leftOf(subject.channel, around);
  const args = { left, units: DAY_UNITS };
  if (left <= 0) return fault('QUOTA_NONE', args, name);
  return left < LITTLE ? warn('QUOTA_LITTLE', args, name) : ok('QUOTA', args, name);
}

/** By the count that a host keeps in the data folder; a day without one is whole. */
function leftOf(channel: string, { data, now }: Around): number {
  try {
    const text = readFileSync(join(data, `youtube-day-${encodeURIComponent(channel)}.json`), 'utf8');
    const { quota } = JSON.parse(text) as { quota?: Partial<KeptQuota> };
    if (!quota || quota.day !== pacificDay(now())) return DAY_UNITS;
    if (quota.refused) return 0;
    const used = Object.values(quota.by ?? {}).reduce((sum, units) => sum + (Number(units) || 0), 0);
    return Math.max(0, DAY_UNITS - used);
  } catch {
    return DAY_UNITS;
  }
}
