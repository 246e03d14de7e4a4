/**
 * The rules of the game, sentence by sentence, and which tests of the walk are named after each. A sentence that waits
 * says what for.
 */

/** The names of its tests, or what it waits for. */
export type Proved = readonly string[] | { readonly waits: string };
export type Sentence = readonly [says: string, proved: Proved];

const WHO: readonly Sentence[] = [
  ['guest: read rules, watch games', ['guest: may read rules', 'guest: may watch games']],
  ['user: see games, maps, bags', ['user: may see games, maps, bags']],
  [
    'user: apply to play; apply to create a game',
    ['user: may apply to play', 'user: may apply to create a game'],
  ],
  [
    'viewer: anyone in a player’s chat: vote, trigger trials, earn influence, ask for status',
    [
      'viewer: anyone in a player’s chat may vote',
      'viewer: may trigger trials',
      'viewer: earns influence',
      'viewer: may ask for status',
    ],
  ],
  [
    'helper: a viewer to whom a player granted limited use of their bag',
    ['helper: a viewer to whom a player granted limited use of their bag'],
  ],
  ['player: own avatar, bag, helpers, diplomacy', ['player: own avatar, bag, helpers, diplomacy']],
  ['player: notes', ['player: notes']],
  [
    'referee: judges trials, pauses, answers; no tuning',
    ['referee: judges trials, pauses, answers; no tuning'],
  ],
  [
    'admin: changes roles, edits rules, tunes the engine',
    ['admin: changes roles', 'admin: edits rules', 'admin: tunes the engine'],
  ],
  ['admin: approves applications', ['admin: approves applications']],
  ['A viewer is a (platform, user id) pair', ['A viewer is a (platform, user id) pair']],
  [
    'Linking several into one account takes a one-time code typed in the other chat',
    ['Linking several into one account takes a one-time code typed in the other chat'],
  ],
  [
    'from then on one person has one vote and one set of helper rights everywhere, and can unlink',
    ['from then on one person has one vote', 'and one set of helper rights everywhere', 'and can unlink'],
  ],
  ['Names are for show only: rights hang on ids', ['Names are for show only: rights hang on ids']],
];

const LIFE: readonly Sentence[] = [
  [
    'draft -> lobby -> running <-> paused -> superGame -> finished (also cancelled from any)',
    ['lobby -> running <-> paused -> superGame -> finished', '(also cancelled from any)'],
  ],
  ['A user’s application is approved', ['A user’s application is approved']],
  [
    'the game is made from a pack, a seed, a pace and a map size; the map is generated',
    ['the game is made from a pack, a seed, a pace and a map size; the map is generated'],
  ],
  ['players join, pick character, skills, attributes', ['players join, pick character, skills, attributes']],
  ['at 4 to 8 ready players it starts', ['at 4 to 8 ready players it starts']],
  [
    'Empty seats can be filled by practice bots',
    ['Empty seats can be filled by practice bots, so that one person can try the game alone'],
  ],
  [
    'Players act asynchronously: each has an own turn state, nobody waits for anybody',
    [
      'Players act asynchronously: each has an own turn state, nobody waits for anybody',
      'ready -> moving (a fork to choose) -> resolving -> ready',
    ],
  ],
  [
    'A roll costs a token of that seat: in session one token every so many seconds, at most 2 kept',
    ['A roll costs a token of that seat: in session one token every 90 s, at most 2 kept'],
  ],
  [
    'in marathon one token for each finished trial, so that nobody wins by typing fast',
    ['in marathon one token for each finished trial, so that nobody wins by typing fast'],
  ],
  ['Targets that balance is measured against', ['Targets that balance is measured against']],
  [
    '`rounds` is a second, optional turn order for evening games (players in seat order, with a timer)',
    ['`rounds` is a second, optional turn order for evening games', 'players in seat order', 'with a timer'],
  ],
  [
    'Absence: time counts while the player is live on their platform; days off can be planned',
    ['Absence: time counts while the player is live on their platform', 'days off can be planned'],
  ],
  [
    'who is offline longer than a day is shielded from hostile items',
    ['who is offline longer than a day is shielded from hostile items'],
  ],
  [
    'after 3 days the referee may put a seat on autopilot or release its goods',
    ['after 3 days the referee may put a seat on autopilot', 'or release its goods'],
  ],
  ['Leaving never blocks others', ['Leaving never blocks others']],
];

