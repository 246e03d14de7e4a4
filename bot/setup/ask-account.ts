/** The app and the sign-in of one platform, and what to do when a sign-in fails. */
import type { SignIn } from '../chats/sign-in.ts';
import type { Settings } from '../settings-table.ts';
import { askApp, knownApp } from './ask-app.ts';
import type { Door } from './door.ts';
import { signInFault } from './faults.ts';
import type { App, SetupPlatform } from './platforms/platform.ts';
import type { Table } from './table.ts';
import { Cancelled } from './terminal.ts';
import { reasonOf } from './words/reasons.ts';

export interface Account {
  readonly app: App;
  readonly signIn: SignIn;
  /** Of whoever signed in; empty if the platform does not tell. */
  readonly channel: string;
}

interface Asking {
  readonly platform: SetupPlatform;
  readonly settings: Settings;
  readonly door: Door;
  /** Ask for an app although one is known. */
  readonly fresh: boolean;
  /** Take the known app without a question. */
  readonly known?: boolean;
}

/** Null when the streamer gave up. @throws Cancelled, MsigError */
export async function askAccount(table: Table, asking: Asking): Promise<Account | null> {
  const { terminal, words } = table;
  const { platform, settings, door } = asking;
  let app = (asking.known && knownApp(table, settings, platform)) || (await askApp(table, asking));
  for (; app !== null; ) {
    try {
      const signIn = await platform.signIn({ app, settings, terminal, words, door });
      const channel = await platform.ownChannel(signIn, settings).catch(() => '');
      terminal.done(channel ? words.signedInAs(channel) : words.signInDone);
      return { app, signIn, channel };
    } catch (error) {
      const next = await afterFault(table, error);
      if (next === 'stop') return null;
      if (next === 'app') app = await askApp(table, { ...asking, fresh: true });
    }
  }
  return null;
}

/** Says what went wrong and asks what now. @throws what no other attempt can mend */
async function afterFault(
  { terminal, words, lang }: Table,
  error: unknown,
): Promise<'again' | 'app' | 'stop'> {
  if (error instanceof Cancelled || (error instanceof Error && error.name === 'MsigError')) throw error;
  const { kind, message } = signInFault(error);
  const { text, own } = reasonOf(error, lang);
  const more = own ? text : message && words.said(message);
  terminal.fault(more ? `${words.fault[kind]}\n${more}` : words.fault[kind]);
  const choices = [
    { value: 'again' as const, label: words.again },
    { value: 'app' as const, label: words.entryApp },
    { value: 'stop' as const, label: words.giveUp },
  ];
  return terminal.choose(words.testFailedAsk, choices, kind === 'client' ? 'app' : 'again');
}
