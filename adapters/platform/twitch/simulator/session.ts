/** One connected client, from CAP LS to the end, as Twitch's chat server treats it. */
import { type IrcLine, parseLine, type Tags, tagText } from './line.ts';
import type { Person } from './people.ts';
import type { World } from './world.ts';

/** The bytes below: a WebSocket or a TCP socket. */
export interface Wire {
  send(text: string): void;
  /** Sends the beginning of something that never ends. */
  sendHalf(text: string): void;
  /** Ends it politely. */
  end(): void;
  /** Ends it like a pulled cable. */
  cut(): void;
}

const HOST = 'tmi.twitch.tv';
const CAPS = ['twitch.tv/tags', 'twitch.tv/commands', 'twitch.tv/membership'];

export class Session {
  readonly wire: Wire;
  readonly #world: World;
  readonly #caps = new Set<string>();
  readonly channels = new Set<string>();
  #pass = '';
  #nick = '';
  #negotiating = false;
  #registered = false;
  /** Null for an anonymous reader. */
  person: Person | null = null;

  constructor(wire: Wire, world: World) {
    this.wire = wire;
    this.#world = world;
  }

  get registered(): boolean {
    return this.#registered;
  }

  /** Sends a line; tags and Twitch's own commands only to a client that asked for them. */
  tell(tags: Tags, line: string): void {
    const command = /^(?::\S+ )?(\S+)/.exec(line)?.[1] ?? '';
    const own = [
      'USERSTATE',
      'GLOBALUSERSTATE',
      'ROOMSTATE',
      'CLEARCHAT',
      'CLEARMSG',
      'RECONNECT',
      'USERNOTICE',
    ];
    const silent = own.includes(command) || (command === 'NOTICE' && tags['msg-id'] !== undefined);
    if (silent && !this.#caps.has('twitch.tv/commands')) return;
    this.wire.send(`${this.#caps.has('twitch.tv/tags') ? tagText(tags) : ''}${line}\r\n`);
  }

  notice(code: string, channel: string, text: string): void {
    this.tell({ 'msg-id': code }, `:${HOST} NOTICE #${channel} :${text}`);
  }

  receive(text: string): void {
    const line = parseLine(text);
    if (!line) return;
    switch (line.command) {
      case 'CAP':
        return this.#capability(line.params);
      case 'PASS':
        this.#pass = line.params[0] ?? '';
        return;
      case 'NICK':
        this.#nick = (line.params[0] ?? '').toLowerCase();
        return this.#register();
      case 'PING':
        return this.tell({}, `:${HOST} PONG ${HOST} :${line.params.at(-1) ?? ''}`);
      case 'USER':
      case 'PONG':
        return;
      case 'QUIT':
        return this.wire.end();
      default:
        if (this.#registered) this.#ordinary(line);
    }
  }

  #capability([command = '', ...params]: readonly string[]): void {
    const asked = (params.at(-1) ?? '').split(' ').filter(Boolean);
    switch (command.toUpperCase()) {
      case 'LS':
        this.#negotiating = true;
        return this.tell({}, `:${HOST} CAP * LS :${CAPS.join(' ')}`);
      case 'REQ': {
        const known = asked.every((cap) => CAPS.includes(cap));
        if (known) for (const cap of asked) this.#caps.add(cap);
        return this.tell({}, `:${HOST} CAP * ${known ? 'ACK' : 'NAK'} :${asked.join(' ')}`);
      }
      case 'END':
        this.#negotiating = false;
        return this.#register();
      default:
    }
  }

  #register(): void {
    if (this.#registered || this.#negotiating || this.#nick === '') return;
    if (!/^justinfan\d+$/.test(this.#nick)) {
      const refusal = this.#signIn();
      if (refusal) {
        this.tell({}, `:${HOST} NOTICE * :${refusal}`);
        return;
      }
    }
    this.#registered = true;
    for (const [number, text] of [
      ['001', ':Welcome, GLHF!'],
      ['002', `:Your host is ${HOST}`],
      ['003', ':This server is rather new'],
      ['004', ':-'],
      ['375', ':-'],
      ['372', ':You are in a maze of twisty passages, all alike.'],
      ['376', ':>'],
    ]) {
      this.tell({}, `:${HOST} ${number} ${this.#nick} ${text}`);
    }
    if (this.person) {
      const { id, name, color } = this.person;
      const tags = {
        'badge-info': '',
        badges: '',
        color,
        'display-name': name,
        'emote-sets': '0',
        'user-id': id,
      };
      this.tell({ ...tags, 'user-type': '' }, `:${HOST} GLOBALUSERSTATE`);
    }
  }

  #signIn(): string | null {
    if (!this.#pass.startsWith('oauth:')) return 'Improperly formatted AUTH';
    const grant = this.#world.people.living(this.#pass.slice('oauth:'.length));
    if (!grant?.person || !grant.scopes.includes('chat:read')) return 'Login authentication failed';
    this.person = grant.person;
    // Twitch takes the name from the token, whatever the client called itself.
    this.#nick = grant.person.login;
    return null;
  }

  #ordinary({ command, params, tags }: IrcLine): void {
    const channels = (params[0] ?? '').split(',').map((name) => name.replace(/^#/, '').toLowerCase());
    if (command === 'JOIN') for (const channel of channels) this.#join(channel);
    if (command === 'PART') for (const channel of channels) this.channels.delete(channel);
    if (command === 'PRIVMSG') this.#say(channels[0] ?? '', params[1] ?? '', tags);
  }

  #join(channel: string): void {
    const room = this.#world.rooms.get(channel);
    // Twitch gives no answer for a channel that is not there.
    if (!room) return;
    if (room.suspended) {
      return this.notice(
        'msg_channel_suspended',
        channel,
        'This channel does not exist or has been suspended.',
      );
    }
    if (this.person && room.banned.has(this.person.login)) {
      return this.notice('msg_banned', channel, `You are permanently banned from talking in ${channel}.`);
    }
    this.channels.add(channel);
    const nick = this.#nick;
    const me = `${nick}.${HOST}`;
    this.tell({}, `:${nick}!${nick}@${me} JOIN #${channel}`);
    this.tell({}, `:${me} 353 ${nick} = #${channel} :${nick}`);
    this.tell({}, `:${me} 366 ${nick} #${channel} :End of /NAMES list`);
    if (this.person) this.#userState(channel);
    const rules = { 'emote-only': room.emoteOnly, 'followers-only': -1, r9k: '0', 'room-id': room.owner.id };
    this.tell({ ...rules, slow: room.slow, 'subs-only': room.subsOnly }, `:${HOST} ROOMSTATE #${channel}`);
  }

  #userState(channel: string): void {
    if (!this.person) return;
    const { name, color, login } = this.person;
    const room = this.#world.rooms.get(channel);
    const owner = room?.owner.login === login;
    const mod = room?.moderators.has(login) ?? false;
    const badges = owner ? 'broadcaster/1' : mod ? 'moderator/1' : '';
    const tags = {
      'badge-info': '',
      badges,
      color,
      'display-name': name,
      'emote-sets': '0',
      mod,
      subscriber: '0',
    };
    this.tell({ ...tags, 'user-type': mod ? 'mod' : '' }, `:${HOST} USERSTATE #${channel}`);
  }

  #say(channel: string, text: string, tags: ReadonlyMap<string, string>): void {
    const room = this.#world.rooms.get(channel);
    // Twitch drops what an anonymous reader writes without a word.
    if (!this.person || !room) return;
    const verdict = room.judge(this.person, text, this.#world.limits);
    if (verdict) return this.notice(verdict.code, channel, verdict.text);
    this.#userState(channel);
    this.#world.accepted(this, {
      channel,
      login: this.person.login,
      text,
      replyTo: tags.get('reply-parent-msg-id'),
    });
  }
}
