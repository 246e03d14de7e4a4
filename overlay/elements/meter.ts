import { html, type TemplateResult } from 'lit';

/** Health in ten notches: green above 65%, amber above 35%, red below. */
export function healthMeter(hp: number, max: number, label: string): TemplateResult {
  const share = max > 0 ? Math.max(0, Math.min(1, hp / max)) : 0;
  const level = share > 0.65 ? '' : share > 0.35 ? 'mid' : 'low';
  return html`<div class="meter ${level}" role="meter" aria-label=${label} aria-valuemin="0" aria-valuemax=${max} aria-valuenow=${hp}>
    <i .style=${`--share:${share.toFixed(3)}`}></i>
  </div>`;
}
