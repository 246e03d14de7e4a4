/** One game as the gateway sees it: its mailbox, its views, its votes, its chats, and who is there. */
import type { Actor, Command, CommandType } from '../engine/commands.ts';
import type { Rules } from '../engine/rules.ts';
import type { Millis, PlayerId } from '../engine/state.ts';
import { rulesNow } from '../engine/tuning/rules-now.ts';
import { type WhatIf, whatIf } from '../engine/tuning/what-if.ts';
import { type Odds, oddsOf } from '../engine/why/odds.ts';
import type { AskAnswer } from '../protocol/asks.ts';
import type { TalkLine } from '../protocol/views.ts';
import type { Ballot, Speaker } from '../protocol/wire.ts';
import { isAfterEnd, type Payment } from './after-end.ts';
import { type Asking, Asks } from './asks.ts';
import type { Beside } from './beside.ts';
import { Cast } from './cast.ts';
import { type Chronicle, momentOf } from './chronicle.ts';
import type { Clock } from './clock.ts';
import { asSystem, isLive } from './deadlines.ts';
import type { GameHost } from './game/game-host.ts';
import type { Commit, Outcome, Refused } from './game/outcome.ts';
import type { Pseudonyms } from './identity.ts';
import { type FindWords, MonsterWords } from './monster-words.ts';
import type { Names } from './names.ts';
import { Past } from './past.ts';
import type { Change, Persons } from './persons.ts';
import { Publisher } from './publish/publisher.ts';
import { type LocalLine, Rooms } from './rooms.ts';
import { Speeches } from './speech.ts';
import { Talk } from './talk.ts';
import { computeView } from './views.ts';
import type { Votes } from './votes.ts';

/** A change of less than this share of the audience is not worth a line of the log, nor are two within this time. */
const AUDIENCE_SHARE = 0.2;
const AUDIENCE_EVERY_MS = 30_000;
/** Nor is a change of the chats' lag of less than so many seconds. */
const LAG_STEP = 2;

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
  /** What stands beside the log. */
  readonly beside: Beside;
  /** Absent: the faces name monsters by the pack alone. */
  readonly findWords?: FindWords | undefined;
}