const MAP: readonly Sentence[] = [
  [
    'A matrix of cells. Active cells form a directed track graph; passive cells are scenery',
    [
      'A matrix of cells',
      'Active cells form a directed track graph from start to finish',
      'passive cells are scenery',
    ],
  ],
  ['Several avatars may share a cell', ['Several avatars may share a cell']],
  [
    'Sizes: S 60, M 110, L 160 cells on the main track',
    ['Sizes: S 60, M 110, L 160 cells on the main track'],
  ],
  [
    'Zones are connected areas; each has elements, tags, tiers, a palette, weights and dice skew',
    [
      'Zones are connected areas',
      'each zone has elements, environment tags, a tier range, weights for cell kinds and loot',
      'a palette',
      'and dice skew',
    ],
  ],
  [
    'Five biomes: Heaven, Hell, Crystal Cave, Forest Thicket, The Static',
    ['Five biomes: Heaven, Hell, Crystal Cave, Forest Thicket, The Static'],
  ],
  ['Elements: earth, water, fire, electricity', ['Elements: earth, water, fire, electricity']],
  ['Physical properties: push, stun, slow, bleed', ['Physical properties: push, stun, slow, bleed']],
  [
    'trap: placed once at generation; on landing samples a bad effect by zone',
    ['trap: placed once at generation', 'trap: on landing samples a bad effect by zone'],
  ],
  ['chest: its opposite', ['chest: its opposite']],
  [
    'camp: nobody can target you there, some debuffs end, HP returns, it is your checkpoint',
    [
      'camp: nobody can target you there',
      'camp: some debuffs end',
      'camp: HP returns, it is your checkpoint',
    ],
  ],
  [
    'market: buy and sell for resources; stock by zone, prices by reputation; two players may trade',
    [
      'market: buy and sell for resources',
      'market: stock by zone',
      'market: prices by reputation',
      'market: two players in one market may trade',
    ],
  ],
  [
    'gate: between zones; avatars stop here; opened by the zone’s guardian or mass trial',
    [
      'gate: between zones; avatars stop here',
      'gate: opened by the zone’s guardian',
      'gate: or by a mass trial',
    ],
  ],
  [
    'object: something of the world that a certain reach or tool opens',
    [
      'object: something of the world that a certain reach or tool opens',
      'cracks (near weapon)',
      'vines (far)',
      'slot levers (mid blade)',
      'zone-specific ones',
    ],
  ],
  [
    'and ones that need a tool found later, so that going back pays',
    [
      'and ones that need a tool found later, so that going back pays',
      'who has come by the tool while standing there opens it before going on',
    ],
  ],
  [
    'Opens shortcuts, secrets, treasure; stays open for all who come after',
    ['Opens shortcuts', 'secrets', 'treasure', 'stays open for all who come after'],
  ],
  [
    'Forks: a roll that reaches a fork asks for a way, with a time-out to the main track',
    ['Forks: a roll that reaches a fork asks for a way', 'with a time-out to the main track'],
  ],
  [
    'Generation is a pure function of (pack, seed, size); same input, same map, byte for byte',
    ['Generation is a pure function of (pack, seed, size); same input, same map, byte for byte'],
  ],
  [
    'finish reachable from every active cell; zones connected',
    ['finish reachable from every active cell', 'zones connected'],
  ],
  [
    'camps at most 15 cells apart; no trap in the first 4 cells',
    ['camps at most 15 cells apart', 'no trap in the first 4 cells'],
  ],
  [
    'a shortcut saves at most 20% of the track; every object’s reward reachable',
    ['a shortcut saves at most 20% of the track', 'every object’s reward reachable'],
  ],
];

