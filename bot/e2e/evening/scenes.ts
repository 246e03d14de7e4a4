/** What the evening is for: the scenes between players, each begun when the board allows it. */
import type { BoardView } from '../../protocol/views.ts';
import type { Play } from './play.ts';
import type { Said, Table } from './table.ts';

export const SEATS = {
  ru: ['Анна', 'Борис', 'Вера', 'Глеб', 'Дина', 'Ефим'],
  en: ['Anna', 'Boris', 'Vera', 'Gleb', 'Dina', 'Efim'],
} as const;
/** Two with a thing that a helper can use, and four others. */
export const CLASSES = ['ringleader', 'sneak', 'know_it_all', 'know_it_all', 'scrapper', 'softie'] as const;
const HELP = 'dog_eared_rules';
/** What is asked for in a trade, in gold. */
const PRICE = 3;
const WORDS = {
  ru: { trials: 'испытания 2/игру', ask: 'испытания 2/игру спросить', bot: 'бот', back: 'назад', for: 'за' },
  en: { trials: 'trial 2/game', ask: 'trial 2/game ask', bot: 'bot', back: 'back', for: 'for' },
} as const;
const QUESTIONS = [
  ...(['status', 'where', 'near', 'effects', 'bag', 'odds', 'why', 'map', 'trial', 'market'] as const),
  ...(['treaties', 'helper', 'top', 'players', 'rule', 'tuning', 'help'] as const),
];

/** Of a clash: each is voted on. */
const ROUNDS = 3;

/** Which of the scenes have been, with what was said in them. */
export class Scenes {
  readonly #play: Play;
  readonly #table: Table;
  readonly notes: Record<string, readonly Said[]> = {};
  readonly #broke = new Set<string>();
  /** Did the referee's word put everything back? */
  undone = false;

  constructor(play: Play) {
    this.#play = play;
    this.#table = play.table;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.notes, name);
  }

  /** Everything that has to be before the finish: also a clash that both chats had a say in, and all six in a trial. */
  get complete(): boolean {
    const fought = this.#table.happened('clashFought');
    const called = this.#table.happened('trialCalled');
    return (
      ['clash', 'betrayal', 'trade'].every((name) => this.has(name)) &&
      fought.some(({ sides }) => sides.every(({ stance }) => stance > 0)) &&
      called.some(({ scope, players }) => scope === 'mass' && players.length === CLASSES.length)
    );
  }

  async questions(player: string): Promise<void> {
    for (const about of QUESTIONS) await this.#table.say(player, about);
  }

  /** p1 and p2 become allies; p3 is turned down by p4. */
  async alliance(): Promise<void> {
    const { name } = this.#table;
    const table = this.#table;
    const nameOf = name.bind(table);
    this.notes.alliance = [
      await table.say('p1', 'ally', nameOf('p2')),
      await table.say('p2', 'treaties'),
      await table.say('p2', 'accept'),
      await table.say('p1', 'treaties'),
      await table.say('p3', 'ally', nameOf('p4')),
      await table.say('p4', 'decline'),
      await table.say('p5', 'tribute', `${nameOf('p6')} 5`),
      await table.say('p6', 'accept'),
    ];
  }

  /** p3 trusts a viewer at once, p4 wants to be asked. */
  async helpers(): Promise<void> {
    const table = this.#table;
    const words = WORDS[table.lang];
    const [owl = '', mint = ''] = this.#play.crowd;
    const thing = table.item(HELP);
    const use = (player: string, viewer: string) => {
      const command = table.lang === 'ru' ? '!применить' : '!use';
      return table.type(player, `${command} ${thing}`, viewer);
    };
    const stranger = await use('p3', owl);
    await use('p4', mint);
    const granted = await table.say('p3', 'helper', `@${owl} ${words.trials}`);
    const used = await use('p3', owl);
    const asking = await table.say('p4', 'helper', `@${mint} ${words.ask}`);
    const request = await use('p4', mint);
    const listed = await table.say('p4', 'helper');
    const denied = await table.say('p4', 'deny');
    const again = await use('p4', mint);
    const approved = await table.say('p4', 'approve');
    const revoked = await table.say('p3', 'helper', `-@${owl}`);
    const after = await use('p3', owl);
    this.notes.helpers = [
      ...[stranger, granted, used, asking, request, listed, denied, again, approved, revoked, after],
    ];
  }

  /** A throw is taken back, the clocks stand and go, a bot keeps a seat warm. */
  async referee(): Promise<void> {
    const table = this.#table;
    const { bot, back } = WORDS[table.lang];
    const stood = table.player('p5').cell;
    const said = [
      await table.say('p5', 'roll'),
      await table.referee('undo', table.name('p5')),
      await table.referee('pause'),
      await table.say('p5', 'roll'),
      await table.referee('resume'),
    ];
    this.undone = table.player('p5').cell === stood;
    said.push(await table.referee('seat', `${table.name('p6')} ${bot}`));
    await table.later(20);
    said.push(await table.referee('seat', `${table.name('p6')} ${back}`));
    this.notes.referee = said;
  }

