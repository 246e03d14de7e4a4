/** A subscription to events, as the simulated Twitch keeps and shows it. PLATFORMS 1.2. */

export interface Subscription {
  readonly id: string;
  readonly type: string;
  readonly version: string;
  readonly condition: Readonly<Record<string, string>>;
  readonly user: string;
  session: string;
  status: string;
  readonly createdAt: string;
}

export function subscriptionBody(one: Subscription): Record<string, unknown> {
  const { id, status, type, version, condition, session, createdAt } = one;
  const transport = { method: 'websocket', session_id: session };
  return { id, status, type, version, condition, transport, created_at: createdAt, cost: 0 };
}
