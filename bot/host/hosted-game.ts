/** One game as the gateway sees it: its mailbox, its views, its votes, its chats, and who is there. */
import type { Actor, Command } from '../engine/commands.ts';
import type { Rules } from '../engine/rules.ts';
import type { Millis, PlayerId } from '../engine/state.ts';
import type { TalkLine } from '../protocol/views.ts';
import type { Ballot, Speaker } from '../protocol/wire.ts';
import { type Chronicle, momentOf } from './chronicle.ts';
import type { Clock } from './clock.ts';
import { asSystem, isLive } from './deadlines.ts';
import type { GameHost } from './game/game-host.ts';
import type { Commit, Outcome } from './game/outcome.ts';
import type { Pseudonyms } from './identity.ts';
import type { Names } from './names.ts';
import { Publisher } from './publish/publisher.ts';
import { type LocalLine, Rooms } from './rooms.ts';
import { shownText, Talk } from './talk.ts';
import { computeView } from './views.ts';
import type { Votes } from './votes.ts';

const NAME_LENGTH = 25;
/** A change of less than this share of the audience is not worth a line of the log, nor are two within this time. */
const AUDIENCE_SHARE = 0.2;
const AUDIENCE_EVERY_MS = 30_000;

export interface HostedOptions {
  readonly id: string;
  readonly host: GameHost;
  readonly rules: Rules;
  /** The game's own time, virtual in a fast rehearsal. */
  readonly clock: Clock;
  /** Frames are sent by this one. */
  readonly wall: Clock;
  readonly names: Names;
  readonly votes: Votes;
  readonly pseudonyms: Pseudonyms;
  readonly commitment: string;
  readonly chronicle: Chronicle;
}

/** What somebody wants done, as it came in from outside. */
export interface Act {
  readonly id: string;
  readonly as: Speaker;
  readonly command: Command;
  /** Names of people whom the command mentions, by `platform:user`. */
  readonly people?: Readonly<Record<string, string>> | undefined;
}

export class HostedGame {
  readonly id: string;
  readonly host: GameHost;
  readonly rules: Rules;
  readonly names: Names;
  readonly votes: Votes;
  readonly publisher: Publisher;
  readonly rooms = new Rooms();
  readonly clock: Clock;
  readonly commitment: string;
  /** Seconds between the end of a vote and its count. */
  readonly grace: number;
  readonly #pseudonyms: Pseudonyms;
  readonly #talk = new Talk();
  readonly #chronicle: Chronicle;
  readonly #seats: readonly string[];
  readonly #counted = new Map<PlayerId, Millis>();

