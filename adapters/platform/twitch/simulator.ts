/**
 * A Twitch for tests and rehearsals: its chat, its API, its sign-in and its events over the transports that the product
 * uses, with the refusals and limits of the real one, and its bad days. Listens on 127.0.0.1 only; nothing is left
 * after `close`. Written from PLATFORMS chapter 1 and 9.
 */
import { type Doors, EVENTS_PATH, openDoors } from './simulator/doors.ts';
import { CLIENT_ID, CLIENT_SECRET } from './simulator/people.ts';
import { cleared, spokenLine } from './simulator/speech.ts';
import type {
  Addresses,
  ChatSurface,
  MoneySurface,
  SignInSurface,
  StageSurface,
  Surface,
  TroubleSurface,
} from './simulator/surface.ts';
import { buildTown, type Town } from './simulator/town.ts';

export type TwitchSimulator = Surface;

/** How many of the next connections are refused. */
interface Refusing {
  chat: number;
  events: number;
}

export async function startTwitchSimulator(): Promise<TwitchSimulator> {
  const town = buildTown();
  const { world, web, hub } = town;
  const refusing: Refusing = { chat: 0, events: 0 };
  const timers = new Set<NodeJS.Timeout>();
  const admitting = (which: keyof Refusing) => () => {
    refusing[which] -= 1;
    return refusing[which] < 0;
  };
  const doors = await openDoors({
    world,
    hub,
    answer: web.answer,
    admits: admitting('chat'),
    admitsEvents: admitting('events'),
  });
  const addresses = addressesOf(doors);
  return {
    ...addresses,
    ...chat(town),
    ...signIn(town),
    ...money(town),
    ...stage(town),
    ...trouble(town, refusing, timers),
    events: events(town, refusing, addresses.eventsubUrl),
    close: async () => {
      for (const timer of timers) clearTimeout(timer);
      hub.stop();
      await doors.close();
    },
  };
}

function addressesOf({ port, tcpPort }: Doors): Addresses {
  return {
    ircUrl: `ws://127.0.0.1:${port}`,
    tcpUrl: `irc://127.0.0.1:${tcpPort}`,
    apiUrl: `http://127.0.0.1:${port}/helix`,
    authUrl: `http://127.0.0.1:${port}/oauth2`,
    eventsubUrl: `ws://127.0.0.1:${port}${EVENTS_PATH}`,
  };
}