  /** Looks whether the board allows a scene that has not been yet. */
  async chances(): Promise<void> {
    const { board } = this.#table;
    if (board.status === 'finished') return;
    if (!this.has('clash')) await this.#war(board);
    else if (!this.has('betrayal')) await this.#betrayal();
    if (!this.has('trade')) await this.#market();
  }

  /** Two who stand together on open ground. */
  async #war(board: BoardView): Promise<void> {
    const pair = together(board, (kind) => !['camp', 'start', 'finish'].includes(kind)).find(
      (pair) => !bound(board, ...pair) && pair.every((id) => isFree(board, id)),
    );
    if (!pair) return;
    const table = this.#table;
    const [one, two] = pair;
    const declared = await table.say(one, 'war', table.name(two));
    if (declared.code !== null) return;
    const said = [declared, await table.say(two, 'treaties')];
    const [ally] = ['p1', 'p2'].filter((id) => ![one, two].includes(id));
    if (ally && (one === 'p1' || one === 'p2')) said.push(await table.say(ally, 'assist', table.name(one)));
    for (let round = 1; round <= ROUNDS; round += 1) {
      for (const [player, stance] of [
        [one, '2'],
        [two, '3'],
      ] as const)
        for (const viewer of this.#play.crowd) await table.type(player, stance, viewer);
      await table.later(50);
    }
    said.push(await table.say(two, 'peace', table.name(one)), await table.say(one, 'accept'));
    this.notes.clash = said;
  }

  async #betrayal(): Promise<void> {
    const table = this.#table;
    this.notes.betrayal = [
      await table.say('p2', 'betray', table.name('p1')),
      await table.say('p2', 'effects'),
      await table.say('p2', 'ally', table.name('p3')),
    ];
  }

  /** Whoever comes to a market waits there for company. */
  async #market(): Promise<void> {
    const table = this.#table;
    const { board } = table;
    for (const { id, cell } of board.players)
      if (board.map.cells[cell]?.kind === 'market' && !this.#broke.has(id)) this.#play.held.add(id);
      else this.#play.held.delete(id);
    const pair = together(board, (kind) => kind === 'market').find((pair) =>
      pair.every((id) => isFree(board, id) && !this.#broke.has(id)),
    );
    if (!pair) return;
    for (const [seller, buyer] of [pair, [pair[1], pair[0]] as const]) {
      const shelf = table.bag(seller).market ?? [];
      const cheapest = shelf.toSorted((one, two) => one.price - two.price)[0];
      const { gold } = table.bag(seller);
      if (!cheapest || cheapest.price > gold || table.bag(buyer).gold < PRICE) continue;
      await this.#trade([seller, buyer], { item: cheapest.item, n: shelf.indexOf(cheapest) + 1 });
      if (this.has('trade')) return;
    }
    // Neither can pay for anything: they go on.
    for (const id of pair) this.#broke.add(id);
  }

  /** Bought from the shelf, offered, countered, agreed. */
  async #trade(
    [seller, buyer]: readonly [string, string],
    { item, n }: { item: string; n: number },
  ): Promise<void> {
    const table = this.#table;
    const { for: turn } = WORDS[table.lang];
    const thing = table.item(item);
    const said = [
      await table.say(seller, 'market'),
      await table.say(seller, 'buy', String(n)),
      await table.say(seller, 'trade', `${table.name(buyer)} ${thing} ${turn} ${PRICE + 1}`),
      await table.say(buyer, 'treaties'),
      await table.say(buyer, 'trade', `${table.name(seller)} ${PRICE} ${turn} ${thing}`),
      await table.say(seller, 'accept'),
      await table.say(buyer, 'bag'),
    ];
    if (table.happened('traded').length === 0) return;
    this.notes.trade = said;
    this.#play.held.clear();
  }
}

function together(board: BoardView, fits: (kind: string) => boolean): readonly (readonly [string, string])[] {
  const { players, map } = board;
  return players.flatMap((one, i) =>
    players
      .slice(i + 1)
      .filter(({ cell }) => cell === one.cell && fits(map.cells[cell]?.kind ?? ''))
      .map((other) => [one.id, other.id] as const),
  );
}

function isFree({ players }: BoardView, id: string): boolean {
  return players.find((one) => one.id === id)?.pending === null;
}

function bound({ treaties = [] }: BoardView, a: string, b: string): boolean {
  return treaties.some(({ between }) => between.includes(a) && between.includes(b));
}