  constructor(options: HostedOptions) {
    this.id = options.id;
    this.host = options.host;
    this.rules = options.rules;
    this.names = options.names;
    this.votes = options.votes;
    this.clock = options.clock;
    this.grace = options.rules.tunables.poll.grace;
    this.commitment = options.commitment;
    this.#pseudonyms = options.pseudonyms;
    this.#chronicle = options.chronicle;
    this.#seats = Array.from({ length: 8 }, (_, seat) => `bag:p${seat + 1}`);
    this.publisher = new Publisher({
      compute: (view) => this.view(view),
      animated: (view) => view === 'board' || view === 'log',
      clock: options.wall,
    });
    this.votes.follow(this.host.state);
    this.host.onCommit((commit) => this.#follow(commit));
    this.rooms.onChange(() => this.publisher.touch(['board']));
  }

  /** A view's data now; null if there is no such view. */
  view(name: string): unknown {
    if (name === 'log') return this.#chronicle.view();
    if (name === 'talk') return this.#talk.view();
    return computeView(name, {
      state: this.host.state,
      seq: this.host.seq,
      rules: this.rules,
      names: this.names,
      links: this.rooms.links(),
      chats: this.rooms.chats(),
      tally: this.votes.live(),
      commitment: this.commitment,
    });
  }

  /** Hands a command of somebody outside to the mailbox. The same (actor, id) acts once. */
  act({ id, as, command, people }: Act): Promise<Outcome> {
    const actor = this.actorOf(as);
    if (command.type === 'grantHelper') this.#meet(command.viewer, people?.[command.viewer]);
    const who = actor.by === 'viewer' ? this.names.of(actor.viewer) : undefined;
    return this.host.submit({ id, as: actor, command: this.#translate(command), ...(who ? { who } : {}) });
  }

  /** Platform ids become pseudonyms here and go no further. Remembers the name for show. */
  actorOf(as: Speaker): Actor {
    if ('admin' in as) return { by: 'admin' };
    if ('player' in as) return { by: 'player', player: as.player };
    const viewer = this.#pseudonyms(this.id, as.platform, as.user);
    const name = shownText(as.name, NAME_LENGTH) || viewer;
    this.names.put(viewer, { name, platform: as.platform, user: as.user });
    return { by: 'viewer', viewer, player: as.channel };
  }

  /** A viewer's key out of `platform:user`; what is a key already stays. */
  viewerKey(person: string): string {
    const colon = person.indexOf(':');
    if (person.startsWith('v_') || colon < 0) return person;
    return this.#pseudonyms(this.id, person.slice(0, colon), person.slice(colon + 1));
  }

  /** Somebody who was named before ever having spoken to the game. */
  #meet(person: string, name: string | undefined): void {
    const [platform = '', ...user] = person.split(':');
    const key = this.viewerKey(person);
    if (name && user.length > 0 && !this.names.has(key))
      this.names.put(key, { name, platform, user: user.join(':') });
  }

  #translate(command: Command): Command {
    if (command.type !== 'grantHelper' && command.type !== 'revokeHelper') return command;
    return { ...command, viewer: this.viewerKey(command.viewer) };
  }

  /** @returns how many of the ballots counted; null if the poll is not open. */
  cast(poll: string, ballots: readonly Ballot[]): number | null {
    const counted = this.votes.cast(this.host.state, poll, ballots, this.clock.now());
    if (counted) this.publisher.touch(['board']);
    return counted;
  }

  /** A line for the pages that show the chats. */
  say(line: Omit<TalkLine, 'n' | 'at'>): void {
    this.#talk.add({ at: this.clock.now(), ...line });
    this.publisher.touch(['talk']);
  }

  /** How many people write in a chat, as its process counts them; into the log only when it matters. */
  audience(player: PlayerId, active: number): void {
    const known = this.host.state.players[player]?.audience;
    const now = this.clock.now();
    if (known === undefined || !isLive(this.host.state)) return;
    if (Math.abs(active - known) <= known * AUDIENCE_SHARE) return;
    if (now - (this.#counted.get(player) ?? Number.NEGATIVE_INFINITY) < AUDIENCE_EVERY_MS) return;
    this.#counted.set(player, now);
    const request = asSystem(`audience ${player}`, { type: 'audience', player, active });
    // A count that could not be stored is followed by the next one.
    void this.host.submit(request).catch(() => null);
  }

  /** A line of the local chat: shown, and handed to the process that reads this chat. False if none does. */
  hear(player: PlayerId, line: LocalLine): boolean {
    const owner = line.roles.includes('broadcaster');
    const known = this.host.state.players[player]?.helpers[this.viewerKey(`local:${line.user}`)];
    const role = owner ? 'player' : known ? 'helper' : 'viewer';
    this.say({ player, from: line.name, role, text: line.text });
    return this.rooms.deliver(player, line);
  }

  #follow({ lines, state }: Commit): void {
    const moments = lines.map(momentOf);
    this.votes.follow(state);
    this.#chronicle.add(moments);
    this.publisher.touch(['board', 'leaderboard', 'log', ...this.#seats], moments);
  }

  async close(): Promise<void> {
    await this.host.close();
    this.publisher.close();
  }
}
