/** The rules, section 1: who takes part. */
import { expect } from 'vitest';
import { court, SYSTEM } from './given.suite.ts';
import { walk } from './walk.suite.ts';

const APPLICATIONS = 'bot/gateway/applications.test.ts';
const viewer = (name: string) => ({ by: 'viewer', viewer: name, player: 'p1' }) as const;

walk('1. Who takes part', {
  'guest: may read rules': ['bot/gateway/http.test.ts', 'serves the texts of the pack to anybody'],
  'guest: may watch games': ['bot/gateway/http.test.ts', 'an overlay key reads, until it is revoked'],
  'user: may see games, maps, bags': [
    'bot/gateway/discord.test.ts',
    'sees the bags of all, and speaks for people of Discord in the chat of any seat',
  ],
  'user: may apply to play': [
    APPLICATIONS,
    'to play takes a seat in a game that waits, until four are ready and it starts',
  ],
  'user: may apply to create a game': [
    APPLICATIONS,
    'to create a game makes it when it is approved, with a seat for whoever applied',
    'take an application, show it to the admin, and tell the applicant what became of it',
  ],
  'viewer: anyone in a player’s chat may vote': [
    'bot/engine/trials/trials.test.ts',
    'quiz: most votes decide',
  ],
  'viewer: may trigger trials': [
    'bot/engine/trials/trials.test.ts',
    'trigger trials for influence, within limits',
  ],
  'viewer: earns influence': () => {
    const game = court();
    game.set('p1', { audience: 50 }).flat({ 13: 'trial' });
    const quiz = Object.values(game.rules.trials).find(({ chat }) => chat?.game === 'quiz')!;
    const poll = { id: 'v950', player: 'p1', pending: 950, kind: 'quiz', options: 3, need: 0 } as const;
    game.set('p1', {
      pending: [
        {
          n: 950,
          is: 'trial',
          trial: quiz.id,
          tier: 1,
          by: null,
          poll: poll.id,
          done: null,
          until: game.at + 9000,
        },
      ],
    });
    game.state = { ...game.state, polls: { v950: { ...poll, opens: game.at - 30_000, closes: game.at } } };
    game.must({ type: 'closePoll', poll: 'v950', totals: { 1: 5 }, voters: 5, root: '' }, SYSTEM);
    expect(game.player('p1').influence).toBeGreaterThan(0);
  },
  'viewer: may ask for status': ['bot/commands/checks/admit.test.ts', 'roles'],
  'helper: a viewer to whom a player granted limited use of their bag': [
    'bot/engine/helpers/helpers.test.ts',
    'uses what was granted, as often as granted, and is named in the event',
    'may not go beyond the grant',
  ],
  'player: own avatar, bag, helpers, diplomacy': () => {
    const game = court().bag('p1', 'step');
    expect(game.refused({ type: 'use', item: 'step' }, 'p2')).toBe('no-item');
    game.must({ type: 'use', item: 'step' });
    expect([game.player('p1').cell, game.player('p2').cell]).toEqual([11, 11]);
    game.must({ type: 'propose', to: 'p3', kind: 'truce' });
    expect(game.refused({ type: 'accept', offer: game.offers[0]!.n }, 'p2')).toBe('no-offer');
  },
  'player: notes': [
    'bot/gateway/notes.test.ts',
    'is the player’s alone to make',
    'is for the player’s own faces alone: neither rivals, overlay nor admin read it',
  ],
  'referee: judges trials, pauses, answers; no tuning': [
    'bot/engine/tuning/tuning.test.ts',
    'referee: judges trials, pauses, answers; no tuning',
  ],
  'admin: approves applications': [
    APPLICATIONS,
    'is the admin’s alone to see and to answer; with its key, the applicant’s to see',
    'is declined with a reason that the applicant reads, and answered once',
  ],
  'admin: changes roles': [
    'bot/engine/tuning/tuning.test.ts',
    'a practice bot takes over a seat and gives it back',
    'a player is replaced: the avatar and the bag stay, the trust of the former one does not',
  ],
  'admin: edits rules': [
    'bot/engine/tuning/tuning.test.ts',
    'A change of rules in mid-season takes effect from a named turn',
  ],
  'admin: tunes the engine': [
    'bot/engine/tuning/tuning.test.ts',
    'is an event of the log that everybody can see, with its reason',
  ],
  'A viewer is a (platform, user id) pair': [
    'bot/host/host.test.ts',
    'are the same for a person in a game, others in another game and under another secret',
  ],
  'Linking several into one account takes a one-time code typed in the other chat': [
    'bot/accounts/accounts.test.ts',
    'joins the one who asked for a code and the one who types it, and tells both',
    'gives one code to one identity, once usable and for ten minutes',
  ],
  'from then on one person has one vote': [
    'bot/accounts/people.test.ts',
    'have one vote each at every moment, the newest, whenever they were linked',
  ],
  'and one set of helper rights everywhere': [
    'bot/host/cast.test.ts',
    'work from both chats, whichever of them was given them, and only while linked',
    'are used up by both together',
  ],
  'and can unlink': [
    'bot/accounts/accounts.test.ts',
    'is there after a restart, and can be undone by either side',
  ],
  'Names are for show only: rights hang on ids': () => {
    const game = court().bag('p1', 'cake');
    const grant = {
      tags: [],
      items: ['cake'],
      target: 'self',
      uses: 1,
      per: 'game',
      until: null,
      approval: false,
    } as const;
    game.must({ type: 'grantHelper', viewer: 'v_anna', grant });
    expect(game.refused({ type: 'use', item: 'cake' }, viewer('v_anna2'))).toBe('no-grant');
    expect(Object.keys(game.player('p1').helpers)).toEqual(['v_anna']);
  },
});
