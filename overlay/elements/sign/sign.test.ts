import { describe, expect, it } from 'vitest';
import { enStage } from '../../texts/en.stage.ts';
import { ruStage } from '../../texts/ru.stage.ts';
import type { SignName } from '../../texts/stage-words.ts';
import { faults } from '../fixture/faults.ts';
import { makeFace } from '../fixture/fixture.ts';
import { mount } from '../fixture/mount.ts';
import { signFor } from './sign.element.ts';
import './sign.ts';

describe('msig-sign', () => {
  it.each(Object.keys(enStage.signs) as SignName[])('shows %s with art, in short words', async (name) => {
    const element = document.createElement('msig-sign');
    element.name = name;
    const { words, all } = await mount(element, makeFace(), 640);
    expect(words()).toContain(enStage.signs[name].title);
    expect(all('.rose')).toHaveLength(1);
    for (const { title, line } of [enStage.signs[name], ruStage.signs[name]]) {
      expect(title.length).toBeLessThanOrEqual(30);
      expect(line.length).toBeLessThanOrEqual(60);
    }
    expect(await faults()).toEqual([]);
  });

  it('knows why the host has said goodbye', () => {
    expect(signFor('bad-token', 'k')).toBe('badKey');
    expect(signFor('token-expired', 'k')).toBe('expired');
    expect(signFor('forbidden', 'k')).toBe('foreign');
    expect(signFor('unknown-game', 'k')).toBe('noGame');
    expect(signFor('bad-token', '')).toBe('noKey');
    expect(signFor('constructor', 'k')).toBe('badKey');
  });
});
