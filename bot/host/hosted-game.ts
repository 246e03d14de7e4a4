/** One game as the gateway sees it: its mailbox, its views, its votes, its chats, and who is there. */
import type { Actor, Command, CommandType } from '../engine/commands.ts';
import type { Rules } from '../engine/rules.ts';
import type { Millis, PlayerId } from '../engine/state.ts';
import type { TalkLine } from '../protocol/views.ts';
import type { Ballot, Speaker } from '../protocol/wire.ts';
import { Cast } from './cast.ts';
import { type Chronicle, momentOf } from './chronicle.ts';
import type { Clock } from './clock.ts';
import { asSystem, isLive } from './deadlines.ts';
import type { GameHost } from './game/game-host.ts';
import type { Commit, Outcome } from './game/outcome.ts';
import type { Pseudonyms } from './identity.ts';
import type { Names } from './names.ts';
import type { Change, Persons } from './persons.ts';
import { Publisher } from './publish/publisher.ts';
import { type LocalLine, Rooms } from './rooms.ts';
import { Talk } from './talk.ts';
import { computeView } from './views.ts';
import type { Votes } from './votes.ts';

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
  readonly persons: Persons;
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

type Submit = (id: string, command: Command) => Promise<Outcome>;

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
  readonly people: Cast;
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
    this.#chronicle = options.chronicle;
    this.#seats = Array.from({ length: 8 }, (_, seat) => `bag:p${seat + 1}`);
    const { id, persons, pseudonyms, names } = options;
    const now = () => this.clock.now();
    this.people = new Cast({
      ...{ game: id, persons, pseudonyms, names, now },
      state: () => this.host.state,
    });
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
      alsoOf: (key) => this.people.alsoOf(key),
    });
  }

  /** Hands a command of somebody outside to the mailbox. The same (actor, id) acts once. */
  act(act: Act): Promise<Outcome> {
    const former = this.people.formerly(act.as);
    return former.length > 0 ? this.#actOnce(act, former) : this.#act(act);
  }

  /** Who was linked between a message and its repetition would act twice, under two names. */
  async #actOnce(act: Act, former: readonly Actor[]): Promise<Outcome> {
    for (const actor of former) {
      const first = await this.host.recall(actor, act.id);
      if (first) return first;
    }
    return this.#act(act);
  }

  #act({ id, as, command, people }: Act): Promise<Outcome> {
    const actor = this.actorOf(as, command.type);
    const who = actor.by === 'viewer' ? this.names.of(actor.viewer) : undefined;
    const submit: Submit = (own, said) =>
      this.host.submit({ id: own, as: actor, command: said, ...(who ? { who } : {}) });
    if (command.type !== 'grantHelper' && command.type !== 'revokeHelper') return submit(id, command);
    if (command.type === 'grantHelper') this.people.meet(command.viewer, people?.[command.viewer]);
    const player = actor.by === 'player' ? actor.player : '';
    const [viewer, ...others] = this.people.keysFor(command.viewer, player);
    const done = submit(id, { ...command, viewer });
    return others.length > 0 ? this.#onlyOne(id, { done, others, submit }) : done;
  }

  /** What a player says of a person holds for all of it: rights under another name would come to light later. */
  async #onlyOne(
    id: string,
    about: { done: Promise<Outcome>; others: readonly string[]; submit: Submit },
  ): Promise<Outcome> {
    const outcome = await about.done;
    if (!outcome.ok) return outcome;
    for (const viewer of about.others)
      await about.submit(`${id} ${viewer}`, { type: 'revokeHelper', viewer });
    return outcome;
  }

  actorOf(as: Speaker, command?: CommandType): Actor {
    return this.people.actorOf(as, command);
  }

  /** A viewer's key out of `platform:user`: the one that has rights from this player, if one is named. */
  viewerKey(person: string, player: PlayerId = ''): string {
    return this.people.keysFor(person, player)[0];
  }

  /** People became one, or parted. */
  relinked({ identities, joined }: Change): void {
    this.people.learn(identities);
    const votes = joined.map((one) => this.votes.join(one));
    this.publisher.touch(votes.includes(true) ? ['board', ...this.#seats] : this.#seats);
  }

  /** @returns how many of the ballots counted; null if the poll is not open. */
  cast(poll: string, ballots: readonly Ballot[]): number | null {
    const counted = this.votes.cast(this.host.state, poll, ballots, this.clock.now());
    if (counted) this.publisher.touch(['board']);
    return counted;
  }

  /** Takes a ballot back; the person has one under another id. */
  withdraw(poll: string, voter: string): void {
    if (this.votes.withdraw(poll, voter)) this.publisher.touch(['board']);
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
    const known = this.host.state.players[player]?.helpers[this.viewerKey(`local:${line.user}`, player)];
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
