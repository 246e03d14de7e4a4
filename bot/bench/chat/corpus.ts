/** Chat lines as Twitch sends them: some 440 bytes, badges, emotes; most is talk, one in twenty a command, one a vote. */

const TALK =
  'ура привет всем это было близко давай ещё раз налево направо какой босс сильный lol gg nice что за бросок я тут впервые стрим огонь хаха почему так'.split(
    ' ',
  );
const COMMANDS = [
  '!статус',
  '!топ',
  '!карта',
  '!rjkkm',
  '!use щит',
  '!применить щит Seat 3',
  '!help',
  '!play',
  '!uptime',
];
const BADGES = [
  '',
  'subscriber/12',
  'vip/1',
  'moderator/1,subscriber/24',
  'subscriber/3,premium/1',
  'glhf-pledge/1',
];
const EMOTES = ['', '', '25:0-4', '425618:6-8', 'emotesv2_4acac638cffb4db49f376059f7077dae:0-8'];
export const VOTE_OPTIONS = 3;
/** Of twenty lines. */
const COMMAND_AT = 3;
const VOTE_AT = 11;

export interface Tally {
  readonly lines: number;
  readonly commands: number;
  /** Each of somebody else. */
  readonly votes: number;
}

/** What `lineOf` gives from one number up to another. */
export function tallyOf(from: number, to: number): Tally {
  let commands = 0;
  let votes = 0;
  for (let n = from; n < to; n += 1) {
    if (n % 20 === COMMAND_AT) commands += 1;
    if (n % 20 === VOTE_AT) votes += 1;
  }
  return { lines: to - from, commands, votes };
}

/** The n-th line of a channel; no id comes twice, and a voter has one vote. */
export function lineOf(channel: string, n: number): string {
  // A mixing step, so that neighbours have nothing in common.
  const mix = (Math.imul(n + 1, 0x9e37_79b1) ^ (n << 7)) >>> 0;
  const user = n % 20 === VOTE_AT ? 1_000_000 + n : 20_000 + (mix % 4000);
  const nick = `viewer_${user.toString(36)}`;
  const badges = BADGES[mix % BADGES.length]!;
  const id = `8b1f${n.toString(16).padStart(8, '0')}`;
  const tags =
    `badge-info=${badges.includes('subscriber') ? 'subscriber/7' : ''};badges=${badges};client-nonce=` +
    `${mix.toString(16).padStart(8, '0').repeat(4)};color=#${(mix & 0xffffff).toString(16).padStart(6, '0')};` +
    `display-name=${nick[0]!.toUpperCase()}${nick.slice(1)};emotes=${EMOTES[mix % EMOTES.length]};first-msg=0;flags=;` +
    `id=${id}-4e2a-4c5d-9d2e-0a1b2c3d4e5f;mod=${badges.startsWith('moderator') ? 1 : 0};returning-chatter=0;` +
    `room-id=100001;subscriber=${badges.includes('subscriber') ? 1 : 0};tmi-sent-ts=${1_800_000_000_000 + n};turbo=0;` +
    `user-id=${user};user-type=`;
  return `@${tags} :${nick}!${nick}@${nick}.tmi.twitch.tv PRIVMSG #${channel} :${textOf(n, mix)}`;
}

function textOf(n: number, mix: number): string {
  if (n % 20 === COMMAND_AT) return COMMANDS[mix % COMMANDS.length]!;
  if (n % 20 === VOTE_AT) return String(1 + (mix % VOTE_OPTIONS));
  return Array.from({ length: 2 + (mix % 11) }, (_, i) => TALK[(mix >>> i) % TALK.length]).join(' ');
}
