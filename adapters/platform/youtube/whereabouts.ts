/** Which chat a message stands in, and where somebody spoke last; bounded. */

const MOST = 5_000;

export class Whereabouts {
  readonly #messages = new Map<string, string>();
  readonly #users = new Map<string, string>();
  #last: string | null = null;

  said(message: { readonly id: string; readonly user: string }, chat: string): void {
    put(this.#messages, message.id, chat);
    put(this.#users, message.user, chat);
    this.#last = chat;
  }

  ofUser(user: string): string | null {
    return this.#users.get(user) ?? null;
  }

  /** Of the live chats that of the line which is answered, or where somebody spoke last, or the first. */
  choose(chats: readonly { readonly chat: string }[], replyTo = ''): string | null {
    const live = chats.map(({ chat }) => chat);
    const wanted = [this.#messages.get(replyTo), this.#last];
    return wanted.find((chat) => chat && live.includes(chat)) ?? live[0] ?? null;
  }
}

function put(map: Map<string, string>, key: string, chat: string): void {
  map.delete(key);
  map.set(key, chat);
  if (map.size <= MOST) return;
  const oldest = map.keys().next();
  if (!oldest.done) map.delete(oldest.value);
}