const CHARACTER: readonly Sentence[] = [
  [
    'Attributes: strength, agility, endurance, mind, luck. Base 5 each, 10 points to spend, cap 12',
    ['strength, agility, endurance, mind, luck', 'Attributes: base 5 each, 10 points to spend, cap 12'],
  ],
  [
    'Classes: pick one; each shifts attributes, gives one skill and one starting item: at least 6, each viable',
    [
      'Classes: pick one; each shifts attributes',
      'gives one skill and one starting item',
      'at least 6',
      'each viable (see balance)',
    ],
  ],
  ['Skills: pick two at start; more from trials', ['Skills: pick two at start', 'more from trials']],
  ['They shape the fighting style', ['They shape the fighting style']],
  [
    'Weapons: one for each reach: near, mid, far; switch at any time on the map',
    ['Weapons: one for each reach: near, mid, far', 'switch at any time on the map'],
  ],
  ['switch at any time in combat', ['switch at any time in combat']],
  [
    'Derived values come from one place: max HP, resistances, dice bonus, price factor',
    [
      'Derived values come from one place, the modifiers calculator',
      'resistances',
      'dice bonus',
      'price factor',
    ],
  ],
  [
    'damage per reach, initiative, dash, critical chance',
    ['damage per reach', 'initiative, critical chance', 'dash'],
  ],
  [
    'Pipeline: base -> class -> gear -> effects -> zone, each step listed on request',
    [
      'Pipeline: base -> class -> gear -> effects',
      '-> zone',
      'each step listed on request ("why is this 7?")',
    ],
  ],
  [
    'HP 0: back to the last camp, some gold lost, a short shaken debuff',
    ['HP 0: back to the last camp, some gold lost, a short shaken debuff'],
  ],
];

const CHANCE: readonly Sentence[] = [
  ['Start: three d4, permanent, rolled together', ['Start: three d4, permanent, rolled together']],
  [
    'Further dice (d3 to d20) are found; they are single-use boosters: `!roll +d8`',
    ['Further dice (d3 to d20) are found; they are single-use boosters: `!roll +d8`'],
  ],
  ['Pouch limit 6; a die over the limit becomes gold', ['Pouch limit 6; a die over the limit becomes gold']],
  [
    'Before a roll, anyone can ask for the odds, exact, for the chosen dice and effects',
    [
      'Before a roll, anyone can ask for the odds: the chance of each landing cell',
      'for the chosen dice and effects',
      '(`!odds`, ru `!шансы`; shown on the map)',
    ],
  ],
  [
    'Marathons: a finished `game` trial also grants booster dice by the length of the game',
    ['Marathons: a finished `game` trial also grants booster dice by the length of the game'],
  ],
  [
    'Coin: heads or tails; in every bag from the start; used by prizes, punishments, duels',
    ['Coin: heads or tails; in every bag from the start', 'used by prizes, punishments, duels'],
  ],
  [
    'Sampling: one weighted sampler serves items, trials, punishments, prizes',
    ['one weighted sampler serves items, trials, punishments, prizes'],
  ],
  ['and monsters, stories', ['and monsters', 'and stories']],
  [
    'parameters are tags (any/all/none), rarity, tier, zone, luck, pace, language, exclusions',
    [
      'Sampling: parameters are tags (any)',
      'tags (all)',
      'tags (none)',
      'rarity',
      'zone, pace, exclusions',
      'language',
      'tier and luck',
    ],
  ],
  [
    'without replacement where asked, and a pity counter against long droughts',
    ['without replacement where asked', 'a pity counter against long droughts'],
  ],
  [
    'before the first draw the game commits to a chain of secret epoch seeds',
    ['Before the first draw the game commits to a chain of secret epoch seeds'],
  ],
  [
    'every player’s own process adds a nonce (committed, then revealed)',
    ['every player’s own process adds a nonce (committed, then revealed)'],
  ],
  [
    'viewers add words (`!luck`) that count from the next epoch',
    ['viewers add words (`!luck`) that count from the next epoch'],
  ],
  [
    'every draw is a keyed function of these, the seat, the purpose and that seat’s own counter',
    [
      'every draw is a keyed function of these, the seat, the purpose and that seat’s own counter',
      'nobody can steer a die, not even by reordering other people’s commands',
    ],
  ],
  [
    'Seeds are revealed at each epoch’s end, and `verify` replays the exported game',
    ['Seeds are revealed at each epoch’s end', '`verify` replays the exported game'],
  ],
  [
    'Games started from a given seed are practice (`ranked: false`)',
    ['Games started from a given seed are practice (`ranked: false`)'],
  ],
  [
    'Admin tuning is an event of the log that everybody can see',
    ['Tuning is an event of the log that everybody can see'],
  ],
  [
    'Tuning: weights, dice skew, difficulty, prices, cooldowns, per game, zone or player, with a reason',
    [
      'weights, dice skew, difficulty, prices, cooldowns',
      'per game, zone or player',
      'with a reason; audited; reversible',
    ],
  ],
];

