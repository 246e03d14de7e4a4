/** What we read of Kick's JSON (PLATFORMS 4.2 to 4.5). All may be missing: it comes from outside. */

export interface RawUser {
  readonly user_id?: number | string | null;
  readonly username?: string | null;
  readonly is_anonymous?: boolean | null;
  readonly channel_slug?: string | null;
  readonly identity?: {
    readonly badges?: readonly { readonly type?: string; readonly text?: string }[] | null;
  } | null;
}

export interface RawEvent {
  readonly broadcaster?: RawUser | null;
  readonly created_at?: string | null;
}

export interface RawChat extends RawEvent {
  readonly message_id?: string;
  readonly sender?: RawUser | null;
  readonly content?: string;
}

export interface RawRedemption extends RawEvent {
  readonly id?: string;
  readonly user_input?: string | null;
  readonly status?: string;
  readonly redeemed_at?: string;
  readonly reward?: RawReward | null;
  readonly redeemer?: RawUser | null;
}

export interface RawGift extends RawEvent {
  readonly sender?: RawUser | null;
  readonly gift?: {
    readonly amount?: number;
    readonly name?: string;
    readonly message?: string | null;
  } | null;
}

export interface RawSubscription extends RawEvent {
  readonly subscriber?: RawUser | null;
  readonly gifter?: RawUser | null;
  readonly giftees?: readonly RawUser[] | null;
  readonly duration?: number;
}

export interface RawStatus extends RawEvent {
  readonly is_live?: boolean;
  readonly title?: string | null;
  readonly started_at?: string | null;
}

export interface RawMetadata extends RawEvent {
  readonly metadata?: {
    readonly title?: string | null;
    readonly category?: { readonly name?: string | null } | null;
  } | null;
}

/** `GET /public/v1/channels` */
export interface RawChannel {
  readonly broadcaster_user_id?: number;
  readonly slug?: string;
  readonly stream_title?: string | null;
  readonly category?: { readonly name?: string | null } | null;
  readonly stream?: { readonly is_live?: boolean; readonly start_time?: string | null } | null;
}

/** `GET /public/v1/events/subscriptions` */
export interface RawListed {
  readonly id?: string;
  readonly event?: string;
  readonly version?: number;
  readonly broadcaster_user_id?: number;
  readonly method?: string;
  readonly created_at?: string;
}

/** `POST /public/v1/events/subscriptions` */
export interface RawCreated {
  readonly name?: string;
  readonly subscription_id?: string | null;
  readonly error?: string | null;
}

export interface RawReward {
  readonly id?: string;
  readonly title?: string;
  readonly cost?: number;
  readonly description?: string | null;
  readonly is_enabled?: boolean;
  readonly is_paused?: boolean;
  readonly is_user_input_required?: boolean;
  readonly should_redemptions_skip_request_queue?: boolean;
  readonly can_manage?: boolean;
}

/** `GET /public/v1/channels/rewards/redemptions` */
export interface RawRedeemed {
  readonly reward?: RawReward | null;
  readonly redemptions?: readonly RawRedemption[] | null;
}

export interface RawFailed {
  readonly id?: string;
  readonly reason?: string;
}

/** Ids are numbers at Kick and texts in ours; null for none. */
export function idOf(user: RawUser | null | undefined): string | null {
  const id = user?.user_id;
  return (typeof id === 'number' && Number.isSafeInteger(id)) || (typeof id === 'string' && id !== '')
    ? String(id)
    : null;
}

/** RFC 3339 → milliseconds since 1970; the other time if it is none. */
export function timeOf(text: unknown, otherwise: number): number {
  const ms = typeof text === 'string' ? Date.parse(text) : Number.NaN;
  return Number.isFinite(ms) ? ms : otherwise;
}

/** The text, or an empty one for anything else. */
export function wordIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
