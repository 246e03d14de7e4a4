/** Style sheet of lines and things that every theme draws alike. Dark edges keep them apart from any ground. */
export const SIGN_STYLES = `
.msig-board .bonds svg, .msig-board .passages svg, .msig-board .things svg { position: absolute; left: 0; top: 0; overflow: visible; fill: none; stroke-linecap: round; stroke-linejoin: round; }
.msig-board .bonds .sprite { animation: msig-bond .6s both; }
.msig-board .bond path { stroke-width: 3.5; stroke: #fffdf4; } .msig-board .bond .edge { stroke-width: 8; stroke: #05060dcc; }
.msig-board .bond.alliance path { stroke: #b6f56a; stroke-width: 3; } .msig-board .bond.alliance .edge { stroke: #05060dcc; stroke-width: 7; }
.msig-board .bond.truce path { stroke-dasharray: 12 11; } .msig-board .bond.truce .edge { stroke-dasharray: none; stroke: #05060d88; }
.msig-board .bond.tribute path { stroke: #ffe08a; stroke-width: 6; stroke-dasharray: .1 12; } .msig-board .bond.tribute .edge { stroke: #05060dcc; stroke-width: 9; stroke-dasharray: none; }
.msig-board .bond.war path { stroke: #ff6a4a; stroke-width: 4; } .msig-board .bond.war .edge { stroke: #05060d; stroke-width: 9; }
.msig-board .sprite > .bond-sign { transform: translate(-50%, -50%) scale(.62); }
.msig-board .passage path { stroke: #8fe6ff; stroke-width: 7; } .msig-board .passage .edge { stroke: #05060d; stroke-width: 13; }
.msig-board .passage .steps { stroke: #fffdf4; stroke-width: 3.5; stroke-dasharray: .1 15; }
.msig-board .things svg { transform: translate(-50%, -50%); }
.msig-board .thing circle { fill: #0b0d1c; stroke: #9aa3cf; stroke-width: 3; stroke-dasharray: 5 5; }
.msig-board .thing path { stroke: #e6e9ff; stroke-width: 2.6; fill: #9aa3cf33; }
.msig-board .thing.open circle { fill: #3a2a06; stroke: #ffe08a; stroke-dasharray: none; } .msig-board .thing.open path { stroke: #ffe9a8; fill: #ffcf3f44; }
@keyframes msig-bond { from { opacity: 0 } }
`;
