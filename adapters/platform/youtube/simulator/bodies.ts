/** Answers of the Data API: items of a chat, pages, and errors as YouTube words them (PLATFORMS.md 3.3, 3.6). */
import { type Chat, endOf, type SimAuthor, type SimItem, type World } from './world.ts';

export type Details = Readonly<Record<string, unknown>>;

export function itemOf(
  world: World,
  chat: Chat,
  what: { type: string; author?: SimAuthor; details?: Details; id?: string; at?: number; text?: string },
): SimItem {
  const { type, author, details = {}, text } = what;
  const n = world.next();
  return {
    kind: 'youtube#liveChatMessage',
    etag: `etag${n}`,
    id: what.id ?? `LCC.${Buffer.from(`sim${n}`).toString('base64url')}`,
    snippet: {
      type,
      liveChatId: chat.id,
      ...(author ? { authorChannelId: author.id } : {}),
      publishedAt: stamp(what.at ?? world.clock.now()),
      hasDisplayContent: text !== undefined,
      ...(text === undefined ? {} : { displayMessage: text }),
      ...details,
    },
    ...(author ? { authorDetails: authorOf(author) } : {}),
  };
}

/** Microseconds and a numeric zone, as the API writes it. */
export function stamp(at: number): string {
  return new Date(at).toISOString().replace('Z', '456+00:00');
}

function authorOf({ id, name, owner, moderator, member }: SimAuthor): Details {
  return {
    channelId: id,
    channelUrl: `http://www.youtube.com/channel/${id}`,
    displayName: name ?? `@${id}`,
    profileImageUrl: 'https://yt3.ggpht.com/sim=s88-c-k',
    isVerified: false,
    isChatOwner: owner ?? false,
    isChatSponsor: member ?? false,
    isChatModerator: moderator ?? false,
  };
}

/** A place in the chat's feed. The API's own tokens are opaque as well. */
export function tokenOf(chat: Chat, place: number): string {
  return Buffer.from(`${chat.id}@${place}`).toString('base64url');
}

/** Null for a token that is not ours or has grown too old (`pageTokenInvalid`). */
export function placeOf(chat: Chat, token: string): number | null {
  const [id, place] = Buffer.from(token, 'base64url').toString().split('@');
  const at = Number(place);
  return id === chat.id && Number.isInteger(at) && at >= chat.from && at <= endOf(chat) ? at : null;
}

export function pageOf(
  world: World,
  chat: Chat,
  from: number,
  most: number,
): { body: Details; next: number } {
  const next = Math.min(endOf(chat), from + most);
  const items = chat.feed.slice(from - chat.from, next - chat.from);
  return {
    next,
    body: {
      kind: 'youtube#liveChatMessageListResponse',
      etag: `page${world.next()}`,
      nextPageToken: tokenOf(chat, next),
      pageInfo: { totalResults: items.length, resultsPerPage: items.length },
      ...(chat.endedAt === null ? {} : { offlineAt: stamp(chat.endedAt) }),
      items,
    },
  };
}

export interface Failure {
  readonly status: number;
  readonly reason: string;
  readonly message: string;
  readonly domain: string;
}

const FAILURES = {
  quotaExceeded: [
    403,
    'youtube.quota',
    'The request cannot be completed because you have exceeded your quota.',
  ],
  rateLimitExceeded: [403, 'youtube.liveChat', 'The request was sent too soon after the previous one.'],
  authError: [401, 'global', 'Request had invalid authentication credentials.'],
  forbidden: [403, 'youtube.liveChat', 'You do not have the permissions required for this.'],
  insufficientPermissions: [
    403,
    'global',
    'Insufficient Permission: Request had insufficient authentication scopes.',
  ],
  liveChatNotFound: [
    404,
    'youtube.liveChat',
    'The live chat that you are trying to retrieve cannot be found.',
  ],
  liveChatEnded: [403, 'youtube.liveChat', 'The specified live chat is no longer live.'],
  liveChatDisabled: [403, 'youtube.liveChat', 'Live chat is not enabled for the specified broadcast.'],
  liveChatMessageNotFound: [404, 'youtube.liveChat', 'The message cannot be found.'],
  messageTextInvalid: [400, 'youtube.liveChat', 'The message text is not valid.'],
  messageTextRequired: [400, 'youtube.liveChat', 'The message text is required.'],
  pageTokenInvalid: [400, 'youtube.liveChat', 'The specified page token is not valid.'],
  incompatibleParameters: [400, 'youtube.parameter', 'Incompatible parameters specified in the request.'],
  missingRequiredParameter: [400, 'youtube.parameter', 'A required parameter is missing.'],
  notFound: [404, 'global', 'Not found.'],
  backendError: [503, 'global', 'Backend error.'],
} as const;
export type Reason = keyof typeof FAILURES;

/** A refusal with its body, to be thrown by whoever answers. */
export class Refusal extends Error {
  readonly reason: Reason;
  readonly status: number;

  constructor(reason: Reason) {
    super(FAILURES[reason][2]);
    this.reason = reason;
    this.status = FAILURES[reason][0];
  }

  get body(): Details {
    const [code, domain, message] = FAILURES[this.reason];
    return { error: { code, message, errors: [{ message, domain, reason: this.reason }] } };
  }
}
