/** Whoever turns to the bot: commands, buttons, half-typed fields, lines in the channel; each gets an answer. */

import type { ChatMessage } from '../../adapters/platform/contract.ts';
import type {
  ButtonCall,
  CommandCall,
  DiscordAdapter,
  Interaction,
  SuggestCall,
} from '../../adapters/platform/discord/contract.ts';
import type { Lang } from '../protocol/texts.ts';
import { specOf } from './args.ts';
import type { Answered, Desk } from './desk.ts';
import type { Feed } from './feed.ts';
import type { Game } from './game.ts';
import { given, lineOf } from './line.ts';
import { readButton } from './questions.ts';
import { suggestions } from './suggest.ts';
import { langOf, WORDS } from './words.ts';

export interface ReceptionOptions {
  readonly game: Game;
  readonly desk: Desk;
  readonly feed: Feed;
  readonly adapter: DiscordAdapter;
  /** For lines typed in the channel: of them no language is known. */
  readonly lang: Lang;
  readonly note: (line: string) => void;
}

export class Reception {
  readonly #options: ReceptionOptions;

  constructor(options: ReceptionOptions) {
    this.#options = options;
  }

  /** Never rejects. */
  async called(call: Interaction): Promise<void> {
    try {
      if (call.kind === 'suggest') return void (await this.#suggest(call));
      const said = call.home ? await this.#answerTo(call) : aside(WORDS[langOf(call.locale)].elsewhere);
      const shown = await call.answer(said);
      if (shown && said.seq !== null && !call.putOff()) this.#options.feed.told(said.seq);
    } catch (error) {
      this.#fault(error);
      if (call.kind !== 'suggest') await call.answer(aside(WORDS[langOf(call.locale)].away));
    }
  }

  async #suggest(call: SuggestCall): Promise<boolean> {
    const named = given(call.options, 'player');
    const seat = this.#options.game.has(named) ? named : await this.#options.game.meant(call);
    return call.suggest(suggestions(call, { game: this.#options.game, seat, lang: langOf(call.locale) }));
  }

  #answerTo(call: CommandCall | ButtonCall): Promise<Answered> {
    return call.kind === 'command' ? this.#command(call) : this.#pressed(call);
  }

  async #command(call: CommandCall): Promise<Answered> {
    const lang = langOf(call.locale);
    const spec = specOf(call.command);
    const named = given(call.options, 'player');
    const seat = this.#seatNamed(named) ?? (await this.#options.game.meant(call));
    // A command of an older version of ours.
    if (!spec) return aside(WORDS[lang].stale);
    return (
      (await this.#options.desk.hear({
        id: call.id,
        text: lineOf(spec, call.options, lang),
        seat,
        person: call,
        lang,
      })) ?? NOTHING[lang]
    );
  }

  /** Suggestions give a seat; whoever types a name on gets the one that is called so. */
  #seatNamed(named: string): string | null {
    if (this.#options.game.has(named)) return named;
    const small = named.toLowerCase();
    return this.#options.game.board?.players.find(({ name }) => name.toLowerCase() === small)?.id ?? null;
  }

  async #pressed(call: ButtonCall): Promise<Answered> {
    const lang = langOf(call.locale);
    const pressed = readButton(call.button);
    if (!pressed || !this.#isOpen(pressed)) return aside(WORDS[lang].stale);
    const { seat, line, poll } = pressed;
    const said = { id: call.id, text: line(lang), seat, person: call, lang };
    return (await this.#options.desk.hear(poll === null ? said : { ...said, poll })) ?? NOTHING[lang];
  }

  #isOpen({ seat, pending, poll }: { seat: string; pending: number | null; poll: string | null }): boolean {
    const { board } = this.#options.game;
    if (poll !== null) return board?.polls.some(({ id }) => id === poll) === true;
    return pending === null || board?.players.find(({ id }) => id === seat)?.pending?.n === pending;
  }

  /** A line typed in the channel; a bare number is for the vote that opened last. Never rejects. */
  async heard({ id, text, user, name }: ChatMessage): Promise<void> {
    const { game, desk, feed, adapter, lang } = this.#options;
    const loud = /^\s*[!\uff01]/u.test(text);
    const newest = [...(game.board?.polls ?? [])].sort((a, b) => b.opens - a.opens)[0];
    if (!loud && !newest) return;
    try {
      const person = { user, name };
      const seat = loud || !newest ? await game.meant(person) : newest.player;
      const said = await desk.hear({ id, text, seat, person, lang, typed: true });
      // A vote is seen on the board; saying so each time would drown the channel.
      if (!said || (!loud && said.private)) return;
      const shown = await adapter.post({ text: said.text, buttons: said.buttons });
      if (shown && said.seq !== null) feed.told(said.seq);
    } catch (error) {
      this.#fault(error);
    }
  }

  #fault(error: unknown): void {
    this.#options.note(`a fault of ours: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function aside(text: string): Answered {
  return { text, private: true, buttons: [], seq: null };
}

const NOTHING: Readonly<Record<Lang, Answered>> = {
  ru: aside(WORDS.ru.nothing),
  en: aside(WORDS.en.nothing),
};