const BAG: readonly Sentence[] = [
  [
    'Items, dice, coin, effects, resources, available trials, score, statistics. Capacity 12 item slots',
    ['Items, dice, coin, effects, resources, available trials, score, statistics', 'Capacity 12 item slots'],
  ],
  ['notes', ['notes']],
  [
    'Items: category, rarity, range in cells, number of targets, TTL in the bag',
    [
      'category (consumable, wearable, die, artifact, tool, scroll, key), rarity',
      'range in cells',
      'number of targets',
      'TTL in the bag',
    ],
  ],
  ['material, power, magic power', ['material', 'power', 'magic power']],
  [
    'flags: transferable, stealable, protected, unique',
    ['flags: transferable', 'stealable', 'protected', 'unique'],
  ],
  [
    'Used on self, a rival, an area, a cell, everybody',
    ['Used on self, a rival, an area, a cell, everybody'],
  ],
  [
    'Worn, dropped, destroyed, sold, gifted, stolen, traded',
    [
      'Worn',
      'dropped',
      'destroyed (an artifact, when its charges are gone)',
      'sold',
      'gifted',
      'stolen',
      'traded',
    ],
  ],
  [
    'Effects: polarity; kind: global, local, instant, delayed, lasting, dispelling',
    ['polarity', 'kind: global', 'local', 'instant', 'delayed', 'lasting', 'dispelling'],
  ],
  [
    'stacking rule (refresh, stack to N, ignore, replace); priority',
    ['stacking rule: refresh', 'stack to N', 'ignore', 'replace', 'priority'],
  ],
  [
    'duration in turns, rolls, minutes or until a camp',
    ['duration in turns, rolls', 'minutes', 'or until a camp'],
  ],
  [
    'Effects are data: a list of operations from a closed vocabulary bound to hooks',
    [
      'Effects are data: a list of operations from a closed vocabulary bound to hooks',
      'hooks (before/after roll, move, enter cell, tick)',
      'being targeted',
      'trial',
      'buy',
      'expire',
    ],
  ],
  ['the hook of a combat round', ['the hook of a combat round']],
  ['A new effect is a new record, not new code', ['A new effect is a new record, not new code']],
  [
    'Texts of every entry: name, line, flavor, rule, ru and en',
    ['Texts of every entry: name, line, flavor, rule, ru and en'],
  ],
  [
    'Resources: gold; four elemental shards; influence',
    ['Resources: gold; four elemental shards; influence'],
  ],
  [
    'Reading others is free: status, place, distance to the nearest rival, effects, bag (unless veiled)',
    [
      'Reading others is free: status, place, buffs and debuffs, bag',
      'distance to the nearest rival',
      '(unless veiled by an effect)',
    ],
  ],
];

