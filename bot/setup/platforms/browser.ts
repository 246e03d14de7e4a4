/** A sign-in in the browser, up to the code that comes back. */
import { redirectOf } from '../door.ts';
import { SignInFault } from '../faults.ts';
import type { SetupPlatform, Way } from './platform.ts';

/** @throws Cancelled; SignInFault denied, late, refused; MsigError SETUP_HOST_TOKEN */
export async function codeOf(
  { name, title }: Pick<SetupPlatform, 'name' | 'title'>,
  { url, state }: { readonly url: string; readonly state: string },
  { settings, terminal, words, door }: Way,
): Promise<string> {
  const redirect = redirectOf(settings, name);
  // Before the address is seen: whoever follows it may be back at once.
  await door.expect(name, state);
  terminal.note(settings.public ? words.browserPublicTitle(title) : words.browserTitle(title), url);
  const arrival = await terminal.during(words.browserWaiting(redirect), (signal) =>
    door.arrival(name, state, signal),
  );
  if (!arrival) throw new SignInFault('late');
  if ('code' in arrival) {
    terminal.discretion.learn(arrival.code);
    return arrival.code;
  }
  const { error, description } = arrival;
  const words_ = [error, description].filter(Boolean).join(': ');
  throw new SignInFault(/denied|cancel/i.test(error) ? 'denied' : 'refused', words_);
}
