/**
 * One person in several chats. A code that one chat was told is typed in the other; whoever has something to lose by
 * it (a seat, a helper's rights) says yes first, in the chat where the rights are. Nothing is answered before it is
 * stored. What is offered and not confirmed is not stored: after a restart one asks for a new code.
 */
import { randomBytes } from 'node:crypto';
import type { Identity } from '../../adapters/log/contract.ts';
import type { Change, Known, Persons } from '../host/persons.ts';
import { seatIn } from '../host/persons.ts';
import type { AccountSays, AccountWish } from '../protocol/accounts.ts';
import { Codes, codeOf, LIFE_MS } from './codes.ts';
import { Keep } from './keep.ts';
import { People, type Plan } from './people.ts';
import { answered, asNews, type Party, pending, refused, type Said, Talk } from './talk.ts';

/** The part of the log driver that accounts live on. */
export interface IdentityStore {
  saveIdentities(put: readonly Identity[], drop: readonly string[]): Promise<void>;
  identities(): Promise<Identity[]>;
}

/** Something a person would lose to whoever is linked to them: a seat, or rights as a helper of a player. */
export interface Stake {
  readonly game: string;
  readonly player: string;
  /** The player's name. */
  readonly name: string;
}

export interface AccountsOptions {
  readonly store: IdentityStore;
  /** In games that are not over. */
  readonly stakes: (identities: readonly string[]) => readonly Stake[];
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

type Side = 'issuer' | 'claimant';
interface Offer {
  readonly code: string;
  until: number;
  readonly issuer: Party;
  claimant: Party | null;
  /** Who has to say yes still. */
  waits: readonly Side[];
}

export class Accounts implements Persons {
  readonly #options: AccountsOptions;
  readonly #people: People;
  readonly #codes = new Codes<Offer>();
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #talk = new Talk();
  readonly #keep = new Keep();

  /** @throws AdapterError STORE_* */
  static async open(options: AccountsOptions): Promise<Accounts> {
    return new Accounts(options, await options.store.identities());
  }

  private constructor(options: AccountsOptions, rows: readonly Identity[]) {
    this.#options = options;
    this.#people = new People(rows);
  }

