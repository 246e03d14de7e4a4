/** The game that a start plays: the one from last time, or a new one; with its processes and its crowd. */
import type { HostParts } from '../../compose.ts';
import type { SimulatedStage } from '../../compose-stage.ts';
import { botNames } from '../../host/bot-names.ts';
import { overOf } from '../../host/engine.ts';
import type { HostedGame } from '../../host/hosted-game.ts';
import { Crowd } from '../../host/rehearsal/crowd.ts';
import type { GameWish, SeatWish } from '../../host/wish.ts';
import type { Settings } from '../../settings-table.ts';
import { tellChats } from './chats.ts';
import { type Processes, startProcesses } from './processes.ts';
import { chatsOf, peopleOf } from './seats.ts';
import type { Words } from './words.ts';

export interface Rehearsal {
  readonly game: HostedGame;
  /** Link of the map. */
  readonly overlay: string;
  /** Ends the crowd and the processes. */
  stop(): Promise<void>;
}

export interface RehearsalOptions {
  readonly parts: HostParts;
  readonly url: string;
  readonly fresh: boolean;
  readonly words: Words;
  readonly note: (line: string) => void;
  /** Simulated platforms whose streamers and viewers play; null: real ones, and a made-up crowd in the local chats. */
  readonly stage: SimulatedStage | null;
}

const CURRENT = 'rehearsal';
const NONCES_MS = 15_000;
const LOOK_MS = 50;

export async function startRehearsal(options: RehearsalOptions): Promise<Rehearsal> {
  const { parts, words, note, stage, url } = options;
  const game = await currentGame(options);
  note(words.seats(game.host.state.order.length));
  const stopTelling = tellChats(game, parts.settings.lang, note);
  const overlay = await overlayLink(parts, game.id, url);
  const processes = startProcesses(game, { ...options, overlay });
  if (game.host.state.status === 'lobby') await begin(game, options);
  const { crowd: size, fast } = parts.settings;
  const texts = parts.content.texts;
  stage?.perform(url, { game, texts, crowd: size, fast });
  const crowd =
    size > 0 && !stage ? new Crowd({ game, texts, size, seats: madeUp(game, parts.settings) }) : null;
  return {
    game,
    overlay,
    async stop() {
      stopTelling();
      crowd?.stop();
      await (processes as Processes).stop();
    },
  };
}

async function currentGame({ parts, fresh, words, note, stage }: RehearsalOptions): Promise<HostedGame> {
  const { driver, catalog, settings } = parts;
  const known = fresh ? null : await driver.getMeta(CURRENT);
  const last = known ? catalog.get(known) : undefined;
  const wish = { ...wishOf(settings, words), ...tempo(settings, stage) };
  const command = `npm start -- ${stage ? '--rehearse ' : ''}--new`;
  if (last && !overOf(last.host.state)) {
    if (hasRoom(last, settings)) {
      note(words.continuing({ game: last.id, seq: last.host.seq, command }));
      nameSeats(last, wish);
      return last;
    }
    note(words.seatsChanged(last.id));
  }
  const game = await catalog.create(wish);
  await driver.setMeta(CURRENT, game.id);
  note(words.making(game.id, kindOf(settings, stage)));
  return game;
}

type Kind = 'practice' | 'evening' | 'rehearsal';

function kindOf(settings: Settings, stage: SimulatedStage | null): Kind {
  if (stage) return 'rehearsal';
  return chatsOf(settings, 0).length > 0 || settings.seats.length > 0 ? 'evening' : 'practice';
}

/** Seconds between two rolls where nobody's evening is planned around them. */
const PRACTICE_S = 60;

function tempo(settings: Settings, stage: SimulatedStage | null): Pick<GameWish, 'rollEvery'> {
  const rollEvery = settings.rollEvery ?? (kindOf(settings, stage) === 'evening' ? null : PRACTICE_S);
  return rollEvery === null ? {} : { rollEvery };
}

/** A practice bot must not play in somebody's chat: every seat with chats has to be a person's. */
function hasRoom({ host }: HostedGame, settings: Settings): boolean {
  const { order, players } = host.state;
  const wanted = settings.seats.length;
  return (
    wanted <= order.length &&
    order.every((id, seat) => chatsOf(settings, seat).length === 0 || players[id]?.kind === 'person')
  );
}

/** Whoever got a chat or another name since is called by it. */
function nameSeats({ names }: HostedGame, { seats }: GameWish): void {
  for (const [seat, { name, kind }] of seats.entries())
    if (kind === 'person') names.put(`p${seat + 1}`, { name, platform: 'seat' });
}

/** Seats without chats of their own: only there may viewers be made up. */
function madeUp({ host }: HostedGame, settings: Settings): ReadonlySet<string> {
  return new Set(host.state.order.filter((_, seat) => chatsOf(settings, seat).length === 0));
}

function wishOf(settings: Settings, words: Words): GameWish {
  const { players, lang, size, pace, seed, seats: written } = settings;
  const count = peopleOf(settings);
  const people = Array.from({ length: count }, (_, seat): SeatWish => {
    const [chat] = chatsOf(settings, seat);
    const unnamed = seat === 0 ? words.you : words.other(seat + 1);
    const { name = null, lang: own = null } = written[seat] ?? {};
    return { name: name ?? chat?.channel ?? unnamed, lang: own ?? lang, kind: 'person' };
  });
  const names = botNames(
    lang,
    players - count,
    people.map(({ name }) => name),
  );
  const seats = [...people, ...names.map((name): SeatWish => ({ name, lang, kind: 'bot' }))];
  return { size, pace, lang, seats, ...(seed === null ? {} : { seed }) };
}

/** Weeks long, read-only, revocable. */
async function overlayLink({ tokens, settings }: HostParts, game: string, url: string): Promise<string> {
  const key = await tokens.overlayKey(game);
  return `${url}/overlay?${new URLSearchParams({ game, key, lang: settings.lang })}`;
}

/** Dice are fairest when every process has added its share; nobody is waited for longer than this. */
async function begin(game: HostedGame, { words, note }: RehearsalOptions): Promise<void> {
  if (game.host.state.ranked) {
    note(words.nonces);
    const until = Date.now() + NONCES_MS;
    while (!everybodyIn(game) && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    if (!everybodyIn(game)) note(words.late);
  }
  await game.host.submit({ id: 'rehearsal start', as: { by: 'admin' }, command: { type: 'start' } });
}

function everybodyIn({ host }: HostedGame): boolean {
  return Object.values(host.state.players).every(({ nonce }) => nonce?.value != null);
}
