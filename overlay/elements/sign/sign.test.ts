import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { enStage } from '../../texts/en.stage.ts';
import { ruStage } from '../../texts/ru.stage.ts';
import type { SignName } from '../../texts/stage-words.ts';
import { faults } from '../fixture/faults.ts';
import { makeBoard, makeFace } from '../fixture/fixture.ts';
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

  it.each([
    [1920, 160],
    [1920, 90],
    [420, 300],
    [360, 800],
    [1920, 1080],
  ])('fits a source of %i by %i', async (width, height) => {
    await page.viewport(width, height);
    for (const words of [enStage, ruStage]) {
      const element = document.createElement('msig-sign');
      element.name = 'expired';
      const lang = words === enStage ? 'en' : 'ru';
      const { find, all } = await mount(element, makeFace(makeBoard(), lang), width);
      const board = find('.board').getBoundingClientRect();
      for (const part of [board, ...all('.sign > *').map((one) => one.getBoundingClientRect())]) {
        expect(part.top).toBeGreaterThanOrEqual(board.top);
        expect(part.bottom).toBeLessThanOrEqual(Math.min(board.bottom, height));
        expect(part.left).toBeGreaterThanOrEqual(0);
        expect(part.right).toBeLessThanOrEqual(width);
      }
    }
    await page.viewport(1280, 720);
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