  of(identity: string): readonly Identity[] | null {
    return this.#people.of(identity);
  }

  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * What somebody wants, one after another. The same id of the same party gets the first answer, without the news.
   * @throws the driver's error if it could not be stored; then nothing has changed.
   */
  ask(party: Party, wish: AccountWish, id: string): Promise<Said> {
    return this.#talk.inTurn(async () => {
      const now = this.#now();
      const key = `${party.identity} ${id}`;
      const first = this.#keep.get(key, now);
      if (first) return { answer: first, news: [] };
      const said = await this.#obey(party, wish);
      this.#keep.put(key, said.answer, now);
      return said;
    });
  }

  /** Deletes the whole person who holds this identity; returns all identities of that person. */
  forget(identity: string): Promise<readonly string[]> {
    return this.#talk.inTurn(async () => {
      const plan = this.#people.forgetting(identity);
      const all = plan?.drop ?? [identity];
      if (plan) await this.#carryOut(plan);
      for (const one of all) {
        this.#codes.forget(one);
        this.#keep.forget(`${one} `);
        for (const offer of this.#offersOf(one)) this.#codes.drop(offer);
      }
      return all;
    });
  }

  async #obey(party: Party, wish: AccountWish): Promise<Said> {
    switch (wish.type) {
      case 'link':
        return wish.code === undefined ? this.#issue(party) : this.#claim(party, codeOf(wish.code));
      case 'confirm':
        return this.#confirm(party, wish.yes);
      case 'unlink':
        return this.#unlink(party);
      case 'who': {
        const known = this.#people.of(party.identity);
        const seat = seatIn(known ?? [party], party.game);
        return answered({ is: 'who', to: party.name, count: known?.length ?? 1, seat });
      }
    }
  }

  /** One code for an identity: asked again, it is the same one. */
  #issue(party: Party): Said {
    const now = this.#now();
    const mine = this.#codes.all(now).filter(({ issuer }) => issuer.identity === party.identity);
    const open = mine.find(({ claimant }) => claimant === null);
    const code = open?.code ?? this.#codes.fresh(now);
    if (code === null) return refused('link-busy');
    // Somebody wants in with the last code, and is turned away by a new one.
    for (const offer of mine) if (offer !== open) this.#codes.drop(offer);
    const until = open?.until ?? now + LIFE_MS;
    // Asked in another chat, it is that one that is told what comes of it.
    this.#codes.put({ code, until, issuer: party, claimant: null, waits: [] });
    return answered({ is: 'code', to: party.name, code, wait: Math.ceil((until - now) / 1000) });
  }

  async #claim(party: Party, code: string): Promise<Said> {
    const now = this.#now();
    const wait = this.#codes.waits(party.identity, now);
    if (wait > 0) return refused('link-tries', { wait });
    const offer = this.#codes.find(code, now);
    if (!offer || (offer.claimant && offer.claimant.identity !== party.identity)) {
      return refused('link-code', { typed: code, left: this.#codes.wrong(party.identity, now) });
    }
    const { issuer } = offer;
    if (issuer.identity === party.identity) return refused('link-self', { typed: code });
    if (offer.claimant) return answered(pending(party, issuer, offer.waits.includes('claimant')));
    const obstacle = this.#people.obstacle(issuer, party);
    if (obstacle) return refused(obstacle.code, obstacle.args);
    const waits = (['issuer', 'claimant'] as const).filter(
      (side) => this.#stakesOf(side === 'issuer' ? issuer : party).length > 0,
    );
    if (waits.length === 0) return this.#join({ ...offer, claimant: party }, 'claimant', party.name);
    this.#codes.put({ ...offer, claimant: party, waits, until: now + LIFE_MS });
    const news = asNews(issuer, pending(issuer, party, waits.includes('issuer')));
    return { ...answered(pending(party, issuer, waits.includes('claimant'))), news: [news] };
  }

  async #confirm(party: Party, yes: boolean): Promise<Said> {
    for (const offer of this.#offersOf(party.identity)) {
      const { issuer, claimant } = offer;
      if (!claimant) continue;
      const side: Side = this.#same(party, issuer) ? 'issuer' : 'claimant';
      const other = side === 'issuer' ? claimant : issuer;
      if (!yes) return this.#decline(offer, party, other);
      if (!offer.waits.includes(side)) continue;
      const stakes = this.#stakesOf(party);
      const here = stakes.some(({ game, player }) => game === party.game && player === party.channel);
      if (stakes[0] && !here) return refused('link-elsewhere', { typed: stakes[0].name });
      const waits = offer.waits.filter((one) => one !== side);
      if (waits.length === 0) return this.#join(offer, side, party.name);
      this.#codes.put({ ...offer, waits });
      return {
        ...answered(pending(party, other, false)),
        news: [asNews(other, pending(other, party, true))],
      };
    }
    return refused('link-nothing');
  }

  #decline(offer: Offer, party: Party, other: Party): Said {
    this.#codes.drop(offer);
    const told = (to: Party, from: Party): AccountSays => {
      return { is: 'declined', to: to.name, other: from.name, platform: from.platform };
    };
    return { ...answered(told(party, other)), news: [asNews(other, told(other, party))] };
  }

  /** @param side who said the last word, as `name`. */
  async #join(offer: Offer, side: Side, name: string): Promise<Said> {
    const { issuer, claimant } = offer;
    if (!claimant) return refused('link-nothing');
    const obstacle = this.#people.obstacle(issuer, claimant);
    if (obstacle) {
      this.#codes.drop(offer);
      return refused(obstacle.code, obstacle.args);
    }
    const plan = this.#people.joining(issuer, claimant, randomBytes(9).toString('base64url'));
    await this.#carryOut(plan);
    this.#codes.drop(offer);
    const count = plan.put.length;
    const told = (to: string, from: Party): AccountSays => {
      return { is: 'linked', to, other: from.name, platform: from.platform, count };
    };
    const [near, far] = side === 'issuer' ? [issuer, claimant] : [claimant, issuer];
    return { ...answered(told(name, far)), news: [asNews(far, told(far.name, near))] };
  }

  async #unlink(party: Party): Promise<Said> {
    const plan = this.#people.leaving(party.identity);
    if (!plan) return refused('link-alone');
    await this.#carryOut(plan);
    return answered({ is: 'unlinked', to: party.name });
  }

  async #carryOut({ put, drop, change }: Plan): Promise<void> {
    await this.#options.store.saveIdentities(put, drop);
    this.#people.make(put, drop);
    for (const listener of this.#listeners) listener(change);
  }

  /** Offers in which this person takes part, the newest first. */
  #offersOf(identity: string): readonly Offer[] {
    const all = (this.#people.of(identity) ?? [{ identity }]).map((one) => one.identity);
    const takesPart = (one: Known | null) => one !== null && all.includes(one.identity);
    return this.#codes
      .all(this.#now())
      .filter(({ issuer, claimant }) => takesPart(issuer) || takesPart(claimant))
      .reverse();
  }

  #same(one: Known, other: Known): boolean {
    if (one.identity === other.identity) return true;
    return this.#people.of(one.identity)?.some(({ identity }) => identity === other.identity) ?? false;
  }

  #stakesOf(party: Known): readonly Stake[] {
    const all = this.#people.of(party.identity) ?? [party];
    return this.#options.stakes(all.map(({ identity }) => identity));
  }

  #now(): number {
    return this.#options.now?.() ?? Date.now();
  }
}
