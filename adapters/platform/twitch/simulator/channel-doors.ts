/** Users, the stream, polls and predictions of the simulated API. PLATFORMS 1.5. */
import { randomUUID } from 'node:crypto';
import { Refusal } from './fault.ts';
import { type Call, type Doors, mustBe, needs, wordIn } from './helix.ts';
import type { Reply } from './oauth.ts';
import type { Person } from './people.ts';
import type { World } from './world.ts';

export interface SimStream {
  live: boolean;
  startedAt: string;
  title: string;
  category: string;
}

export interface SimQuestion {
  readonly kind: 'poll' | 'prediction';
  readonly id: string;
  readonly owner: Person;
  readonly title: string;
  readonly choices: { readonly id: string; readonly title: string; votes: number }[];
  readonly duration: number;
  status: string;
  winner: string | null;
}

interface Asked {
  title?: string;
  choices?: { title?: string }[];
  outcomes?: { title?: string }[];
  duration?: number;
  prediction_window?: number;
}

export class ChannelDoors {
  readonly #world: World;
  /** Twitch's word for every channel here. */
  standing: () => string = () => 'affiliate';
  readonly #streams = new Map<string, SimStream>();
  readonly questions: SimQuestion[] = [];
  onEnd: (question: SimQuestion) => void = () => {};

  constructor(world: World) {
    this.#world = world;
  }

  get doors(): Doors {
    return {
      'GET users': (call) => this.#users(call),
      'GET streams': (call) => this.#streamsOf(call),
      'GET channels': (call) => this.#channels(call),
      'POST polls': (call) => this.#ask(call, 'poll'),
      'PATCH polls': (call) => this.#end(call, 'poll'),
      'POST predictions': (call) => this.#ask(call, 'prediction'),
      'PATCH predictions': (call) => this.#end(call, 'prediction'),
    };
  }

  stream(login: string): SimStream {
    const known = this.#streams.get(login);
    if (known) return known;
    const fresh = { live: false, startedAt: '', title: 'Играем', category: 'Just Chatting' };
    this.#streams.set(login, fresh);
    return fresh;
  }

  #users({ person, query }: Call): Reply {
    const logins = query.getAll('login');
    const ids = query.getAll('id');
    const { people } = this.#world;
    const found = [...logins.map((login) => people.byLogin(login)), ...ids.map((id) => people.byId(id))];
    const all = logins.length + ids.length === 0 ? [person] : found;
    const data = all.filter((one): one is Person => Boolean(one)).map((one) => this.#userBody(one));
    return { status: 200, body: { data } };
  }

  #userBody({ id, login, name }: Person): Record<string, string> {
    const own = this.#world.rooms.has(login) ? this.standing() : '';
    const about = { type: '', broadcaster_type: own, description: '', profile_image_url: '' };
    return { id, login, display_name: name, ...about, created_at: '2020-01-01T00:00:00Z' };
  }

  #streamsOf({ query }: Call): Reply {
    const person = this.#world.people.byId(query.get('user_id') ?? '');
    const stream = person && this.stream(person.login);
    if (!person || !stream?.live) return { status: 200, body: { data: [], pagination: {} } };
    const who = { id: `s${person.id}`, user_id: person.id, user_login: person.login, user_name: person.name };
    const what = { game_id: '1', game_name: stream.category, type: 'live', title: stream.title, tags: [] };
    const more = { viewer_count: 12, started_at: stream.startedAt, language: 'ru', thumbnail_url: '' };
    return { status: 200, body: { data: [{ ...who, ...what, ...more, is_mature: false }], pagination: {} } };
  }

  #channels({ query }: Call): Reply {
    const person = this.#world.people.byId(query.get('broadcaster_id') ?? '');
    if (!person) return { status: 200, body: { data: [] } };
    const { title, category } = this.stream(person.login);
    const who = { broadcaster_id: person.id, broadcaster_login: person.login, broadcaster_name: person.name };
    const what = { broadcaster_language: 'ru', game_id: '1', game_name: category, title, delay: 0, tags: [] };
    return { status: 200, body: { data: [{ ...who, ...what }] } };
  }

  #ask(call: Call, kind: SimQuestion['kind']): Reply {
    needs(call, `channel:manage:${kind}s`);
    const owner = mustBe(call, wordIn(call.body, 'broadcaster_id'), 'broadcaster_id');
    if (this.standing() === '')
      throw new Refusal(403, "The broadcaster doesn't have partner or affiliate status.");
    const { title = '', choices, outcomes, duration, prediction_window } = call.body as Asked;
    const all = (kind === 'poll' ? choices : outcomes) ?? [];
    const seconds = (kind === 'poll' ? duration : prediction_window) ?? 0;
    const [longest, most, least] = kind === 'poll' ? [60, 5, 15] : [45, 10, 30];
    const badChoice = all.some((one) => !one.title || [...one.title].length > 25);
    if (title === '' || [...title].length > longest || all.length < 2 || all.length > most || badChoice) {
      throw new Refusal(400, 'The title or the choices are not valid.');
    }
    if (seconds < least || seconds > 1800) throw new Refusal(400, 'The duration is not valid.');
    if (this.questions.some((one) => one.kind === kind && one.status === 'ACTIVE')) {
      throw new Refusal(400, `The broadcaster already has an active ${kind}.`);
    }
    const made: SimQuestion = {
      kind,
      owner,
      title,
      id: randomUUID(),
      choices: all.map((one) => ({ id: randomUUID(), title: one.title ?? '', votes: 0 })),
      duration: seconds,
      status: 'ACTIVE',
      winner: null,
    };
    this.questions.push(made);
    return { status: 200, body: { data: [questionBody(made)] } };
  }

  #end(call: Call, kind: SimQuestion['kind']): Reply {
    needs(call, `channel:manage:${kind}s`);
    mustBe(call, wordIn(call.body, 'broadcaster_id'), 'broadcaster_id');
    const one = this.questions.find((some) => some.id === call.body.id && some.kind === kind);
    if (!one) throw new Refusal(404, `The ${kind} was not found.`);
    if (one.status !== 'ACTIVE') throw new Refusal(400, `The ${kind} is not active.`);
    one.status = wordIn(call.body, 'status');
    one.winner = wordIn(call.body, 'winning_outcome_id') || null;
    this.onEnd(one);
    return { status: 200, body: { data: [questionBody(one)] } };
  }
}

export function questionBody(one: SimQuestion): Record<string, unknown> {
  const { kind, owner, id, title, duration, status, winner } = one;
  const who = { broadcaster_id: owner.id, broadcaster_login: owner.login, broadcaster_name: owner.name };
  const points = { channel_points_voting_enabled: false, channel_points_per_vote: 0 };
  const when = { started_at: new Date().toISOString(), created_at: new Date().toISOString(), ended_at: null };
  if (kind === 'poll') {
    const choices = one.choices.map((choice) => ({ ...choice, channel_points_votes: 0, bits_votes: 0 }));
    return { ...who, ...points, ...when, id, title, choices, duration, status };
  }
  const outcomes = one.choices.map(({ votes, ...choice }) => ({
    ...choice,
    users: votes,
    channel_points: votes * 10,
    top_predictors: null,
    color: 'BLUE',
  }));
  return {
    ...who,
    ...when,
    id,
    title,
    outcomes,
    prediction_window: duration,
    status,
    winning_outcome_id: winner,
  };
}
