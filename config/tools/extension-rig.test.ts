/** The views in a real browser, under Twitch's content policy, against a real gateway and a simulated Twitch. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { extensionApi } from '../../adapters/extension/api.ts';
import { ExtensionSimulator } from '../../adapters/extension/simulator.ts';
import type { Poll } from '../../bot/engine/state.ts';
import {
  CHANNEL,
  CLIENT,
  type GivenExtension,
  givenExtension,
  SECRET,
} from '../../bot/gateway/extension/given.ts';
import { givenPoll } from '../../bot/host/given.ts';
import type { HostedGame } from '../../bot/host/hosted-game.ts';
import type { BoardView } from '../../bot/protocol/views.ts';
import { viewAddress } from './extension-rig.page.ts';
import { Rig } from './extension-rig.server.ts';
import { buildViews } from './extension-zip.ts';

const AXE = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const OWNER = '900';
const twitch = new ExtensionSimulator({ clientId: CLIENT, ownerId: OWNER, secrets: [SECRET] });
const folder = mkdtempSync(join(tmpdir(), 'msig-views-'));
let rig: Rig;
let origin = '';
let given: GivenExtension;
let browser: Browser;
const pages: Page[] = [];
const faults: string[] = [];

beforeAll(async () => {
  const apiUrl = await twitch.open();
  rig = new Rig({ pages: await buildViews(folder), clientId: CLIENT, secret: SECRET, twitch });
  origin = await rig.open();
  const api = extensionApi({ clientId: CLIENT, ownerId: OWNER, secret: SECRET, apiUrl });
  given = await givenExtension({ origins: [origin], twitch: api });
  rig.play(`http://${await given.listen()}`);
  const system = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const own = existsSync(system) ? { executablePath: system } : {};
  browser = await chromium.launch({ ...own, args: ['--no-sandbox'] });
});
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.close()));
  // Breaches of the policy, scripts that broke: none, in none of the tests.
  expect(faults.splice(0)).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await rig?.close();
  await given?.end();
  await twitch.close();
  rmSync(folder, { recursive: true, force: true });
});

const SIZES = {
  panel: [318, 496],
  mobile: [360, 640],
  config: [700, 720],
  live_config: [318, 496],
} as const;

interface Look {
  readonly view?: keyof typeof SIZES;
  readonly persona: string;
  readonly theme?: 'dark' | 'light';
  readonly language?: 'ru' | 'en';
}

async function open({ view = 'panel', persona, theme = 'dark', language = 'en' }: Look): Promise<Page> {
  const [width, height] = SIZES[view];
  const page = await browser.newPage({ viewport: { width, height } });
  pages.push(page);
  page.on('pageerror', (error) => faults.push(`${view}: ${error.message}`));
  // What the backend refuses is logged by the browser too, and is what the tests ask for.
  page.on('console', (line) => {
    const refused = /Failed to load resource.*status of 4\d\d/.test(line.text());
    if (line.type() === 'error' && !refused) faults.push(`${view}: ${line.text()}`);
  });
  const frame = { view, anchor: 'panel', mode: 'viewer', platform: 'web', persona };
  await page.goto(origin + viewAddress(frame, { theme, language }));
  return page;
}

/** A vote in the chat that the channel shows from now on. */
async function voteOnAir(
  kinds: readonly Poll['kind'][] = ['quiz', 'choice'],
): Promise<{ game: HostedGame; poll: Poll }> {
  for (;;) {
    const { game, poll } = await givenPoll(given.catalog);
    if (!kinds.includes(poll.kind)) continue;
    const code = given.extension.codeFor({ game: game.id, player: poll.player });
    await given.extension.desk.bindings.bind(CHANNEL, given.extension.desk.codes.spend(code)!);
    return { game, poll };
  }
}

/** The first seat of the quiet game. */
const backToGame = () => given.extension.desk.bindings.bind(CHANNEL, { game: given.game.id, player: 'p1' });
const votersOf = (game: HostedGame, { id }: Poll) => (game.view('board') as BoardView).tally[id]?.voters ?? 0;

async function until(look: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    if (await look()) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error(`never: ${what}`);
}

const said = (page: Page) => page.locator('.said p');

