/** What Discord has and a chat platform has not: slash commands, buttons, pictures. Types alone, for whoever is handed the adapter. */
import type { PlatformAdapter } from '../contract.ts';

/** A text in the two languages of the game; `en` is also what every other locale of Discord is shown. */
export interface Both {
  readonly ru: string;
  readonly en: string;
}

export interface SlashOption {
  /** Small letters, digits, `-`, `_`; at most 32. The English one is the option's id in what comes back. */
  readonly name: Both;
  /** At most 100 characters. */
  readonly description: Both;
  readonly kind: 'text' | 'number';
  readonly required: boolean;
  /** While it is typed, Discord asks for suggestions. */
  readonly suggests: boolean;
  /** For numbers. */
  readonly min?: number;
  readonly max?: number;
}

export interface SlashCommand {
  readonly name: Both;
  readonly description: Both;
  /** Required ones first; at most 25. */
  readonly options: readonly SlashOption[];
}

export interface Button {
  /** Comes back when it is pressed; at most 100 characters. */
  readonly id: string;
  /** Cut to 80 characters. */
  readonly label: string;
}

export interface Answer {
  /** Plain words: what Discord would read as markup, mention or picture is shown as it stands. Cut to 2000 characters. */
  readonly text: string;
  /** Seen by whoever asked alone. Once an answer was put off, it is so in any case. */
  readonly private?: boolean;
  /** At most 25 are shown. */
  readonly buttons?: readonly Button[];
}

export interface Suggestion {
  /** Cut to 100 characters. */
  readonly name: string;
  /** What the option holds when it is taken. */
  readonly value: string | number;
}

interface Called {
  readonly id: string;
  /** Discord's stable id; never a name. */
  readonly user: string;
  /** For show only. */
  readonly name: string;
  /** Of the person's Discord, such as `ru` or `en-GB`. */
  readonly locale: string;
  /** False when it comes from another server than the adapter's, or from a private chat. */
  readonly home: boolean;
}

interface Answerable extends Called {
  /**
   * The first answer, or what takes the place of a put-off one; later ones follow it. False if Discord did not take it.
   * Never rejects, never acknowledges twice.
   */
  answer(answer: Answer): Promise<boolean>;
  /** Puts the answer off, privately. Happens by itself when none came in time. */
  defer(): Promise<boolean>;
  /** Was it put off? Then its answers are private. */
  putOff(): boolean;
  /** Replaces the answer that is there; without one, the same as `answer`. */
  edit(answer: Answer): Promise<boolean>;
}

/** By option name (the English one). */
export type OptionValues = Readonly<Record<string, string | number>>;

export interface CommandCall extends Answerable {
  readonly kind: 'command';
  readonly command: string;
  readonly options: OptionValues;
}
export interface ButtonCall extends Answerable {
  readonly kind: 'button';
  readonly button: string;
}
export interface SuggestCall extends Called {
  readonly kind: 'suggest';
  readonly command: string;
  readonly options: OptionValues;
  readonly typing: { readonly name: string; readonly value: string };
  /** At most 25 are shown. False if Discord did not take them; the person then types on without. */
  suggest(suggestions: readonly Suggestion[]): Promise<boolean>;
}
export type Interaction = CommandCall | ButtonCall | SuggestCall;

export interface Post extends Omit<Answer, 'private'> {
  readonly picture?: Uint8Array;
}

export interface DiscordAdapter extends PlatformAdapter {
  /** Makes these the commands of the bot, in place of all it had: in the one server if it is known, else everywhere. False if Discord did not take them. */
  register(commands: readonly SlashCommand[]): Promise<boolean>;
  /** Calls the listener for every command, button and half-typed option. Returns the way to stop. */
  onInteraction(listener: (interaction: Interaction) => void): () => void;
  /** Writes into the channel, lines kept. Resolves like `send`. */
  post(post: Post): Promise<boolean>;
  /** @param png bytes of the picture */
  postPicture(png: Uint8Array, text: string): Promise<boolean>;
}
