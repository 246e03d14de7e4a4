import { describe, expect, it } from 'vitest';
import { fitOf } from './stage-fit.ts';

const HD = { width: 1920, height: 1080 };
const STRIP = { width: 1920, height: 160 };
const scene = { size: null, scale: 1, widget: false };
const widget = { size: null, scale: 1, widget: true };

describe('fitOf', () => {
  it('fills the window with a scene, in its middle', () => {
    expect(fitOf(HD, { width: 1280, height: 720 }, scene).scale).toBeCloseTo(2 / 3);
    expect(fitOf(HD, { width: 1920, height: 1280 }, scene)).toEqual({ scale: 1, left: 0, top: 100 });
  });

  it('keeps a widget at its own size, smaller only where it would not fit, larger only when asked', () => {
    expect(fitOf(STRIP, { width: 2560, height: 1440 }, widget).scale).toBe(1);
    expect(fitOf(STRIP, { width: 960, height: 540 }, widget)).toEqual({ scale: 0.5, left: 0, top: 0 });
    expect(fitOf(STRIP, { width: 3840, height: 2160 }, { ...widget, scale: 2 }).scale).toBe(2);
  });

  it('takes the address for the window when it names a size', () => {
    const size = { width: 640, height: 360 };
    expect(fitOf(HD, HD, { ...scene, size }).scale).toBeCloseTo(1 / 3);
    expect(fitOf(STRIP, HD, { ...widget, size }).scale).toBeCloseTo(1 / 3);
  });
});
