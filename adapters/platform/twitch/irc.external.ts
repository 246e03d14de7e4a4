/** What we read of the chat library's objects, and the one thing we put in: kept small, so that a test can hand in a broken one. */
import type { ChatClient } from '@twurple/chat';

/** A chat line as `@twurple/chat` gives it. Its own getters promise more than an odd server keeps, so tags are read. */
export interface ForeignLine {
  readonly tags: ReadonlyMap<string, string>;
}

/**
 * The client checks every token anew at `https://id.twitch.tv`, through the global `fetch` and without a time-out; no
 * option of it names another address. Our sign-in has checked the token already, so the client's question for the
 * password is answered by us.
 */
export function lendPassword(
  client: ChatClient,
  password: () => Promise<{ readonly token: string; readonly login: string }>,
): void {
  const value = async () => {
    const { token, login } = await password();
    client.irc.changeNick(login);
    return `oauth:${token}`;
  };
  Object.defineProperty(client, '_getAuthToken', { value });
}