function chat({ world, acts, chat: doors }: Town): ChatSurface {
  const inside = (channel: string) => [...world.sessions].filter(({ channels }) => channels.has(channel));
  return {
    limits: world.limits,
    open: (channel) => void world.room(world.people.of(channel).login),
    say: (given, user, text, options = {}) => {
      const channel = given.replace(/^#/, '').toLowerCase();
      const id = spokenLine(world, { channel, user, text, options });
      acts.chat({ channel, user, text, options: { ...options, id } });
      return id;
    },
    raw: (channel, line) => {
      for (const session of inside(channel)) session.wire.send(`${line}\r\n`);
    },
    sent: () => world.sent,
    spoken: () => world.spoken,
    readers: (channel) => inside(channel).length,
    connections: () => world.sessions.size,
    moderator: (channel, login) => void world.room(channel).moderators.add(login),
    ban: (channel, login) => void world.room(channel).banned.add(login),
    timeout: (channel, login, seconds) => {
      world.room(channel).timedOut.set(login, Date.now() + seconds * 1000);
      cleared(world, channel, { login, seconds });
    },
    rules: (channel, rules) => void Object.assign(world.room(channel), rules),
    rateLimit: (lines) => {
      world.limits.lines = lines;
    },
    clear: (channel, what) => cleared(world, channel, what),
    penalties: () => doors.penalties,
    deleted: () => doors.deleted,
    conflictBans: (times) => {
      doors.conflicts = times;
    },
  };
}

function signIn({ world, oauth }: Town): SignInSurface {
  return {
    client: { id: CLIENT_ID, secret: CLIENT_SECRET },
    token: (token, about) => world.people.grant(token, about),
    expire: (token) => {
      const grant = world.people.grants.get(token);
      if (grant) grant.expired = true;
    },
    decide: (userCode, as) => oauth.decide(userCode, as),
    consenting: (login) => {
      oauth.consenting = login;
    },
  };
}

function money({ world, acts, rewards }: Town): MoneySurface {
  return {
    rewards: () => rewards.rewards,
    foreignReward: (channel, title, cost) =>
      rewards.make(world.room(channel).owner, { title, cost, ours: false }),
    redeem: (channel, wanted, user, input = '') => {
      const reward = rewards.rewards.find(({ id, title }) => id === wanted || title === wanted);
      if (!reward) throw new Error(`no reward ${wanted}`);
      return acts.redeem(channel, reward, user, input).id;
    },
    redemptions: () => [...rewards.redemptions.values()],
    settleByHand: (id, status) => {
      const one = rewards.redemptions.get(id);
      if (one) Object.assign(one, { status, changes: one.changes + 1 });
    },
    standing: (word) => {
      rewards.standing = word;
    },
    pageSize: (size) => {
      rewards.pageSize = size;
    },
    cheer: (channel, user, bits, text = '') => acts.cheer(channel, user, bits, text),
    powerUp: (channel, user, bits) => acts.powerUp(channel, user, bits),
    sub: (channel, user, text) => acts.subscribe(channel, user, text === undefined ? {} : { text }),
    gift: (channel, user, total) => acts.gift(channel, user, total),
  };
}

function stage({ acts, channels }: Town): StageSurface {
  return {
    raid: (channel, from, viewers) => acts.raid(channel, from, viewers),
    follow: (channel, user) => acts.follow(channel, user),
    setLive: (channel, live, about = {}) => acts.setLive(channel, live, about),
    questions: () => channels.questions,
    vote: (id, votes) => {
      const question = channels.questions.find((one) => one.id === id);
      if (question) acts.vote(question, votes);
    },
  };
}

function trouble(
  { world, web, gate, hub }: Town,
  refusing: Refusing,
  timers: Set<NodeJS.Timeout>,
): Omit<TroubleSurface, 'events'> {
  return {
    cut: ({ half = false } = {}) => {
      hub.cut();
      for (const { wire } of [...world.sessions]) {
        if (half) wire.sendHalf('@badges=broadcaster/1;id=half;user-id=1 :x!x@x.tmi.twitch.tv PRIVM');
        wire.cut();
      }
    },
    reconnect: (graceMs = 5_000) => {
      const old = [...world.sessions];
      for (const session of old) session.tell({}, ':tmi.twitch.tv RECONNECT');
      const timer = setTimeout(() => {
        timers.delete(timer);
        for (const session of old) session.wire.cut();
      }, graceMs);
      timers.add(timer);
    },
    refuse: (connections) => {
      refusing.chat = connections;
    },
    ping: () => {
      for (const session of world.sessions) session.tell({}, 'PING :tmi.twitch.tv');
    },
    failCalls: (calls, status, path) => web.break(calls, { status, ...(path ? { path } : {}) }),
    breakCalls: (calls, breaking) => web.break(calls, breaking),
    calls: (path) => web.calls.get(path) ?? 0,
    budget: (points, windowMs) => gate.limit(points, windowMs),
  };
}

function events({ world, hub, eventDoors }: Town, refusing: Refusing, url: string): Surface['events'] {
  const all = () => [...hub.subscriptions.values()];
  return {
    limits: hub.limits,
    sockets: () => hub.sockets,
    subscriptions: () => all().flatMap(({ status, type }) => (status === 'enabled' ? [type] : [])),
    orphans: () => all().filter(({ status }) => status !== 'enabled').length,
    refuse: (sockets) => {
      refusing.events = sockets;
    },
    forbid: (type) => void eventDoors.refused.add(type),
    cut: () => hub.cut(),
    close: (code) => hub.close(code),
    silence: (alsoNew) => {
      hub.silence();
      hub.silentFromNow = alsoNew;
    },
    move: (graceMs = 30_000, other) =>
      hub.move((session) => other ?? `${url}?move=${encodeURIComponent(session)}`, graceMs),
    revoke: (type, status) => hub.revoke(type, status),
    loseNext: () => hub.fates.next('lose'),
    doubleNext: () => hub.fates.next('double'),
    delayNext: (ms) => hub.fates.next(ms),
    trouble: (given) => hub.fates.from(given),
    lost: () => hub.lost,
    publish: (channel, type, event, at) =>
      hub.publish(type, event, {
        channel: world.room(channel).owner.id,
        ...(at === undefined ? {} : { at }),
      }),
    raw: (text) => hub.raw(text),
  };
}
