/** What people and the streamer do at the simulated Twitch, as events. PLATFORMS 1.2, 1.5. */
import { type ChannelDoors, questionBody, type SimQuestion, type SimStream } from './channel-doors.ts';
import type { Hub, Publishing } from './hub.ts';
import type { Person, SimUser } from './people.ts';
import type { RewardDoors, SimRedemption, SimReward } from './reward-doors.ts';
import type { Line, SayOptions } from './speech.ts';
import type { World } from './world.ts';

interface Parts {
  readonly world: World;
  readonly hub: Hub;
  readonly rewards: RewardDoors;
  readonly channels: ChannelDoors;
}

export class Acts {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.channels.onEnd = (question) => this.#votes(question, 'end');
  }

  /** A line of the chat, as `channel.chat.message` has it. */
  chat({ channel, user, text, options }: Line & { options: SayOptions & { id: string } }): void {
    const { world, hub } = this.#parts;
    const person = world.people.of(user);
    const owner = world.room(channel).owner;
    const own = person.id === owner.id ? ['broadcaster/1'] : [];
    const badges = [...new Set([...own, ...(options.badges ?? [])])].map((badge) => {
      const [set_id = '', id = '1'] = badge.split('/');
      return { set_id, id, info: set_id === 'subscriber' ? id : '' };
    });
    const source = options.sourceChannel ? world.people.of(options.sourceChannel) : null;
    const parent = options.replyTo ? world.people.of(options.replyTo.user) : null;
    const words = parent ? `@${parent.name} ${text}` : text;
    const event = {
      ...named('broadcaster_user', owner),
      ...named('chatter_user', person),
      message_id: options.id,
      message: {
        text: words,
        fragments: [{ type: 'text', text: words, cheermote: null, emote: null, mention: null }],
      },
      message_type: 'text',
      badges,
      color: person.color,
      cheer: null,
      reply: parent && replyBody(parent, options.replyTo?.id ?? '', options.replyTo?.text ?? ''),
      channel_points_custom_reward_id: null,
      ...(source ? named('source_broadcaster_user', source) : NO_SOURCE),
      source_message_id: source ? options.id : null,
      source_badges: source ? badges : null,
      is_source_only: source ? false : null,
    };
    const about = { channel: owner.id, ...(options.sentAt === undefined ? {} : { at: options.sentAt }) };
    hub.publish('channel.chat.message', event, about);
    if (options.duplicate) hub.publish('channel.chat.message', event, about);
  }

  redeem(channel: string, reward: SimReward, user: string | SimUser, input: string): SimRedemption {
    const made = this.#parts.rewards.redeem(reward, this.#parts.world.people.of(user), input);
    const { id, title, cost, prompt } = reward;
    const event = {
      id: made.id,
      ...named('user', made.user),
      user_input: input,
      status: made.status.toLowerCase(),
      reward: { id, title, cost, prompt },
      redeemed_at: made.redeemedAt,
    };
    this.#tell(channel, 'channel.channel_points_custom_reward_redemption.add', event);
    return made;
  }

  /** Both events of one cheer, as at Twitch. */
  cheer(channel: string, user: string | SimUser | null, bits: number, message: string): void {
    const who = user === null ? ANONYMOUS : named('user', this.#parts.world.people.of(user));
    this.#tell(channel, 'channel.cheer', { ...who, is_anonymous: user === null, message, bits });
    const said = { text: message, fragments: [] };
    this.#tell(channel, 'channel.bits.use', { ...who, bits, type: 'cheer', message: said, power_up: null });
  }

  powerUp(channel: string, user: string | SimUser, bits: number): void {
    const who = named('user', this.#parts.world.people.of(user));
    const power_up = { type: 'message_effect', emote: null, message_effect_id: 'simmer' };
    this.#tell(channel, 'channel.bits.use', { ...who, bits, type: 'power_up', message: null, power_up });
  }

  subscribe(
    channel: string,
    user: string | SimUser,
    { gift = false, text }: { gift?: boolean; text?: string },
  ): void {
    const who = named('user', this.#parts.world.people.of(user));
    if (text === undefined) {
      return this.#tell(channel, 'channel.subscribe', { ...who, tier: '1000', is_gift: gift });
    }
    const message = { text, emotes: null };
    const months = { cumulative_months: 15, streak_months: 3, duration_months: 1 };
    this.#tell(channel, 'channel.subscription.message', { ...who, tier: '1000', message, ...months });
  }

  gift(channel: string, user: string | SimUser | null, total: number): void {
    const who = user === null ? ANONYMOUS : named('user', this.#parts.world.people.of(user));
    const about = { total, tier: '1000', cumulative_total: null, is_anonymous: user === null };
    this.#tell(channel, 'channel.subscription.gift', { ...who, ...about });
    for (let n = 1; n <= total; n++) this.subscribe(channel, `gifted_${n}`, { gift: true });
  }

  raid(channel: string, from: string | SimUser, viewers: number): void {
    const { world, hub } = this.#parts;
    const owner = world.room(channel).owner;
    const who = {
      ...named('from_broadcaster_user', world.people.of(from)),
      ...named('to_broadcaster_user', owner),
    };
    hub.publish('channel.raid', { ...who, viewers }, { channel: owner.id });
  }

  follow(channel: string, user: string | SimUser): void {
    const who = named('user', this.#parts.world.people.of(user));
    this.#tell(channel, 'channel.follow', { ...who, followed_at: new Date().toISOString() });
  }

  setLive(channel: string, live: boolean, about: Partial<Pick<SimStream, 'title' | 'category'>>): void {
    const stream = this.#parts.channels.stream(channel);
    Object.assign(stream, about);
    if (about.title !== undefined || about.category !== undefined) {
      const { title, category: category_name } = stream;
      const more = { language: 'ru', category_id: '1', content_classification_labels: [] };
      this.#tell(channel, 'channel.update', { title, category_name, ...more });
    }
    if (live === stream.live) return;
    stream.live = live;
    stream.startedAt = live ? new Date().toISOString() : '';
    if (!live) return this.#tell(channel, 'stream.offline', {});
    this.#tell(channel, 'stream.online', { id: '9001', type: 'live', started_at: stream.startedAt });
  }

  vote(question: SimQuestion, votes: readonly number[]): void {
    question.choices.forEach((choice, n) => {
      choice.votes = votes[n] ?? choice.votes;
    });
    this.#votes(question, 'progress');
  }

  #votes(question: SimQuestion, when: 'progress' | 'end'): void {
    const event = { ...named('broadcaster_user', question.owner), ...questionBody(question) };
    this.#parts.hub.publish(`channel.${question.kind}.${when}`, event, { channel: question.owner.id });
  }

  /** An event of any kind, with the channel's names in it. */
  #tell(
    channel: string,
    type: string,
    event: Readonly<Record<string, unknown>>,
    about?: Partial<Publishing>,
  ): void {
    const { world, hub } = this.#parts;
    const owner = world.room(channel).owner;
    hub.publish(type, { ...named('broadcaster_user', owner), ...event }, { channel: owner.id, ...about });
  }
}

const ANONYMOUS = { user_id: null, user_login: null, user_name: null };
const NO_SOURCE = {
  source_broadcaster_user_id: null,
  source_broadcaster_user_login: null,
  source_broadcaster_user_name: null,
};

function named(prefix: string, { id, login, name }: Person): Record<string, string> {
  return { [`${prefix}_id`]: id, [`${prefix}_login`]: login, [`${prefix}_name`]: name };
}

function replyBody(parent: Person, id: string, body: string): Record<string, string> {
  const about = { parent_message_id: id, parent_message_body: body, thread_message_id: id };
  return { ...about, ...named('parent_user', parent), ...named('thread_user', parent) };
}
