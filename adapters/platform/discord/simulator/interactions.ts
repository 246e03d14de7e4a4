/** Answers to interactions: in time, once, and then for 15 minutes. */
import { faultOf } from './form.ts';
import { type Answered, type Call, refusal } from './web.ts';
import type { Body, DiscordWorld, Sent } from './world.ts';

/** Of an interaction's token. */
const TOKEN_MS = 15 * 60_000;

/** Once and within 3 s: later is 10062, twice 40060. */
export function callback(world: DiscordWorld, { body }: Call, [, id, token]: RegExpExecArray): Answered {
  const sent = world.sent.get(token!);
  const { type, data = {} } = body as { type: number; data?: Body };
  const age = sent ? Date.now() - sent.at : Number.POSITIVE_INFINITY;
  const no = (code: number, status: number, text: string) => {
    sent?.refused.push(code);
    return refusal(status, code, text);
  };
  if (!sent || sent.id !== id || (sent.taken.length === 0 && age > world.windowMs))
    return no(10_062, 404, 'Unknown interaction');
  if (sent.taken.length > 0) return no(40_060, 400, 'Interaction has already been acknowledged.');
  if ((data.choices?.length ?? 0) > 25) return no(50_035, 400, 'Invalid Form Body');
  const wrong = type === 4 ? faultOf(data, 0) : null;
  if (wrong) return wrong;
  sent.taken.push(type);
  sent.after = age;
  if (type !== 5) sent.answer = data;
  else hidden.set(sent, ((data.flags ?? 0) & 64) !== 0);
  return { status: 204 };
}

/** Whether a put-off answer was announced as private: then it is so, whatever the edit says. */
const hidden = new WeakMap<Sent, boolean>();

function known(world: DiscordWorld, application: string, token: string): Sent | Answered {
  const sent = world.sent.get(token);
  if (!sent || application !== world.application) return refusal(404, 10_015, 'Unknown Webhook');
  if (sent.taken.length === 0) return refusal(404, 10_015, 'Unknown Webhook');
  return Date.now() - sent.at > TOKEN_MS ? refusal(401, 50_027, 'Invalid Webhook Token') : sent;
}

export function edit(world: DiscordWorld, { body }: Call, [, application, token]: RegExpExecArray): Answered {
  const sent = known(world, application!, token!);
  if ('status' in sent) return sent;
  const wrong = faultOf(body as Body, 0);
  if (wrong) return wrong;
  const flags = hidden.get(sent) ? 64 : (sent.answer?.flags ?? 0);
  sent.answer = { ...(body as Body), flags };
  return { status: 200, body: { id: world.snowflake() } };
}

export function followUp(
  world: DiscordWorld,
  { body }: Call,
  [, application, token]: RegExpExecArray,
): Answered {
  const sent = known(world, application!, token!);
  if ('status' in sent) return sent;
  sent.followUps.push(body as Body);
  return { status: 200, body: { id: world.snowflake() } };
}
