import type { Around } from '../around.ts';
import { type Check, type Found, fault, ok } from '../check.ts';
import type { Subject } from '../facts.ts';
import { nameOf } from '../subjects.ts';

/** Each channel exists under its name. */
export const channelCheck: Check = {
  name: 'channel',
  run: async (around) => (await Promise.all(around.subjects.map((subject) => about(subject, around)))).flat(),
};

/** Google's words for a key that it does not know. */
const KEY = /^(keyInvalid|API_KEY_INVALID|badRequest|authError|accessNotConfigured|forbidden)$/;

async function about(subject: Subject, around: Around): Promise<Found[]> {
  const { state, word } = await around.channel(subject);
  const name = nameOf(subject);
  const { channel } = subject;
  if (state === 'there') return [ok('CHANNEL', { channel }, name)];
  if (state === 'missing') return [fault('CHANNEL_MISSING', { channel }, name)];
  if (subject.platform === 'youtube' && KEY.test(word)) return [fault('KEY_REFUSED', { word }, name)];
  return [ok('CHANNEL_UNSEEN', { channel }, name)];
}
