/** Writing, deleting and silencing by the simulated API. PLATFORMS 1.4. */
import { Refusal } from './fault.ts';
import { type Call, type Doors, mustBe, needs, wordIn } from './helix.ts';
import type { Reply } from './oauth.ts';
import { LONGEST_TEXT, type Room } from './room.ts';
import { cleared } from './speech.ts';
import type { World } from './world.ts';

export interface Penalty {
  readonly user: string;
  readonly seconds: number | null;
  readonly reason: string;
}

export class ChatDoors {
  readonly #world: World;
  readonly penalties: Penalty[] = [];
  readonly deleted: string[] = [];
  /** The next bans meet somebody else's change. */
  conflicts = 0;

  constructor(world: World) {
    this.#world = world;
  }

  get doors(): Doors {
    return {
      'POST chat/messages': (call) => this.#say(call),
      'DELETE moderation/chat': (call) => this.#delete(call),
      'POST moderation/bans': (call) => this.#ban(call),
    };
  }

  #room(id: string | null): Room {
    const owner = this.#world.people.byId(id ?? '');
    const room = owner && this.#world.rooms.get(owner.login);
    if (!room) throw new Refusal(400, 'The ID in broadcaster_id is not valid.');
    return room;
  }

  /** The fields may stand in the body, as documented, or in the address, as the library puts them. */
  #say(call: Call): Reply {
    const { query, body, person } = call;
    const field = (key: string) => wordIn(body, key) || query.get(key) || '';
    const room = this.#room(field('broadcaster_id'));
    const sender = this.#world.people.byId(field('sender_id'));
    if (!sender) throw new Refusal(400, 'The ID in sender_id is not valid.');
    if (person) {
      needs(call, 'user:write:chat');
      mustBe(call, sender.id, 'sender_id');
    } else this.#mayByApp(sender.id, room);
    const text = wordIn(body, 'message');
    if (text.trim() === '') throw new Refusal(400, 'The message field is required.');
    if ([...text].length > LONGEST_TEXT) throw new Refusal(422, 'The message is too large.');
    if (room.banned.has(sender.login)) {
      throw new Refusal(
        403,
        "The sender is not permitted to send chat messages to the broadcaster's chat room.",
      );
    }
    const verdict = room.judge(sender, text, this.#world.limits);
    if (verdict) {
      const reason = { code: verdict.code, message: verdict.text };
      return { status: 200, body: { data: [{ message_id: '', is_sent: false, drop_reason: reason }] } };
    }
    const replyTo = wordIn(body, 'reply_parent_message_id') || undefined;
    const id = this.#world.accepted(null, { channel: room.name, login: sender.login, text, replyTo });
    return { status: 200, body: { data: [{ message_id: id, is_sent: true, drop_reason: null }] } };
  }

  /** An app may write for a bot that agreed, where the streamer agreed. */
  #mayByApp(sender: string, room: Room): void {
    const agreed = (user: string, scope: string) =>
      [...this.#world.people.grants.values()].some(
        (grant) => grant.person?.id === user && grant.scopes.includes(scope),
      );
    if (!agreed(sender, 'user:bot') || !agreed(room.owner.id, 'channel:bot')) {
      throw new Refusal(403, 'The app is not permitted to write as this user here.');
    }
  }

  #order(call: Call, scope: string): Room {
    needs(call, scope);
    const moderator = mustBe(call, call.query.get('moderator_id'), 'moderator_id');
    const room = this.#room(call.query.get('broadcaster_id'));
    if (!room.isModerator(moderator.login)) {
      throw new Refusal(403, "The user is not one of the broadcaster's moderators.");
    }
    return room;
  }

  #delete(call: Call): Reply {
    const room = this.#order(call, 'moderator:manage:chat_messages');
    const id = call.query.get('message_id');
    if (!id) throw new Refusal(400, 'this simulator does not clear a whole chat');
    if (this.deleted.includes(id)) throw new Refusal(404, 'The ID in message_id was not found.');
    this.deleted.push(id);
    cleared(this.#world, room.name, { id });
    return { status: 204 };
  }

  #ban(call: Call): Reply {
    const room = this.#order(call, 'moderator:manage:banned_users');
    if (this.conflicts > 0) {
      this.conflicts -= 1;
      throw new Refusal(409, "You may not update the user's ban state while someone else is updating it.");
    }
    const data = (call.body.data ?? {}) as Readonly<Record<string, unknown>>;
    const person = this.#world.people.byId(wordIn(data, 'user_id'));
    if (!person) throw new Refusal(400, 'The ID in user_id is not valid.');
    const duration = typeof data.duration === 'number' ? data.duration : null;
    if (duration !== null && (duration < 1 || duration > 1_209_600)) {
      throw new Refusal(400, 'The value in the duration field is not valid.');
    }
    if (room.banned.has(person.login)) {
      throw new Refusal(400, 'The user specified in the user_id field is already banned.');
    }
    if (duration === null) room.banned.add(person.login);
    else room.timedOut.set(person.login, Date.now() + duration * 1000);
    this.penalties.push({ user: person.id, seconds: duration, reason: wordIn(data, 'reason') });
    const until = duration === null ? null : new Date(Date.now() + duration * 1000).toISOString();
    const who = { broadcaster_id: room.owner.id, moderator_id: call.person?.id, user_id: person.id };
    return {
      status: 200,
      body: { data: [{ ...who, created_at: new Date().toISOString(), end_time: until }] },
    };
  }
}
