import { describe, expect, it } from 'vitest';
import { FEATURES } from '../../adapters/platform/contract.ts';
import { abilityRows, platformAbilities } from './abilities.ts';
import { abilitiesJson, abilitiesMarkdown, abilitiesText } from './abilities-table.ts';

const of = (platform: string) => {
  const found = platformAbilities().find((one) => one.platform === platform);
  if (!found) throw new Error(`no ${platform}`);
  return found;
};

describe('the table of platforms', () => {
  it('has a row for every feature and a column for every platform', () => {
    expect(abilityRows().map(({ feature }) => feature)).toEqual(FEATURES);
    for (const { cells } of abilityRows())
      expect(cells.map(({ platform }) => platform)).toEqual([
        'twitch',
        'youtube',
        'kick',
        'vkvideo',
        'discord',
      ]);
  });

  it('tells what the adapters declare', () => {
    expect(of('twitch').without).toEqual(['read', 'roles']);
    expect(of('twitch').with).toEqual(FEATURES);
    expect(of('youtube').without).toEqual(['read', 'roles', 'stream-status', 'donations']);
    expect(of('youtube').with).not.toContain('rewards-create');
    expect(of('kick').without).toContain('read');
    expect(of('kick').with).toEqual(FEATURES.filter((feature) => feature !== 'polls'));
    expect(of('vkvideo').with).toEqual(expect.arrayContaining(['write', 'rewards-settle']));
    expect(of('vkvideo').with).not.toContain('moderation');
    expect(of('discord').without).toEqual([]);
    expect(of('discord').with).toContain('write');
  });

  it('gives nobody less with an account than without', () => {
    for (const { without, with: signedIn } of platformAbilities())
      expect(signedIn).toEqual(expect.arrayContaining([...without]));
  });

  it.each(['ru', 'en'] as const)('is the same on the terminal and in markdown (%s)', (lang) => {
    const cells = (text: string) => text.match(/[✓–] \/ [✓–]/g);
    expect(cells(abilitiesText(lang))).toEqual(cells(abilitiesMarkdown(lang)));
    expect(cells(abilitiesText(lang))).toHaveLength(FEATURES.length * 5);
    const table = abilitiesMarkdown(lang)
      .split('\n')
      .filter((line) => line.startsWith('|'));
    expect(table).toHaveLength(FEATURES.length + 2);
    expect(new Set(table.map((line) => line.split('|').length))).toEqual(new Set([8]));
  });

  it('is there for programs', () => {
    expect(JSON.parse(abilitiesJson())).toEqual({ platforms: platformAbilities() });
  });
});