const TRIALS: readonly Sentence[] = [
  [
    'game: a real video game or feat; done with a link to proof; referee, viewers or rivals decide',
    [
      'game: a real video game or feat, sampled by genre, length, difficulty (marathon)',
      'player says done with a link to proof',
      'referee confirms',
      'or viewers vote',
      'or rivals contest inside a window',
    ],
  ],
  [
    'chat: the engine decides',
    [
      'chat: quiz, word scramble, riddle, number guess, emote race, “N different viewers write X in T seconds”, poll',
    ],
  ],
  ['check: dice + attribute against a difficulty', ['check: dice + attribute against a difficulty']],
  [
    'performance: viewers’ vote, one per viewer across platforms',
    ['performance: sing, act, tell: viewers’ vote, one per viewer across platforms'],
  ],
  [
    'combat: monster, guardian, waves; the engine decides',
    ['combat: monster', 'combat: guardian', 'combat: waves', 'combat: the engine decides'],
  ],
  [
    'duel of chats: two channels compete in the same chat game',
    ['duel of chats: two channels compete in the same chat game'],
  ],
  [
    'Kind `game` belongs to marathons; a practice bot’s result is drawn from length and difficulty',
    [
      'Kind `game` belongs to marathons (in session only where the pack says so)',
      'a practice bot’s result is drawn from the declared length and difficulty',
    ],
  ],
  [
    'Scope: individual, random, mass (all players), regional (all in a zone), timed',
    ['Scope: individual', 'random', 'mass (all players)', 'regional (all in a zone)', 'timed'],
  ],
  ['One active, two queued', ['One active, two queued']],
  ['Success: prize sampled by tier and luck', ['Success: prize sampled by tier and luck']],
  [
    'Failure or `!drop`: punishment sampled (lose an item, step back, debuff, fine, coin flip)',
    [
      'Failure or `!drop`: punishment sampled',
      'a game given up skips none of its time',
      '(lose an item, step back, debuff, fine, coin flip)',
    ],
  ],
  ['`!reroll` where an item allows it', ['`!reroll` where an item allows it']],
  [
    'Evidence: category and time history; a contested result goes to a jury of linked viewers',
    [
      'Evidence: category and time history of the stream',
      'a contested result goes to a jury of randomly drawn linked viewers',
    ],
  ],
  [
    'Viewers trigger trials for a player: channel points, Kick rewards, Super Chat, or influence',
    [
      'Viewers trigger trials for a player: channel points, Kick rewards, Super Chat',
      'or influence through `!trial`',
    ],
  ],
  [
    'Limits per player and viewer; what cannot be served is refunded, and says why',
    ['Limits per player and viewer', 'what cannot be served is refunded, and says why'],
  ],
  [
    'Every redemption ends as applied or returned, with a receipt, across crashes and the end of the game',
    [
      'Every redemption ends as applied or returned',
      'with a public receipt',
      'across crashes',
      'and the end of the game',
    ],
  ],
  [
    'A printed equaliser formula (sub-linear, capped, with a budget per hour)',
    [
      'A printed equaliser makes a chat of 150 and a chat of 20,000 comparable (sub-linear, capped',
      'with a budget per hour)',
    ],
  ],
  [
    'Windows close by event time plus each platform’s measured lag, and say so on screen',
    ['Windows close by event time plus each platform’s measured lag, and say so on screen'],
  ],
];

