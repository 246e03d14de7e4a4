import { base } from '../../../adapters/platform/kick/addresses.ts';
import { CHAT_EVENT, KICK_EVENTS } from '../../../adapters/platform/kick/subscriptions.ts';
import type { Around } from '../around.ts';
import { type Check, type Found, fault, ok, warn } from '../check.ts';
import type { Subject } from '../facts.ts';
import { list, word } from '../net.ts';
import { nameOf } from '../subjects.ts';

/** Kick sends what happens in each channel, each thing once. A host that runs has seen to it; the next start will. */
export const webhooksCheck: Check = {
  name: 'webhooks',
  run: async (around) => {
    // Subscriptions that lead nowhere are no good news; the missing address is told by its own check.
    if (around.settings.public === null) return [];
    const subjects = around.subjects.filter(({ platform }) => platform === 'kick');
    return (await Promise.all(subjects.map((subject) => about(subject, around)))).flat();
  },
};

async function about(subject: Subject, around: Around): Promise<Found[]> {
  const name = nameOf(subject);
  const [{ id }, app] = await Promise.all([around.channel(subject), around.app('kick')]);
  if (id === null || app.token === null) return [];
  const api = base('api', around.settings.kick.apiUrl);
  const answer = await around.net.ask({
    url: `${api}/public/v1/events/subscriptions?${new URLSearchParams({ broadcaster_user_id: id })}`,
    headers: { Authorization: `Bearer ${app.token}` },
  });
  if (!answer.answered || answer.status !== 200) return [warn('NOT_ASKED', {}, name)];
  const events = list(answer.json.data)
    .filter((one) => (word(one.broadcaster_user_id) || id) === id)
    .map((one) => word(one.event));
  const running = (await around.door()).port === 'ours' && plays(subject, around);
  return [judged(events, running, name)];
}

/** A running host looks after its seats' channels alone. */
function plays({ channel }: Subject, { settings }: Around): boolean {
  return settings.seats.some(({ chats }) =>
    chats.some((chat) => chat.platform === 'kick' && chat.channel.toLowerCase() === channel.toLowerCase()),
  );
}

function judged(events: readonly string[], running: boolean, name: string): Found {
  const missing = KICK_EVENTS.filter((event) => !events.includes(event));
  const double = KICK_EVENTS.filter((event) => events.filter((one) => one === event).length > 1);
  const all = KICK_EVENTS.length;
  if (missing.length > 0 && !running) return ok('HOOKS_LATER', { found: all - missing.length, all }, name);
  if (missing.includes(CHAT_EVENT)) return fault('HOOKS_NO_CHAT', { list: missing.join(', ') }, name);
  if (missing.length > 0) return warn('HOOKS_FEWER', { list: missing.join(', ') }, name);
  return double.length > 0
    ? warn('HOOKS_DOUBLE', { list: double.join(', ') }, name)
    : ok('HOOKS', { all }, name);
}
