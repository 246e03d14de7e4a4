/**
 * Who is a referee of a game beside its admin: people whom the admin has named, and, where the admin wants it so, the
 * moderators of a player's chat for that player. Whoever holds a seat judges nobody.
 */
import type { Command, CommandType } from '../engine/commands.ts';
import type { PlayerId } from '../engine/state.ts';
import { isSeat } from './persons.ts';

export interface Named {
  /** `platform:user` */
  readonly identity: string;
  /** For show. */
  readonly name: string;
}

export interface RefereeList {
  readonly people: readonly Named[];
  /** Moderators of a player's chat are referees of that player, and may stop the clocks. */
  readonly moderators: boolean;
}

export interface RefereesKeep {
  load(): Promise<string | null>;
  save(text: string): Promise<void>;
}

/** As the engine has it: nothing else is asked in a referee's name. */
const REFEREE: readonly CommandType[] = ['judge', 'pause', 'resume', 'mute', 'autopilot', 'release'];
const NOBODY: RefereeList = { people: [], moderators: false };

export class Referees {
  readonly #keep: RefereesKeep;
  #list: RefereeList;

  static async open(keep: RefereesKeep): Promise<Referees> {
    const text = await keep.load();
    return new Referees(keep, text === null ? NOBODY : (JSON.parse(text) as RefereeList));
  }

  constructor(keep: RefereesKeep, list: RefereeList) {
    this.#keep = keep;
    this.#list = list;
  }

  list(): RefereeList {
    return this.#list;
  }

  /** @throws the driver's error; then nothing has changed. */
  async name(list: RefereeList): Promise<void> {
    await this.#keep.save(JSON.stringify(list));
    this.#list = list;
  }

  /**
   * @param as who speaks: in whose chat, and whether its platform calls them a moderator there
   * @param identities all of that person
   */
  may(
    command: Command,
    as: { readonly channel: PlayerId; readonly moderator?: true | undefined },
    identities: readonly string[],
  ): boolean {
    if (!REFEREE.includes(command.type) || identities.some(isSeat)) return false;
    if (this.#list.people.some(({ identity }) => identities.includes(identity))) return true;
    return this.#list.moderators && as.moderator === true && (aboutOf(command) ?? as.channel) === as.channel;
  }
}

/** The player whom it is about; null for what is about all. */
function aboutOf(command: Command): PlayerId | null {
  if (command.type === 'mute') return command.who;
  return ('player' in command && command.player) || null;
}