const FIGHTS: readonly Sentence[] = [
  [
    'families hold templates: templateId, narrativeHint, baseStats, skills, allowedTiers, environmentTags',
    ['families hold templates: templateId, narrativeHint, baseStats, skills, allowedTiers, environmentTags'],
  ],
  ['allowedTiers (0 to 7)', ['allowedTiers (0 to 7)']],
  ['defaultTags for the family', ['defaultTags for the family']],
  ['Tier multipliers and affixes are tables', ['Tier multipliers and affixes are tables']],
  [
    'rawStats = (template.baseStats + affix.addedStats) * tier.statMultiplier',
    ['rawStats = (template.baseStats + affix.addedStats) * tier.statMultiplier'],
  ],
  ['derived = modifiersCalculator(rawStats)', ['derived = modifiersCalculator(rawStats)']],
  [
    'finalSkills = template.skills + affix.injectSkills, no duplicates',
    ['finalSkills = template.skills + affix.injectSkills, no duplicates'],
  ],
  [
    'finalHint = affix.visualPrefix + " " + template.narrativeHint',
    ['finalHint = affix.visualPrefix + " " + template.narrativeHint'],
  ],
  [
    'findMonstersByTags answers from an index, not by scanning',
    ['findMonstersByTags answers from an index, not by scanning'],
  ],
  [
    'templates of that tier with any of the tags, best overlap first',
    ['templates of that tier with any of the tags, best overlap first'],
  ],
  [
    'the encounter service picks by zone tags, takes the affix of the zone’s element tag, the factory assembles',
    [
      'the encounter service picks by zone tags, takes the affix of the zone’s element tag, the factory assembles',
    ],
  ],
  ['the result is a plain combat session object', ['the result is a plain combat session object']],
  [
    'A language model may give a name and a description from the hint',
    ['A language model may give a name and a description from the hint'],
  ],
  ['without one, a grammar does', ['without one, a grammar does']],
  ['Families at start', ['Families at start']],
  [
    'burrower: viewers vote where; a right guess is a free pre-emptive strike that throws it out',
    ['burrower: viewers vote where; a right guess is a free pre-emptive strike that throws it out'],
  ],
  [
    'regenerator: heals each round unless finished quickly; burning stops it',
    ['regenerator: heals each round unless finished quickly; burning stops it'],
  ],
  [
    'ram bird: untouchable until it has hit; then stunned and open. Comes in flocks',
    ['ram bird: untouchable until it has hit; then stunned and open. Comes in flocks'],
  ],
  [
    'blast mouse: wakes when approached; awake it cannot be killed, only dashed away from',
    ['blast mouse: wakes when approached; awake it cannot be killed, only dashed away from'],
  ],
  ['Three distance bands: near, mid, far', ['Three distance bands: near, mid, far']],
  [
    'Each round a fighter does one of: attack with a reach, dash, skill',
    ['Each round a fighter does one of: attack with a reach, dash, skill'],
  ],
  ['weapon switch (free)', ['weapon switch (free)']],
  [
    'staying in the same band two rounds running gives the enemy a bonus',
    ['staying in the same band two rounds running gives the enemy a bonus'],
  ],
  ['Dash: one-round cooldown', ['Dash: one-round cooldown']],
  ['does not cancel damage at first', ['does not cancel damage at first']],
  ['skills change it', ['skills change it']],
  ['Numbers come from the calculator', ['Numbers come from the calculator']],
  ['chance from the seeded draw', ['chance from the seeded draw']],
  [
    'A time-out plays a simple policy, so no fight hangs',
    ['A time-out plays a simple policy, so no fight hangs'],
  ],
  ['Skills and synergies are data', ['Skills and synergies are data']],
  ['At least eight', ['At least eight']],
  [
    'Glass Cannon: at or below one hit’s worth of HP, damage doubles',
    ['Glass Cannon: at or below one hit’s worth of HP, damage doubles'],
  ],
  ['Vampirism: heals a share of every third strike', ['Vampirism: heals a share of every third strike']],
  [
    'With Glass Cannon at low HP: claws replace the weapon, dash becomes a bat',
    ['With Glass Cannon at low HP: claws replace the weapon, dash becomes a bat'],
  ],
  ['Chain Magic: slashes add chain strikes', ['Chain Magic: slashes add chain strikes']],
  [
    'With Vampirism: bind a strong enemy and bite, stealing part of its soul (a lasting debuff)',
    ['With Vampirism: bind a strong enemy and bite, stealing part of its soul (a lasting debuff)'],
  ],
  [
    'With Glass Cannon: chains throw back enemies that jumped away, onto the blade',
    ['With Glass Cannon: chains throw back enemies that jumped away, onto the blade'],
  ],
  ['Each skill must be worth taking alone', ['Each skill must be worth taking alone']],
  [
    'PvP clash: three rounds of strike, guard, feint chosen by each chat’s vote',
    ['PvP clash: three rounds of strike, guard, feint chosen by each chat’s vote'],
  ],
  ['Unique scenes: hold a room against waves', ['Unique scenes: hold a room against waves']],
  ['a boy stuck in a tree', ['a boy stuck in a tree']],
  ['Each round a fighter does one of: item', ['Each round a fighter does one of: item']],
];

const REPUTATION: readonly Sentence[] = [
  [
    'Story cells run short interactive scenes written in ink, in ru and en',
    ['Story cells run short interactive scenes written in ink', 'in ru and en'],
  ],
  [
    'Player chooses (!choose 2) or lets the chat vote',
    ['Player chooses (!choose 2)', 'or lets the chat vote'],
  ],
  [
    'Some choices are never announced: what the player did (the beaten duellist)',
    [
      'Some choices are never announced',
      'left the beaten duellist alive, or killed him as his daughter walked in',
    ],
  ],
  ['what the player did is recorded as a fact', ['what the player did is recorded as a fact']],
  [
    'later prices and people answer to it',
    ['people answer to it', 'prices answer to it', 'to nobody else', 'until it is set right'],
  ],
  ['later scenes answer to it', ['later scenes answer to it']],
  ['Reputation per zone, -100 to 100', ['Reputation per zone', '-100 to 100']],
  [
    'At least 20 scenes, at least 6 chains whose consequences land in another zone',
    ['At least 20 scenes', 'at least 6 chains whose consequences land in another zone'],
  ],
];

