/**
 * Style sheet of the moving parts. Only transform and opacity ever change; sizes are board pixels.
 * All weather moves on one beat of an eighth of a second, so that frames between two beats cost nothing.
 */
export const STYLES = `
.msig-board { position: absolute; left: 0; top: 0; transform-origin: 0 0; color: #fbf5e4; user-select: none;
  -webkit-locale: "ru"; font-language-override: "RUS";
  font-family: "Sofia Sans Condensed", "Arial Narrow", sans-serif; font-variant-numeric: tabular-nums lining-nums; }
.msig-board .pane { position: absolute; inset: 0; overflow: hidden; background: #05060d; contain: strict; }
.msig-board .world { position: absolute; left: 0; top: 0; transform-origin: 0 0; will-change: transform; }
.msig-board .world > canvas { position: absolute; left: 0; top: 0; width: 100%; height: 100%; }
.msig-board .layer { position: absolute; left: 0; top: 0; width: 0; height: 0; }
.msig-board .frame { position: absolute; left: -24px; top: -24px; width: calc(100% + 48px); height: calc(100% + 48px); pointer-events: none; }
.msig-board .sprite { position: absolute; left: 0; top: 0; width: 0; height: 0; will-change: transform, opacity; }
.msig-board .sprite > canvas, .msig-board .centre { position: absolute; transform: translate(-50%, -50%); }
.msig-board .crown { top: -46px; }
.msig-board .badge { transform: none !important; }
.msig-board .more { position: absolute; right: 14px; top: 12px; min-width: 26px; padding: 0 4px; text-align: center; font: 800 20px/24px "Sofia Sans Condensed", sans-serif;
  border-radius: 12px; background: #070814; border: 2px solid #c9c5dc; box-sizing: content-box; }
.msig-board .plate { position: absolute; left: 0; top: 0; height: 30px; box-sizing: border-box; display: flex; align-items: center; background: #070814;
  border: 2px solid var(--seat); box-shadow: 0 0 0 2px #05060d; font: 740 21px/26px "Sofia Sans Condensed", "Arial Narrow", sans-serif; letter-spacing: .2px;
  will-change: transform, opacity; transition: opacity .18s linear; }
.msig-board .plate bdi { flex: 1; min-width: 0; padding: 0 9px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; text-align: center; }
.msig-board .plate b { flex: none; padding: 0 6px; background: var(--seat); color: #0a0b16; font-weight: 850; line-height: 26px; }
.msig-board .thread { position: absolute; left: 0; top: 0; height: 3px; background: #05060d; border-bottom: 1.5px solid var(--seat); transform-origin: 0 50%; }
.msig-board .halo { width: 150px; height: 150px; border-radius: 50%; background: radial-gradient(closest-side, rgba(255, 240, 200, .85), rgba(255, 220, 140, .35) 45%, rgba(255, 210, 120, 0)); }
.msig-board .ring { width: 120px; height: 120px; box-sizing: border-box; border-radius: 50%; border: 7px solid #fffdf4; box-shadow: 0 0 0 3px rgba(5, 6, 13, .7), inset 0 0 0 3px rgba(5, 6, 13, .7); }
.msig-board .ring.gold { border-color: #ffe08a; } .msig-board .ring.good { border-color: #b6f56a; } .msig-board .ring.bad { border-color: #ff7a5a; } .msig-board .ring.cool { border-color: #7fd8ff; }
.msig-board .step { width: 58px; height: 58px; box-sizing: border-box; border-radius: 50%; border: 4.5px solid #ffe9a8; box-shadow: 0 0 0 2.5px rgba(5, 6, 13, .8); }
.msig-board .say { padding: 1px 12px 2px; white-space: nowrap; font: 800 34px/38px "Alegreya SC", serif; font-feature-settings: "lnum"; -webkit-text-stroke: 8px #05060d; paint-order: stroke fill; }
.msig-board .say.good { color: #b6f56a; } .msig-board .say.bad { color: #ff9a80; } .msig-board .say.gold { color: #ffe08a; } .msig-board .say.cool { color: #9fe3ff; }
.msig-board .ray { width: 17px; height: 66px; background: linear-gradient(#fff8dc, rgba(255, 220, 130, 0)); clip-path: polygon(50% 0, 100% 100%, 0 100%); }
.msig-board .shard { width: 16px; height: 20px; background: linear-gradient(135deg, #fff6dc, var(--tone, #ffb02e)); clip-path: polygon(30% 0, 100% 35%, 70% 100%, 0 70%); }
.msig-board .way { width: 34px; height: 34px; box-sizing: border-box; border-radius: 50%; background: #070814; border: 3px solid #ffe9a8; text-align: center;
  font: 850 23px/27px "Sofia Sans Condensed", sans-serif; animation: msig-breathe 4s steps(16) infinite; }
.msig-board .flash { width: 170px; height: 170px; border-radius: 50%; background: radial-gradient(closest-side, rgba(255, 246, 214, .95), rgba(255, 214, 120, .5) 40%, rgba(255, 200, 90, 0)); }
.msig-board .flash.bad { background: radial-gradient(closest-side, rgba(255, 214, 190, .95), rgba(255, 96, 60, .5) 40%, rgba(255, 80, 40, 0)); }
.msig-board .flash.cool { background: radial-gradient(closest-side, rgba(230, 250, 255, .95), rgba(90, 200, 255, .5) 40%, rgba(80, 190, 255, 0)); }
.msig-board .minimap { position: absolute; right: 14px; bottom: 14px; background: #070814; border: 2px solid #c89b46; box-shadow: 0 0 0 3px #05060d; }
.msig-board .minimap canvas { display: block; }
.msig-board .minimap .view { position: absolute; left: 0; top: 0; border: 2px solid #fffdf4; box-sizing: border-box; transform-origin: 0 0; }
.msig-board .minimap i { position: absolute; left: -5px; top: -5px; width: 10px; height: 10px; border-radius: 50%; border: 1.5px solid #05060d; box-sizing: border-box; background: var(--seat); }
.msig-board .twinkle { position: absolute; opacity: 0; animation: msig-twinkle 8s steps(16) infinite; }
.msig-board .glint { position: absolute; opacity: 0; animation: msig-glint 8s steps(16) infinite; }
.msig-board .ember { position: absolute; width: 5px; height: 5px; border-radius: 50%; background: #ffc46b; opacity: 0; animation: msig-ember 8s infinite; }
.msig-board .firefly { position: absolute; width: 6px; height: 6px; border-radius: 50%; background: #e9ff9a; opacity: 0; animation: msig-firefly 8s steps(16) infinite; }
.msig-board .plume { position: absolute; width: 9px; height: 22px; background: linear-gradient(90deg, #fff7df 46%, #c9dcff 54%); clip-path: polygon(50% 0, 95% 45%, 55% 100%, 5% 45%); opacity: 0; animation: msig-plume 16s infinite; }
.msig-board .slip { position: absolute; opacity: 0; animation: msig-slip 8s steps(1) infinite; }
@keyframes msig-breathe { 0%, 100% { opacity: 1 } 50% { opacity: .62 } }
@keyframes msig-twinkle { 0% { opacity: 0 } 25% { opacity: .34 } 50%, 100% { opacity: 0 } }
@keyframes msig-glint { 0% { opacity: 0 } 25% { opacity: .42 } 50%, 100% { opacity: 0 } }
@keyframes msig-ember { 0% { opacity: 0; transform: translate(0, 0); animation-timing-function: steps(8) }
  12.5% { opacity: .85; transform: translate(0, -18px); animation-timing-function: steps(40) }
  75% { opacity: .5; transform: translate(var(--dx), -112px); animation-timing-function: steps(16) } 100% { opacity: 0; transform: translate(var(--dx), -150px) } }
@keyframes msig-firefly { 0%, 100% { opacity: 0; transform: translate(0, 0) } 25% { opacity: .9 } 50% { opacity: .15; transform: translate(var(--dx), -18px) } 75% { opacity: .9; transform: translate(calc(var(--dx) * .3), -34px) } }
@keyframes msig-plume { 0% { opacity: 0; transform: translate(0, 0) rotate(-30deg); animation-timing-function: steps(16) }
  12.5% { opacity: .75; transform: translate(calc(var(--dx) * .3), 20px) rotate(-14deg); animation-timing-function: steps(48) }
  50% { opacity: .7; transform: translate(var(--dx), 80px) rotate(35deg); animation-timing-function: steps(48) }
  87.5% { opacity: .6; transform: translate(calc(var(--dx) * .2), 146px) rotate(-18deg); animation-timing-function: steps(16) } 100% { opacity: 0; transform: translate(0, 170px) rotate(-25deg) } }
@keyframes msig-slip { 0%, 6.25%, 49%, 53.125%, 100% { opacity: 0 } 1.5625% { opacity: .8; transform: translate(9px, 0) } 3.125% { opacity: .8; transform: translate(-7px, 0) } 50% { opacity: .7; transform: translate(-12px, 0) } }
.msig-board.still * { animation: none !important; transition: none !important; }
`;
