/** All commands of the chat, one line each. A new one: a file in `list/` and a line here. */
import { accept } from './list/accept.ts';
import { ally } from './list/ally.ts';
import { approve } from './list/approve.ts';
import { assist } from './list/assist.ts';
import { auto } from './list/auto.ts';
import { autopilot } from './list/autopilot.ts';
import { back } from './list/back.ts';
import { bag } from './list/bag.ts';
import { betray } from './list/betray.ts';
import { buy } from './list/buy.ts';
import { challenge } from './list/challenge.ts';
import { choose } from './list/choose.ts';
import { coin } from './list/coin.ts';
import { contest } from './list/contest.ts';
import { dash } from './list/dash.ts';
import { dayoff } from './list/dayoff.ts';
import { decline } from './list/decline.ts';
import { deny } from './list/deny.ts';
import { discard } from './list/discard.ts';
import { done } from './list/done.ts';
import { drop } from './list/drop.ts';
import { effects } from './list/effects.ts';
import { flee } from './list/flee.ts';
import { gift } from './list/gift.ts';
import { go } from './list/go.ts';
import { helpFor } from './list/help.ts';
import { helper } from './list/helper.ts';
import { hit } from './list/hit.ts';
import { judge } from './list/judge.ts';
import { leave } from './list/leave.ts';
import { link } from './list/link.ts';
import { luck } from './list/luck.ts';
import { map } from './list/map.ts';
import { market } from './list/market.ts';
import { mute } from './list/mute.ts';
import { near } from './list/near.ts';
import { note } from './list/note.ts';
import { odds } from './list/odds.ts';
import { order } from './list/order.ts';
import { pause } from './list/pause.ts';
import { peace } from './list/peace.ts';
import { players } from './list/players.ts';
import { prop } from './list/prop.ts';
import { receipt } from './list/receipt.ts';
import { release } from './list/release.ts';
import { reroll } from './list/reroll.ts';
import { resume } from './list/resume.ts';
import { roll } from './list/roll.ts';
import { rule } from './list/rule.ts';
import { say } from './list/say.ts';
import { seat } from './list/seat.ts';
import { sell } from './list/sell.ts';
import { skill } from './list/skill.ts';
import { start } from './list/start.ts';
import { status } from './list/status.ts';
import { top } from './list/top.ts';
import { trade } from './list/trade.ts';
import { treaties } from './list/treaties.ts';
import { trial } from './list/trial.ts';
import { tribute } from './list/tribute.ts';
import { tuning } from './list/tuning.ts';
import { undo } from './list/undo.ts';
import { unlink } from './list/unlink.ts';
import { unwear } from './list/unwear.ts';
import { use } from './list/use.ts';
import { verdict } from './list/verdict.ts';
import { vote } from './list/vote.ts';
import { war } from './list/war.ts';
import { weapon } from './list/weapon.ts';
import { wear } from './list/wear.ts';
import { where } from './list/where.ts';
import { why } from './list/why.ts';
import type { CommandSpec } from './spec.ts';

/** In the order in which help names them. */
export const COMMANDS: readonly CommandSpec[] = [
  roll,
  go,
  choose,
  use,
  wear,
  unwear,
  hit,
  dash,
  skill,
  prop,
  flee,
  auto,
  weapon,
  discard,
  sell,
  buy,
  gift,
  coin,
  trial,
  done,
  drop,
  reroll,
  contest,
  status,
  where,
  near,
  effects,
  bag,
  odds,
  why,
  map,
  market,
  trade,
  ally,
  peace,
  tribute,
  war,
  accept,
  decline,
  leave,
  betray,
  assist,
  treaties,
  say,
  note,
  helper,
  approve,
  deny,
  dayoff,
  back,
  vote,
  challenge,
  luck,
  receipt,
  verdict,
  top,
  players,
  rule,
  tuning,
  link,
  unlink,
  helpFor(() => COMMANDS),
  start,
  pause,
  resume,
  judge,
  undo,
  seat,
  order,
  autopilot,
  release,
  mute,
];

/** The command as it is shown in a language: `!roll`, `!бросок`. */
export function commandName(id: string, lang: 'ru' | 'en'): string {
  const spec = COMMANDS.find((command) => command.id === id);
  return spec ? `!${spec.names[lang][0]}` : `!${id}`;
}