const TOGETHER: readonly Sentence[] = [
  [
    'Alliance: offer, accept, decline, leave; at most two partners',
    ['Alliance: offer, accept, decline, leave', 'at most two partners'],
  ],
  [
    'Allies gift at any distance, cannot target one another, may assist once per fight',
    ['Allies gift at any distance', 'cannot target one another', 'may assist once per fight'],
  ],
  ['Breaking it marks an oathbreaker for a while', ['Breaking it marks an oathbreaker for a while']],
  [
    'War: declared on one rival, with a cooldown; lasts 24 h or 20 min; removes range limits',
    [
      'War: declared on one rival',
      'with a cooldown',
      'lasts 24 h (marathon) or 20 min (session)',
      'removes range limits on items',
    ],
  ],
  [
    'meeting on one cell forces a clash; spoils to the winner; peace by agreement',
    ['meeting on one cell forces a clash', 'spoils to the winner', 'peace by agreement'],
  ],
  [
    'Items on rivals: within range, not in camps, not on allies; wards and reflections answer',
    ['Items on rivals: within range', 'not in camps', 'not on allies', 'wards and reflections answer'],
  ],
  [
    'treaties: data with terms, expiry and the price of betrayal, public in the chronicle',
    ['treaties: data with terms, expiry and the price of betrayal', 'public in the chronicle'],
  ],
  [
    'Trade in a market: offer, counter, confirm on both sides; atomic',
    ['Trade in a market: offer', 'counter', 'confirm on both sides; atomic'],
  ],
  [
    'Helpers: which tags or items, on whom, how many uses, until when, with approval or without',
    [
      'Helpers: which tags or items',
      'on self only or on rivals too',
      'how many uses',
      'until when',
      'with approval or without',
    ],
  ],
  [
    'Every use is logged under the helper’s id. Revoked at any time',
    ['Every use is logged under the helper’s id', 'Revoked at any time'],
  ],
  [
    'In-game chat: players, alliance, everyone; moderated',
    ['In-game chat: players', 'alliance', 'everyone', 'moderated'],
  ],
];

const SUPER_GAME: readonly Sentence[] = [
  [
    'Who reaches the finish opens it: three stages, each for a different strength',
    ['Who reaches the finish opens it', 'three stages, each for a different strength'],
  ],
  ['the guardian', ['the guardian (combat at tier 7)']],
  ['the chorus', ['the chorus (a chat trial of all the player’s platforms at once)']],
  [
    'the last throw: a dice duel against the house or the runner-up, with the bag as stakes',
    [
      'the last throw (a dice duel against the house',
      'or the runner-up',
      'with what is left in the bag as stakes)',
    ],
  ],
  ['Two of three win the game', ['Two of three win the game']],
  [
    'Lose: back to the last camp, and the gate closes for that player for a while: rivals may catch up',
    ['Lose: back to the last camp, and the gate closes for that player for a while', 'rivals may catch up'],
  ],
  [
    'At the end: places, statistics, seed revealed, season table updated',
    ['At the end: places', 'statistics', 'seed revealed', 'season table updated'],
  ],
];

const COMMANDS: readonly Sentence[] = [
  [
    'Every command exists in Russian and English, with aliases, case- and layout-insensitive',
    [
      'Every command exists in Russian and English',
      'with aliases, case- and layout-insensitive, where it is unambiguous',
    ],
  ],
  [
    'names match by prefix and small typos; an ambiguous name asks back, and never picks',
    ['Item and player names match by prefix and small typos', 'an ambiguous name asks back, and never picks'],
  ],
  [
    'roll, way, use / wear / take off / drop / sell / gift, coin, trial, market / buy',
    ['the table of commands'],
  ],
  [
    'status / place / nearest / effects / bag / odds / map / top / rule / help',
    ['questions: status, place, nearest, effects, bag, market, odds, map, top, rule, help'],
  ],
  ['alliance / accept / decline / leave, war / peace, trade', ['alliance, war, peace, trade']],
  ['helpers', ['helpers']],
  ['fight: attack / dash / skill / weapon / auto', ['fight: attack / dash / skill / weapon / auto']],
  ['story', ['story: choose']],
  [
    'viewers: vote (or a bare number while a vote runs)',
    ['viewers: vote (or a bare number while a vote runs)'],
  ],
  ['link accounts', ['link accounts']],
  ['referee: start / pause / resume / judge / undo', ['referee: start / pause / resume / judge / undo']],
  [
    'Answers are short, in the channel’s language, merged and throttled under each platform’s limits',
    ['Answers are short', 'in the channel’s language', 'merged and throttled under each platform’s limits'],
  ],
  ['errors say what to type instead', ['errors say what to type instead']],
];

