/** What the wizard has to know of a platform that is played from. */
import type { MakeChat } from '../../chats/chat.ts';
import type { SignIn } from '../../chats/sign-in.ts';
import type { Settings } from '../../settings-table.ts';
import type { PlatformName } from '../book.ts';
import type { Door, OnHook } from '../door.ts';
import type { BothGuides } from '../guides/guide.ts';
import type { Terminal } from '../terminal.ts';
import type { SetupWords } from '../words/ru.ts';

/** As registered at the platform. */
export interface App {
  readonly clientId: string;
  /** Null: a public client, which has none. */
  readonly clientSecret: string | null;
}

export interface Way {
  readonly app: App;
  readonly settings: Settings;
  readonly terminal: Terminal;
  readonly words: SetupWords;
  readonly door: Door;
}

export interface SetupPlatform {
  readonly name: PlatformName;
  readonly title: string;
  readonly guide: BothGuides;
  /** Its sign-in sends a browser back to us. */
  readonly comesBack: boolean;
  readonly secretOptional: boolean;
  /** Walks the streamer through the sign-in. @throws Cancelled, SignInFault, or an error of the platform's own */
  signIn(way: Way): Promise<SignIn>;
  /** The channel of whoever signed in; empty if the platform does not tell. @throws Error of the platform */
  ownChannel(signIn: SignIn, settings: Settings): Promise<string>;
  /** The name as it is kept. @throws Error with a sentence that says what is expected */
  channel(given: string): string;
  readonly make: MakeChat;
  /** A connection without the sign-in can read the chat: it sees what the other one wrote. */
  readonly witness: boolean;
  /** For a platform that brings lines by webhook: checks them, and hands each on. */
  readonly hook?: (settings: Settings, deliver: (delivery: unknown) => void) => OnHook;
}
