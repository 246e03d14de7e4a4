/**
 * Votes of the panel. A person has one vote in chat and panel together: who has shared their identity votes as
 * `twitch:<user id>`, as their chat lines do. Who has not votes by opaque id, where a vote is only an opinion; where
 * people are counted (a crowd, the judging of a trial) it takes a name. A vote given before sharing moves to the name.
 */
import type { Poll } from '../../engine/state.ts';
import type { HostedGame } from '../../host/hosted-game.ts';
import type { ExtSwitches } from '../../protocol/extension.ts';
import { ExtDenied } from './answers.ts';
import type { Viewer } from './jwt.ts';

type Choice = number | 'x';
interface Cast {
  readonly voter: string;
  readonly choice: Choice;
  readonly sentAt: number;
}

/** People who were seen under both of their ids; who stops sharing does not become somebody else by that. */
const MOST_LINKED = 200_000;

export interface Voting {
  readonly game: HostedGame;
  readonly player: string;
  readonly switches: ExtSwitches;
}

export class Ballots {
  readonly #linked = new Map<string, string>();
  /** By game and poll, then by opaque id. */
  readonly #cast = new Map<string, Map<string, Cast>>();

  /** @returns true if it counts. @throws ExtDenied with what to do instead. */
  vote(viewer: Viewer, { game, player, switches }: Voting, vote: { poll: string; choice: Choice }): boolean {
    const poll = game.host.state.polls[vote.poll];
    if (!poll || poll.player !== player) throw new ExtDenied('ext-poll-over');
    const voter = this.#voterOf(viewer, poll, switches);
    if (!isOffered(poll, vote.choice)) throw new ExtDenied('ext-no-choice');
    this.settle(viewer, game);
    const sentAt = game.clock.now();
    if (sentAt > poll.closes) throw new ExtDenied('ext-poll-over');
    const own = this.#of(game, poll.id);
    const before = own.get(viewer.opaque);
    if (before?.voter === voter && before.choice === vote.choice) return true;
    const counted = game.cast(poll.id, [{ voter, choice: vote.choice, sentAt }]);
    if (counted === null) throw new ExtDenied('ext-poll-over');
    if (counted > 0) own.set(viewer.opaque, { voter, choice: vote.choice, sentAt });
    return counted > 0;
  }

  /** Moves what this viewer cast before sharing over to the name. Its time stays: a later line in the chat still wins. */
  settle(viewer: Viewer, game: HostedGame): void {
    if (viewer.user === null) return;
    this.#link(viewer.opaque, viewer.user);
    const voter = `twitch:${viewer.user}`;
    for (const poll of Object.keys(game.host.state.polls)) {
      const own = this.#cast.get(keyOf(game, poll));
      const cast = own?.get(viewer.opaque);
      if (!own || !cast || cast.voter === voter) continue;
      game.withdraw(poll, cast.voter);
      game.cast(poll, [{ ...cast, voter }]);
      own.set(viewer.opaque, { ...cast, voter });
    }
  }

  /** What this viewer chose here, in votes that are open. */
  choices(viewer: Viewer, game: HostedGame): Readonly<Record<string, Choice>> {
    this.#forget(game);
    const found = Object.keys(game.host.state.polls).flatMap((poll) => {
      const cast = this.#cast.get(keyOf(game, poll))?.get(viewer.opaque);
      return cast ? [[poll, cast.choice] as const] : [];
    });
    return Object.fromEntries(found);
  }

  #voterOf({ opaque, user }: Viewer, poll: Poll, switches: ExtSwitches): string {
    const known = user ?? this.#linked.get(opaque);
    if (known !== undefined) return `twitch:${known}`;
    // Logged out, the id is a new one at every visit.
    if (opaque.startsWith('A')) throw new ExtDenied('ext-login');
    const counts = poll.kind === 'crowd' || poll.kind === 'confirm';
    if (counts || !switches.anonymous) throw new ExtDenied('ext-share');
    return `panel:${opaque}`;
  }

  #link(opaque: string, user: string): void {
    if (this.#linked.get(opaque) === user) return;
    if (this.#linked.size >= MOST_LINKED) this.#linked.delete(this.#linked.keys().next().value ?? '');
    this.#linked.set(opaque, user);
  }

  #of(game: HostedGame, poll: string): Map<string, Cast> {
    const key = keyOf(game, poll);
    const known = this.#cast.get(key) ?? new Map<string, Cast>();
    this.#cast.set(key, known);
    return known;
  }

  /** Votes that are over. */
  #forget(game: HostedGame): void {
    const { polls } = game.host.state;
    for (const key of this.#cast.keys()) {
      const [of, poll = ''] = key.split(' ');
      if (of === game.id && !polls[poll]) this.#cast.delete(key);
    }
  }
}

const keyOf = (game: HostedGame, poll: string) => `${game.id} ${poll}`;

function isOffered({ kind, options }: Poll, choice: Choice): boolean {
  if (kind === 'crowd') return choice === 'x';
  if (choice === 'x') return false;
  return kind === 'number' || (choice >= 1 && choice <= options);
}