const NOTES = 'notes:';

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
  /** What players say to each other. */
  readonly speeches: Speeches;
  readonly beside: Beside;
  readonly #asks: Asks;
  readonly #past: Past;
  readonly #talk = new Talk();
  readonly #chronicle: Chronicle;
  readonly #words: MonsterWords | null;
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
    this.speeches = new Speeches({
      ...{ rules: options.rules, rooms: this.rooms, now },
      state: () => this.host.state,
      name: (player) => names.of(player),
      talk: (line) => this.say(line),
    });
    const { findWords } = options;
    this.#words = findWords ? new MonsterWords(findWords, () => this.publisher.touch(['board'])) : null;
    this.beside = options.beside;
    this.#asks = new Asks({
      ...{ beside: options.beside, now },
      actorOf: (as) => this.actorOf(as),
      nameOf: (as) => ('name' in as ? as.name : 'player' in as ? names.of(as.player) : ''),
      onNotes: (player) => this.publisher.touch([`notes:${player}`]),
    });
    this.votes.follow(this.host.state);
    this.#past = new Past(this.host.state);
    this.host.onCommit((commit) => this.#follow(commit));
    this.rooms.onChange(() => this.publisher.touch(['board']));
  }

  /** A view's data now; null if there is no such view. */
  view(name: string): unknown {
    if (name === 'log') return this.#chronicle.view();
    if (name === 'talk') return this.#talk.view();
    if (name.startsWith(NOTES)) return this.#notesOf(name.slice(NOTES.length));
    return computeView(name, {
      state: this.host.state,
      seq: this.host.seq,
      rules: this.rules,
      names: this.names,
      links: this.rooms.links(),
      chats: this.rooms.chats(),
      tally: this.votes.live(),
      ...(this.#words ? { named: this.#words.view() } : {}),
      commitment: this.commitment,
      alsoOf: (key) => this.people.alsoOf(key),
      unsettled: (owed, player) => this.beside.afterEnd.unsettled(owed, player),
    });
  }

  #notesOf(player: PlayerId): unknown {
    return Object.hasOwn(this.host.state.players, player) ? this.beside.notes.view(player) : null;
  }

  /** A word for the dice, a receipt, a note. @throws the driver's error if it could not be stored. */
  ask(asking: Asking): Promise<AskAnswer> {
    return this.#asks.ask(asking);
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

  /** What a command of the admin would touch, worked out on the side; an undo comes with the changes it stands for. */
  whatIf(
    command: Command,
  ): (WhatIf & { readonly command: Command; readonly left: readonly string[] }) | Refused {
    const made = this.#madeGood(command);
    if (made === null) return { ok: false, code: 'no-undo', args: {} };
    const envelope = { at: this.clock.now(), as: { by: 'admin' }, command: made.command } as const;
    const seen = whatIf(this.host.state, envelope, this.rules);
    if ('refused' in seen) return { ok: false, code: seen.code, args: seen.args };
    return { ...seen, ...made };
  }

  /** "Undo" becomes the correction that makes good for it; every other command stays as it is. Null: nothing to undo. */
  #madeGood(command: Command): { readonly command: Command; readonly left: readonly string[] } | null {
    if (command.type !== 'correct' || command.changes.length > 0) return { command, left: [] };
    const { undoes, of, ...rest } = command;
    const plan = this.#past.plan(
      { ...(undoes === undefined ? { player: of } : { seq: undoes }) },
      this.host.state,
    );
    if (plan === null || plan.changes.length === 0) return null;
    return { command: { ...rest, changes: plan.changes, undoes: plan.seq }, left: plan.left };
  }

  /** The chance of every total and every cell for this player's next roll with these dice; null for a stranger. */
  odds(player: PlayerId, boosters: readonly number[]): Odds | null {
    const { state } = this.host;
    if (!Object.hasOwn(state.players, player) || state.status === 'lobby') return null;
    return oddsOf({ state, rules: rulesNow(state, this.rules), player, boosters });
  }

  #act({ id, as, command: said, people }: Act): Promise<Outcome> {
    const made = 'admin' in as ? this.#madeGood(said) : { command: said };
    if (made === null) return Promise.resolve({ ok: false, code: 'no-undo', args: {} });
    const { command } = made;
    const actor = this.#refereeFor(as, command) ?? this.actorOf(as, command.type);
    const who = actor.by === 'viewer' || actor.by === 'referee' ? this.names.of(actor.viewer) : undefined;
    if (isAfterEnd(this.host.state, command)) return this.#afterEnd(id, actor, command);
    const submit: Submit = (own, said) =>
      this.host.submit({ id: own, as: actor, command: said, ...(who ? { who } : {}) });
    if (command.type !== 'grantHelper' && command.type !== 'revokeHelper') return submit(id, command);
    if (command.type === 'grantHelper') this.people.meet(command.viewer, people?.[command.viewer]);
    const player = actor.by === 'player' ? actor.player : '';
    const [viewer, ...others] = this.people.keysFor(command.viewer, player);
    const done = submit(id, { ...command, viewer });
    return others.length > 0 ? this.#onlyOne(id, { done, others, submit }) : done;
  }

  /** Who acts as a referee with this command; null for everybody else, and for all that no referee does. */
  #refereeFor(as: Speaker, command: Command): Actor | null {
    if (!('user' in as) || !this.beside.referees.may(command, as, this.people.identitiesOf(as))) return null;
    const actor = this.actorOf({ ...as });
    return actor.by === 'viewer' ? { by: 'referee', viewer: actor.viewer } : null;
  }

  /** The log of a game that is over takes no payment any more; what it had taken it answers as then. */
  async #afterEnd(id: string, as: Actor, command: Payment): Promise<Outcome> {
    const first = await this.host.recall(as, id);
    if (first?.ok) return first;
    const { state, seq } = this.host;
    const done = await this.beside.afterEnd.take(command, { as, state, seq, at: this.clock.now() });
    if (done.ok && 'player' in as) this.publisher.touch([`bag:${as.player}`]);
    return done;
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
    const lag = this.#lagOf(player);
    const slower = lag !== null && Math.abs(lag - (this.host.state.players[player]?.lag ?? 0)) >= LAG_STEP;
    if (!slower && Math.abs(active - known) <= known * AUDIENCE_SHARE) return;
    if (now - (this.#counted.get(player) ?? Number.NEGATIVE_INFINITY) < AUDIENCE_EVERY_MS) return;
    this.#counted.set(player, now);
    const measured = lag === null ? {} : { lag };
    const request = asSystem(`audience ${player}`, { type: 'audience', player, active, ...measured });
    // A count that could not be stored is followed by the next one.
    void this.host.submit(request).catch(() => null);
  }

  /** Whole seconds within which the lines of this player's slowest chat come; null before any was measured. */
  #lagOf(player: PlayerId): number | null {
    const lags = (this.rooms.chats()[player] ?? []).flatMap(({ lag }) => (lag === null ? [] : [lag]));
    return lags.length > 0 ? Math.ceil(Math.max(...lags)) : null;
  }

  /** Calls a jury for each game that was just contested; where too few people are linked, the own chat's vote stands. */
  #callJuries(lines: Commit['lines']): void {
    for (const event of lines.flatMap(({ events }) => events)) {
      if (event.type !== 'contested') continue;
      const { player, n } = event;
      const candidates = this.people.linkedViewers();
      const request = asSystem(`summon ${player} ${n}`, { type: 'summon', player, n, candidates });
      void this.host.submit(request).catch(() => null);
    }
  }

  /** A line of the local chat: shown, and handed to the process that reads this chat. False if none does. */
  hear(player: PlayerId, line: LocalLine): boolean {
    const owner = line.roles.includes('broadcaster');
    const known = this.host.state.players[player]?.helpers[this.viewerKey(`local:${line.user}`, player)];
    const role = owner ? 'player' : known ? 'helper' : 'viewer';
    this.say({ player, from: line.name, role, text: line.text });
    return this.rooms.deliver(player, line);
  }

  #follow(commit: Commit): void {
    const { lines, state } = commit;
    this.#past.add(commit);
    const moments = lines.map(momentOf);
    this.beside.receipts.note(lines.flatMap(({ events }) => events));
    this.votes.follow(state);
    this.#callJuries(lines);
    for (const { events } of lines) this.#words?.meet(events);
    this.#chronicle.add(moments);
    this.publisher.touch(['board', 'leaderboard', 'log', ...this.#seats], moments);
  }

  async close(): Promise<void> {
    await this.host.close();
    this.publisher.close();
  }
}