const BOOK: readonly Sentence[] = [
  [
    'a numbered rule book (1, 1.1, 1.2 ...) in the pack, in ru and en',
    ['a numbered rule book (1, 1.1, 1.2 ...) in the pack, in ru and en'],
  ],
  [
    'every item, effect, trial and cell links to its rule',
    ['every item, effect, trial and cell links to its rule'],
  ],
  ['tooltips, `!rule 5.2` and the site show it', ['tooltips, `!rule 5.2` and the site show it']],
  ['changes keep a history', ['changes keep a history']],
];

const BALANCE: readonly Sentence[] = [
  [
    'no class wins more than 1.35 times its fair share',
    ['no class wins more than 1.35 times its fair share'],
  ],
  [
    'no single item raises its owner’s win rate by more than 12 points',
    ['no single item raises its owner’s win rate by more than 12 points'],
  ],
  [
    'item lift is measured on paired games (same seeds with and without the item)',
    ['item lift is measured on paired games (same seeds with and without the item)'],
  ],
  [
    'comeback: the player who is last at half still wins at least 6%',
    ['comeback: the player who is last at half still wins at least 6%'],
  ],
  [
    'median game length within 15% of the pace’s target',
    ['median game length within 15% of the pace’s target'],
  ],
  ['no dead end ever (every game ends)', ['no dead end ever (every game ends)']],
];

const OURS: readonly Sentence[] = [
  ['1. Every draw provable', ['1. Every draw provable by anyone, offline']],
  [
    '2. A season is one replayable, hash-linked file',
    ['2. A season is one replayable, hash-linked file with its rules’ version'],
  ],
  [
    '3. Admin corrections with a preview, then compensating events; nothing is ever overwritten',
    ['3. Admin corrections with a “what if” preview, then compensating events'],
  ],
  ['4. Settle-or-refund ledger', ['4. Settle-or-refund ledger']],
  ['5. Verifiable votes', ['5. Verifiable votes: a receipt per ballot, the digest published']],
  ['6. Latency-fair windows', ['6. Latency-fair windows']],
  ['7. Audience equaliser', ['7. Audience equaliser']],
  ['8. One person across platforms', ['8. One person across platforms']],
  ['9. Helper grants', ['9. Helper grants']],
  ['10. Absence protocol', ['10. Absence protocol']],
  ['11. Treaties as data', ['11. Treaties as data']],
  ['12. A balance laboratory before the season', ['12. A balance laboratory before the season']],
  [
    '13. A change of rules is tried on the log first, and takes effect from a named turn',
    [
      '13. A change of rules is tried on the log first (who would stand where)',
      'and takes effect from a named turn',
    ],
  ],
  [
    '14. Characters that know only what happened',
    { waits: 'characters with a voice, who answer out of a query on the log' },
  ],
  ['14. ... and can change no number', ['14. Words of the narrator can change no number']],
  ['15. “Previously on ...”', ['15. “Previously on ...”: a recap made from the log']],
  ['16. Fog of war', ['16. Fog of war: each face shows what that audience may know']],
  ['17. The overlay reports its own health', ['17. The overlay reports its own health']],
  ['18. Quiet mass input', ['18. Quiet mass input: votes by bare numbers, so that chat stays a chat']],
  ['19. The board in words', ['19. The board in words: `!map`']],
  ['20. Kill drills', ['20. Kill drills: nothing is lost by a restart']],
];

/** By the number of the section. */
export const SENTENCES: Readonly<Record<string, readonly Sentence[]>> = {
  1: WHO,
  2: LIFE,
  3: MAP,
  4: CHARACTER,
  5: CHANCE,
  6: BAG,
  7: TRIALS,
  8: FIGHTS,
  9: REPUTATION,
  10: TOGETHER,
  11: SUPER_GAME,
  12: COMMANDS,
  13: BOOK,
  14: BALANCE,
  15: OURS,
};
