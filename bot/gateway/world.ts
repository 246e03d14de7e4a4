/** What the gateway is given: the games, the tokens, the sentences. It knows no store, no platform and no settings. */
import type { Facts } from '../content/facts.ts';
import type { Catalog } from '../host/catalog.ts';
import type { BothTexts } from '../protocol/texts.ts';
import type { ApplicationsDesk } from './accounts/applications.ts';
import type { AccountDesk } from './accounts/desk.ts';
import type { ExtensionWorld } from './extension/extension.ts';
import type { Codes } from './guard/codes.ts';
import type { Hosts } from './guard/origin.ts';
import type { Tokens } from './guard/tokens.ts';
import type { Inbox } from './hooks/desk.ts';
import type { Verifiers } from './routes/hooks.ts';
import type { Limits } from './socket/limits.ts';
import type { Source } from './socket/sources.ts';

export interface World {
  readonly catalog: Catalog;
  readonly tokens: Tokens;
  /** Links the chats of one person. */
  readonly accounts: AccountDesk;
  /** Who wants to play, or to have a game made. */
  readonly applications: ApplicationsDesk;
  readonly codes: Codes;
  readonly texts: BothTexts;
  /** What the rules say of each entry, for faces. */
  readonly facts: Facts;
  readonly hosts: Hosts;
  readonly limits: Limits;
  readonly version: string;
  /** Folder of the built pages; may be absent. */
  readonly pages: string;
  /** Text of `/metrics`. */
  readonly metrics: { text(): Promise<string>; readonly contentType: string };
  /** Webhooks: how each platform's are checked, and where they are kept until a player process has them. */
  readonly hooks: { readonly verifiers: Verifiers; readonly inbox: Inbox };
  /** The Twitch extension's backend; absent where no extension is registered. */
  readonly extension?: ExtensionWorld | undefined;
  /** Told of a page that has become slow. */
  readonly onSlowPage?: (source: Source) => void;
  readonly onFault: (error: unknown, about: string) => void;
}
