/** The parts of the simulated Twitch, put together. */
import { Acts } from './acts.ts';
import { ChannelDoors } from './channel-doors.ts';
import { ChatDoors } from './chat-doors.ts';
import { EventDoors } from './event-doors.ts';
import { Gate } from './helix.ts';
import { Hub } from './hub.ts';
import { OAuth } from './oauth.ts';
import { RewardDoors } from './reward-doors.ts';
import { privmsg } from './speech.ts';
import { Web } from './web.ts';
import { World } from './world.ts';

export interface Town {
  readonly world: World;
  readonly hub: Hub;
  readonly oauth: OAuth;
  readonly gate: Gate;
  readonly chat: ChatDoors;
  readonly rewards: RewardDoors;
  readonly channels: ChannelDoors;
  readonly eventDoors: EventDoors;
  readonly acts: Acts;
  readonly web: Web;
}

export function buildTown(): Town {
  const world = new World();
  const hub = new Hub();
  const oauth = new OAuth(world.people);
  const chat = new ChatDoors(world);
  const rewards = new RewardDoors(world);
  const channels = new ChannelDoors(world);
  channels.standing = () => rewards.standing;
  const eventDoors = new EventDoors(hub);
  const gate = new Gate(world.people, {
    ...chat.doors,
    ...rewards.doors,
    ...channels.doors,
    ...eventDoors.doors,
  });
  const acts = new Acts({ world, hub, rewards, channels });
  // IRC does not tell a line to the connection that wrote it; events tell it to everybody.
  world.onSpoken = (from, { id, channel, login, text }) => {
    const moderator = world.room(channel).moderators.has(login) ? ['moderator/1'] : [];
    const line = { channel, user: login, text, options: { id, badges: moderator } };
    world.tell(channel, privmsg(world, line), from);
    acts.chat(line);
  };
  return { world, hub, oauth, gate, chat, rewards, channels, eventDoors, acts, web: new Web(oauth, gate) };
}