describe('the views', () => {
  it('stand under a policy that stops what was injected', async () => {
    const page = await open({ persona: 'viewer' });
    await page.locator('header h1').waitFor();
    const stopped = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.head.append(script);
      // Not at once: what a debugger runs may evaluate, what it leaves behind may not.
      const evaluated = await new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve(new Function('return true')());
          } catch {
            resolve(false);
          }
        });
      });
      return !('injected' in window) && evaluated === false;
    });
    expect(stopped).toBe(true);
    const foreign = await page.evaluate(() =>
      fetch('https://example.org/').then(
        () => 'sent',
        () => 'stopped',
      ),
    );
    expect(foreign).toBe('stopped');
    // The policy told of each of them.
    expect(faults.splice(0).length).toBeGreaterThanOrEqual(2);
  });

  it('have nothing serious for axe, in any tab, theme and language, and fit their width', async () => {
    const serious = async (page: Page, name: string): Promise<string[]> => {
      await page.evaluate(AXE);
      const found = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: {
            run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
          };
        };
        const wide = document.documentElement.scrollWidth > innerWidth ? ['wider than its frame'] : [];
        const { violations } = await axe.run();
        const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        return [
          ...wide,
          ...bad.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 100)).join(' | ')}`),
        ];
      });
      return found.map((fault) => `${name}: ${fault}`);
    };
    const all: string[] = [];
    for (const [theme, language] of [
      ['dark', 'ru'],
      ['light', 'en'],
    ] as const) {
      const page = await open({ persona: 'shared', theme, language });
      for (const tab of ['now', 'map', 'bag', 'you']) {
        await page.locator(`#tab-${tab}`).click();
        if (tab === 'map') await page.locator('msig-map canvas').first().waitFor();
        all.push(...(await serious(page, `${tab} ${theme}`)));
      }
      for (const view of ['config', 'live_config'] as const) {
        const config = await open({ view, persona: 'broadcaster', theme, language });
        await config.locator('[role=switch]').first().waitFor();
        all.push(...(await serious(config, `${view} ${theme}`)));
      }
    }
    expect(all).toEqual([]);
  });

  it('work by keyboard alone', async () => {
    const page = await open({ persona: 'shared' });
    await page.locator('#tab-now').focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('#tab-map').getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('End');
    expect(await page.locator('#tab-you').getAttribute('aria-selected')).toBe('true');
  });

  it('stand in frames of the rig, as Twitch frames them', async () => {
    const page = await browser.newPage({ viewport: { width: 1400, height: 1400 } });
    pages.push(page);
    await page.goto(origin);
    const panel = page.frameLocator('iframe[title=panel]').first();
    await panel.locator('header h1').waitFor();
    await page.locator('button[data-language=ru]').click();
    await panel.getByText('Эфир').waitFor();
  });

  it('say so when the channel is in no race', async () => {
    await given.extension.desk.bindings.unbind(CHANNEL);
    const page = await open({ persona: 'viewer', language: 'ru' });
    await page.getByText('Этот канал сейчас не в гонке').waitFor();
    await backToGame();
  });
});

