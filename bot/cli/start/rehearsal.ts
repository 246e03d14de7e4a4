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
  const crowd = size > 0 && !stage ? new Crowd({ game, texts, size }) : null;
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

async function currentGame({ parts, fresh, words, note }: RehearsalOptions): Promise<HostedGame> {
  const { driver, catalog, settings } = parts;
  const known = fresh ? null : await driver.getMeta(CURRENT);
  const last = known ? catalog.get(known) : undefined;
  if (last && !overOf(last.host.state)) {
    note(words.continuing(last.id, last.host.seq));
    return last;
  }
  const game = await catalog.create(wishOf(settings, words));
  await driver.setMeta(CURRENT, game.id);
  note(words.making(game.id));
  return game;
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
