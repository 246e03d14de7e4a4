/** Who is who in one game: from what a client says of a speaker to the actor of a command. */
import type { Actor, CommandType } from '../engine/commands.ts';
import type { GameState, Millis, PlayerId, ViewerKey } from '../engine/state.ts';
import type { Speaker } from '../protocol/wire.ts';
import type { Pseudonyms } from './identity.ts';
import type { Names } from './names.ts';
import { isSeat, type Persons, seatIdentity, standsFor } from './persons.ts';
import { isKey, type Self, Selves, trusted } from './selves.ts';
import { shownText } from './talk.ts';

const NAME_LENGTH = 25;

export interface CastOptions {
  readonly game: string;
  readonly persons: Persons;
  readonly pseudonyms: Pseudonyms;
  readonly names: Names;
  readonly state: () => GameState;
  readonly now: () => Millis;
}

export class Cast {
  readonly #options: CastOptions;
  readonly #selves: Selves;

  constructor(options: CastOptions) {
    this.#options = options;
    this.#selves = new Selves(options.game, options.persons, options.pseudonyms);
  }

  /**
   * Platform ids become pseudonyms here and go no further. Remembers the name for show. Who is linked to the player of
   * this chat speaks as that player, but pays as a viewer; in other chats a player's person is a viewer like others.
   */
  actorOf(as: Speaker, command?: CommandType): Actor {
    if ('admin' in as) return { by: 'admin' };
    if ('player' in as) return { by: 'player', player: as.player };
    const { platform, user, channel } = as;
    const identity = `${platform}:${user}`;
    if (command !== 'redeem' && this.#selves.seat(identity) === channel)
      return { by: 'player', player: channel };
    const self = this.#selfFor(identity, channel);
    const viewer = self?.key ?? this.#selves.keyOf(identity);
    // A name belongs to its identity: who speaks under another one's key does not rename it.
    if (self && self.identity !== identity) this.meet(self.identity, self.name);
    else {
      const name = shownText(as.name, NAME_LENGTH) || viewer;
      this.#options.names.put(viewer, { name, platform, user });
    }
    return { by: 'viewer', viewer, player: channel };
  }

  /** All of the person who speaks, seats included. */
  identitiesOf(as: Speaker): readonly string[] {
    if (!('user' in as)) return [];
    const identity = `${as.platform}:${as.user}`;
    const known = this.#options.persons.of(identity) ?? [];
    return [identity, ...known.map((one) => one.identity)];
  }

  /** Actors as whom a linked speaker may have sent the same id before the people were linked; none for all others. */
  formerly(as: Speaker): readonly Actor[] {
    if (!('user' in as)) return [];
    const selves = this.#selves.of(`${as.platform}:${as.user}`) ?? [];
    return selves.map(({ key }) => ({ by: 'viewer', viewer: key, player: as.channel }));
  }

  /**
   * `platform:user`, or any key of a person → the key that counts with this player, then others of the same person
   * that have rights too.
   */
  keysFor(person: string, player: PlayerId): readonly [ViewerKey, ...ViewerKey[]] {
    const identity = isKey(person) ? this.#identityOf(person) : person;
    const self = identity === undefined ? undefined : this.#selfFor(identity, player);
    if (identity === undefined || !self) return [isKey(person) ? person : this.#selves.keyOf(person)];
    const held = this.#trusted(this.#selves.of(identity) ?? [], player);
    return [self.key, ...held.map(({ key }) => key).filter((key) => key !== self.key)];
  }

  /** Other names of the person behind a key. */
  alsoOf(key: ViewerKey): readonly string[] {
    const identity = this.#identityOf(key);
    const selves = identity === undefined ? null : this.#selves.of(identity);
    return (selves ?? []).filter((self) => self.key !== key).map(({ name }) => name);
  }

  /** Somebody who was named before ever having spoken to the game. */
  meet(identity: string, name: string | undefined): void {
    const { names } = this.#options;
    const [platform = '', ...user] = identity.split(':');
    if (!name || user.length === 0 || isKey(identity)) return;
    const key = this.#selves.keyOf(identity);
    if (!names.has(key)) names.put(key, { name, platform, user: user.join(':') });
  }

  /** Players to whom it matters who this is: the one whose seat it is, those whose helper it is. None after the end. */
  stakes(identity: string): readonly PlayerId[] {
    const { status, order, players } = this.#options.state();
    if (status === 'finished' || status === 'cancelled') return [];
    if (isSeat(identity))
      return order.filter((player) => seatIdentity(this.#options.game, player) === identity);
    const key = this.#selves.keyOf(identity);
    return order.filter((player) => Object.hasOwn(players[player]?.helpers ?? {}, key));
  }

  /** Everybody who has spoken here and is linked, each once under all own pseudonyms; whoever holds a seat is not among them. */
  linkedViewers(): readonly (readonly ViewerKey[])[] {
    const { names, persons } = this.#options;
    const found = new Map<string, readonly ViewerKey[]>();
    for (const key of Object.keys(names.all())) {
      const identity = this.#identityOf(key);
      const known = identity === undefined ? null : persons.of(identity);
      if (identity === undefined || !known || known.some((one) => isSeat(one.identity))) continue;
      found.set(
        standsFor(known),
        (this.#selves.of(identity) ?? []).map((self) => self.key),
      );
    }
    return [...found.values()].filter((keys) => keys.length > 0);
  }

  /** These are linked, or were until now: their keys are known from here on. */
  learn(identities: readonly string[]): void {
    for (const identity of identities) this.#selves.of(identity);
  }

  #identityOf(key: ViewerKey): string | undefined {
    return this.#options.names.identityOf(key) ?? this.#selves.ownerOf(key);
  }

  /** Of several with rights the first: a person has one grant, and none is lost. Without any, the one linked first. */
  #selfFor(identity: string, player: PlayerId): Self | undefined {
    const selves = this.#selves.of(identity);
    return selves ? (this.#trusted(selves, player)[0] ?? selves[0]) : undefined;
  }

  #trusted(selves: readonly Self[], player: PlayerId): readonly Self[] {
    const { state, now } = this.#options;
    return trusted(selves, { state: state(), player, now: now() });
  }
}