describe('a viewer', () => {
  it('logged out sees the vote and cannot cast one', async () => {
    const { game, poll } = await voteOnAir();
    const page = await open({ persona: 'anonymous' });
    await page.getByText('Log in to Twitch to vote').first().waitFor();
    expect(await page.locator('.options button').first().isDisabled()).toBe(true);
    expect(votersOf(game, poll)).toBe(0);
  });

  it('without a name votes once, and after sharing the vote is that of the name: chat and panel are one', async () => {
    const { game, poll } = await voteOnAir();
    const page = await open({ persona: 'viewer' });
    await page.locator('.options button').first().click();
    await until(() => votersOf(game, poll) === 1, 'the vote counts');
    await page.locator('#tab-you').click();
    await page.getByRole('button', { name: 'Share my Twitch name' }).click();
    await page.getByText('Name shared').waitFor();
    game.cast(poll.id, [{ voter: 'twitch:3003', choice: 2, sentAt: game.clock.now() }]);
    expect(votersOf(game, poll)).toBe(1);
    await page.locator('#tab-now').click();
    await page.locator('.options button').first().click();
    await until(async () => (await said(page).count()) > 0, 'an answer');
    expect(votersOf(game, poll)).toBe(1);
  });

  it('with a name sees the count that others make, and changes their mind', async () => {
    const { game, poll } = await voteOnAir();
    const page = await open({ persona: 'shared' });
    const options = page.locator('.options button');
    await options.nth(1).click();
    await until(async () => (await options.nth(1).getAttribute('aria-pressed')) === 'true', 'it is marked');
    await page.getByText('1 vote', { exact: true }).waitFor();
    const others = Array.from({ length: 3 }, (_, n) => ({
      voter: `twitch:${n}`,
      choice: 1,
      sentAt: game.clock.now(),
    }));
    game.cast(poll.id, others);
    // Heard by PubSub, through the simulated Twitch.
    await page.getByText('4 votes', { exact: true }).waitFor();
    await options.first().click();
    await until(
      () => (game.view('board') as BoardView).tally[poll.id]?.totals['1'] === 4,
      'the mind is changed',
    );
    expect(votersOf(game, poll)).toBe(4);
    expect(twitch.heard.length).toBeGreaterThan(0);
  });

  it('pays with Bits once, and has the receipt', async () => {
    await backToGame();
    await given.extension.desk.bindings.turn(CHANNEL, { bits: true });
    const page = await open({ persona: 'shared' });
    await page.locator('#tab-you').click();
    await page.getByRole('button', { name: 'Hot Soup: 40 Bits' }).click();
    await page.getByText('Done: Hot Soup').waitFor();
    await page.getByText('Bits: Hot Soup').waitFor();
    const told = (given.game.view('log') as { moments: { events: { type: string }[] }[] }).moments;
    expect(told.flatMap(({ events }) => events).filter(({ type }) => type === 'redeemed')).toHaveLength(1);
  });

  it('has a receipt handed in later when the game could not be reached, across a reload', async () => {
    await backToGame();
    await given.extension.desk.bindings.turn(CHANNEL, { bits: true });
    const page = await open({ persona: 'shared' });
    await page.route('**/ext/bits*', (route) => route.abort());
    await page.locator('#tab-you').click();
    await page.getByRole('button', { name: 'Pocket Money: 30 Bits' }).click();
    await page.getByText('The game is not answering').first().waitFor();
    await page.unroute('**/ext/bits*');
    await page.reload();
    await page.getByText('Done: Pocket Money').waitFor();
    faults.splice(0);
  });

  it('who was made a helper uses what the grant reaches; the bag shows it', async () => {
    const { game } = given;
    const [player, held] = Object.values(game.host.state.players).flatMap(({ id, bag }) =>
      bag
        .filter(({ item }) => ['self', 'all'].includes(game.rules.items[item]?.target ?? ''))
        .map((one) => [id, one] as const),
    )[0]!;
    await given.extension.desk.bindings.bind(CHANNEL, { game: game.id, player });
    const grant = {
      tags: [],
      items: [held.item],
      target: 'any',
      uses: 3,
      per: 'day',
      until: null,
      approval: true,
    } as const;
    const command = { type: 'grantHelper', viewer: 'twitch:3005', grant } as const;
    expect((await game.act({ id: 'grant', as: { player }, command })).ok).toBe(true);
    const page = await open({ persona: 'helper' });
    await page.locator('#tab-bag').click();
    await page
      .locator('li', { has: page.locator('.hand') })
      .first()
      .locator('.plate')
      .click();
    await page.getByRole('button', { name: 'Use' }).click();
    await until(() => game.host.state.players[player]?.requests.length === 1, 'the streamer is asked');
    const stranger = await open({ persona: 'shared' });
    await stranger.locator('#tab-bag').click();
    await stranger.locator('.plate').first().waitFor();
    expect(await stranger.locator('.hand').count()).toBe(0);
    await backToGame();
  });
});

describe('the broadcaster', () => {
  it('takes a seat with the code of the host, and turns switches; a wrong code is told', async () => {
    await given.extension.desk.bindings.unbind(CHANNEL);
    const page = await open({ view: 'config', persona: 'broadcaster' });
    const code = page.getByRole('textbox');
    await code.fill('AAAA-BBBB');
    await page.getByRole('button', { name: 'Take the seat' }).click();
    await page.getByText('The code is wrong or used up').waitFor();
    await code.fill(given.extension.codeFor({ game: given.game.id, player: 'p2' }));
    await page.getByRole('button', { name: 'Take the seat' }).click();
    await page.getByText('Seat at the table: Boris').waitFor();
    await page.getByRole('switch').first().click();
    await page.getByText('Saved.').waitFor();
    expect(given.extension.desk.bindings.of(CHANNEL)).toMatchObject({
      player: 'p2',
      switches: { trials: false },
    });
    await until(() => twitch.segment(CHANNEL)?.content.includes('"on":true') === true, 'the segment is set');
    await backToGame();
  });

  it('is the only one who sees these pages', async () => {
    const page = await open({ view: 'config', persona: 'shared' });
    await page.getByText('Only the owner of the channel can set this').waitFor();
  });
});
