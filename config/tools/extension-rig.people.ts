/** Who looks at the rig's views, and the tokens that Twitch would give them, signed with the rig's own secret. */
import { createHmac, randomUUID } from 'node:crypto';

export interface Persona {
  readonly id: string;
  readonly opaque: string;
  /** Twitch id; null: logged out. */
  readonly user: string | null;
  readonly name: string;
  readonly role: 'viewer' | 'moderator' | 'broadcaster';
  /** Has allowed the extension to know who it is. */
  readonly shared: boolean;
}

/** Channel of the rig. */
export const CHANNEL = '1001';

export const PERSONAS: readonly Persona[] = [
  { id: 'anonymous', opaque: 'Aguest', user: null, name: '', role: 'viewer', shared: false },
  { id: 'viewer', opaque: 'Uviewer', user: '3003', name: 'Finch', role: 'viewer', shared: false },
  { id: 'shared', opaque: 'Ushared', user: '3004', name: 'Wren', role: 'viewer', shared: true },
  { id: 'helper', opaque: 'Uhelper', user: '3005', name: 'Лебедь', role: 'viewer', shared: true },
  { id: 'broadcaster', opaque: 'Uowner', user: CHANNEL, name: 'Kestrel', role: 'broadcaster', shared: true },
];

export function personaOf(id: string): Persona {
  return PERSONAS.find((one) => one.id === id) ?? PERSONAS[0]!;
}

const HOUR_S = 3600;
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function sign(payload: object, secret: string): string {
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(payload)}`;
  return `${text}.${createHmac('sha256', Buffer.from(secret, 'base64')).update(text).digest('base64url')}`;
}

export function personaToken(
  persona: Persona,
  { secret, shared }: { secret: string; shared: boolean },
): string {
  const { opaque: opaque_user_id, user, role } = persona;
  return sign(
    {
      exp: Math.floor(Date.now() / 1000) + HOUR_S,
      opaque_user_id,
      ...(shared && user ? { user_id: user } : {}),
      channel_id: CHANNEL,
      role,
      is_unlinked: !shared,
      pubsub_perms: { listen: ['broadcast', `whisper-${opaque_user_id}`, 'global'], send: [] },
    },
    secret,
  );
}

export interface Sale {
  readonly sku: string;
  readonly amount: number;
  readonly clientId: string;
  readonly secret: string;
}

/** What the helper tells of a finished purchase. */
export function saleOf({ user, name }: Persona, { sku, amount, clientId, secret }: Sale): object {
  const transactionId = randomUUID();
  const cost = { amount, type: 'bits' };
  const product = { domainId: `twitch.ext.${clientId}`, sku, displayName: sku, cost };
  const time = `${new Date().toISOString().replace('T', ' ').replace('Z', '000000')} +0000 UTC`;
  const data = { transactionId, time, userId: user ?? '0', product };
  const receipt = { topic: 'bits_transaction_receipt', exp: Math.floor(Date.now() / 1000) + HOUR_S, data };
  return {
    transactionId,
    transactionReceipt: sign(receipt, secret),
    product,
    userId: user,
    displayName: name,
  };
}
