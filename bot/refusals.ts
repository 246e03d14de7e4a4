/**
 * What a person is told when a command is not taken: what is wrong, the number, what to type instead (VOICE 10).
 * Blanks: `{x}` a value · `{n|one|few|many}` (en `{n|one|many}`) a number with its noun · `[…]` is left out when a
 * blank inside has no value. `commands/answer/template.ts` fills them and turns ids into names.
 * Several variants where the same person may meet it twice in 30 seconds: platforms swallow equal messages.
 */

export interface RefusalText {
  readonly ru: readonly string[];
  readonly en: readonly string[];
}

const ENGINE = {
  // life of a game
  'not-running': {
    ru: ['Игра сейчас не идёт[: {status}]. Запускает ведущий: !старт'],
    en: ['The game is not running[: {status}]. The referee starts it: !start'],
  },
  'not-running:finished': {
    ru: ['Игра окончена[, победа за игроком {winner}]. Новая: Ctrl-C и npm start там, где она запущена'],
    en: ['The game is over[, {winner} has won]. For a new one: Ctrl-C and npm start where it runs'],
  },
  'not-running:cancelled': {
    ru: ['Игра отменена. Новая: Ctrl-C и npm start там, где она запущена'],
    en: ['The game was cancelled. For a new one: Ctrl-C and npm start where it runs'],
  },
  'not-running:paused': {
    ru: ['Игра на паузе. Снимает ведущий: !дальше'],
    en: ['The game is paused. The referee goes on with !resume'],
  },
  'not-lobby': {
    ru: ['Это меняют до старта, а игра в пути[: {status}]. Что можно сейчас: !помощь'],
    en: ['That is for the lobby, and the game is on[: {status}]. What works now: !help'],
  },
  'not-yours': {
    ru: [
      'Этой командой управляет хозяин канала[: {player}]. Тебе доступно: !помощь',
      'Команда для игрока[ {player}], не для чата. Чату доступно: !голос, !испытать, !статус',
      'Тут решает игрок[ {player}]. Что может чат: !помощь',
    ],
    en: [
      "That is the channel owner's command[: {player}]. Yours: !help",
      'That one is for the player[ {player}], not for chat. Chat has !vote, !challenge, !status',
      'Only the player[ {player}] decides that. What chat can do: !help',
    ],
  },
  'not-a-player': {
    ru: ['В этой игре такого игрока нет[: {player}]. Кто играет: !игроки'],
    en: ['Nobody by that name plays here[: {player}]. Who does: !players'],
  },
  'not-admin': {
    ru: ['Это решает ведущий. Что доступно тебе: !помощь'],
    en: ['That is up to the referee. What is yours: !help'],
  },
  'admin-only': {
    ru: ['Это решает админ, у ведущего таких прав нет. Ведущий может: !судья, !пауза, !дальше'],
    en: ['That is for the admin, not for a referee. A referee has !judge, !pause, !resume'],
  },
  'seat-taken': {
    ru: ['Место {player} занято. Кто где сидит: !игроки'],
    en: ['Seat {player} is taken. Who sits where: !players'],
  },
  'no-seat': {
    ru: ['Свободных мест нет[: все {seats} заняты]. Кто играет: !игроки'],
    en: ['No seat is free[: all {seats} are taken]. Who plays: !players'],
  },
  'too-few-players': {
    ru: ['Для старта мало: готовых мест {ready}, нужно {min}, и отметиться должны все. Кто играет: !игроки'],
    en: ['Too few seats are ready: {ready}; {min} are needed, and everyone in. Who plays: !players'],
  },
  'unknown-class': {
    ru: ['Такого класса нет[: «{got}»]. Про классы: !правило имя класса'],
    en: ['There is no such class[: "{got}"]. About classes: !rule class name'],
  },
  'unknown-skill': {
    ru: ['Такого навыка нет[: «{got}»]. Про навыки: !правило имя навыка'],
    en: ['There is no such skill[: "{got}"]. About skills: !rule skill name'],
  },
  'bad-skills': {
    ru: ['Навыки на старте берут разные[, и не больше {picks}]. Про навыки: !правило имя навыка'],
    en: ['Starting skills must differ[, {picks} at most]. About skills: !rule skill name'],
  },
  'bad-attributes': {
    ru: ['Очки не сходятся[: потрачено {spent} из {points}][, предел одного {cap}]. Раздай их заново'],
    en: ['The points do not add up[: {spent} of {points} spent][, the cap is {cap}]. Spread them again'],
  },
  'already-ready': {
    ru: ['Место уже отмечено, осталось дождаться старта: !игроки'],
    en: ['That seat is ready, now it waits for the start: !players'],
  },
  'bad-nonce': {
    ru: ['Число для честности кубиков не сошлось с обещанным; игра идёт, бросай дальше: !бросок'],
    en: ['The fairness number does not match its promise; the game goes on: !roll'],
  },
  // the turn
  busy: {
    ru: [
      'Сначала то, что ждёт ответа[: {is}]. Подробнее: !испытание',
      'Бросок подождёт[: {is}]. Подробнее: !испытание',
      'Ответ ещё за тобой[: {is}]. Подробнее: !испытание',
    ],
    en: [
      'Something waits for your answer[: {is}]. More: !trial',
      'The roll can wait[: {is}]. More: !trial',
      'First the open question[: {is}]. More: !trial',
    ],
  },
  'no-roll': {
    ru: [
      'Бросок копится[: ещё {wait}]. А пока: !шансы',
      'Кубики отдыхают[ ещё {wait}]. А пока: !шансы',
      'До броска[ {wait}] надо подождать. А пока: !шансы',
    ],
    en: [
      'The next roll is not here yet[: {wait} to go]. Meanwhile: !odds',
      'The dice rest[ for {wait} more]. Meanwhile: !odds',
      'No roll left[, the next one in {wait}]. Meanwhile: !odds',
    ],
  },
  'no-die': {
    ru: ['Кубика {got} в запасе нет, есть: {pouch}. Пример: !бросок +d8'],
    en: ['No {got} in the pouch, it has: {pouch}. Example: !roll +d8'],
  },
  'no-fork': {
    ru: ['Развилки сейчас нет, выбирать не из чего. Дальше: !бросок'],
    en: ['There is no fork here, nothing to choose. Go on: !roll'],
  },
  'bad-way': {
    ru: ['Такого пути нет[: {got}][, путей здесь {ways}]. Пример: !путь 1'],
    en: ['There is no such way[: {got}][, this fork has {ways}]. Example: !go 1'],
  },
  'no-choice': {
    ru: ['Выбирать сейчас нечего. Что ждёт ответа: !испытание'],
    en: ['There is nothing to choose now. What waits: !trial'],
  },
  'bad-option': {
    ru: ['Такого варианта нет[: {got}][, есть {open}]. Пример: !выбор 1'],
    en: ['There is no such option[: {got}][, there are {open}]. Example: !choose 1'],
  },
  // the bag
  'no-item': {
    ru: [
      'Этого в сумке нет[: {got}]. Что есть: !сумка',
      'В сумке такого нет[: {got}]. Что есть: !сумка',
      'Нет такой вещи под рукой[: {got}]. Что есть: !сумка',
    ],
    en: [
      'That is not in the bag[: {got}]. What is: !bag',
      'The bag has no such item[: {got}]. What it has: !bag',
      'No such thing at hand[: {got}]. What there is: !bag',
    ],
  },
  'item-waits': {
    ru: ['[{item}: ]вещь ещё отдыхает[, {rolls|бросок|броска|бросков}]. Остальное: !сумка'],
    en: ['[{item}: ]that item needs rest[, {rolls|roll|rolls} more]. The others: !bag'],
  },
  'hp-full': {
    ru: ['[{item}: ]HP и так полные, вещь остаётся в сумке. Остальное: !сумка'],
    en: ['[{item}: ]HP is full already, so it stays in the bag. The others: !bag'],
  },
  'not-usable': {
    ru: ['[{item}: ]это не применяют, оно работает само или на тебе. Подробнее: !правило имя'],
    en: ['[{item}: ]this is not for using, it works by itself or worn. More: !rule name'],
  },
  'not-wearable': {
    ru: ['[{item}: ]это не надевают. Применить: !применить имя'],
    en: ['[{item}: ]this cannot be worn. To use it: !use name'],
  },
  'not-worn': {
    ru: ['[{got}: ]это не надето. Надеть: !надеть имя'],
    en: ['[{got}: ]this is not worn. To wear it: !wear name'],
  },
  'already-worn': {
    ru: ['[{item}: ]это уже на тебе. Снять: !снять имя'],
    en: ['[{item}: ]you wear it already. Take off: !unwear name'],
  },
  'slot-taken': {
    ru: ['Место[ «{slot}»] занято[: {item}]. Сначала !снять имя'],
    en: ['The place[ "{slot}"] is taken[: {item}]. First !unwear name'],
  },
  'item-locked': {
    ru: ['[{item}: ]вещь под замком[, ещё {rolls|бросок|броска|бросков}]. Остальное: !сумка'],
    en: ['[{item}: ]that is locked[ for {rolls|roll|rolls}]. The others: !bag'],
  },
  'item-protected': {
    ru: ['[{item}: ]с этой вещью не расстаются. Остальное: !сумка'],
    en: ['[{item}: ]this one stays with you. The others: !bag'],
  },
  'needs-target': {
    ru: ['[{item}: ]нужна цель. Допиши имя: !применить вещь имя. Кто ближе: !рядом'],
    en: ['[{item}: ]name a target: !use item name. Who is close: !near'],
  },
  'too-many-targets': {
    ru: ['[{item}: ]целей слишком много, можно {most}. Кто ближе: !рядом'],
    en: ['[{item}: ]too many targets, the limit is {most}. Who is close: !near'],
  },
  'bad-target': {
    ru: ['На такую цель это не действует[: {got}]. Подробнее: !правило имя'],
    en: ['That does not work on this target[: {got}]. More: !rule name'],
  },
  'self-target': {
    ru: ['[{item}: ]на себя это не применяют. Назови соперника: !рядом'],
    en: ['[{item}: ]not on yourself. Name a rival: !near'],
  },
  'not-ally': {
    ru: [
      '[{item}: ]это для союзников[, а {target} не в союзе]. Союз: !союз имя. Без союзника: !применить вещь',
      'Без союза так нельзя[: {target}]. Предложи: !союз имя. Или без имени, для себя: !применить вещь',
    ],
    en: [
      '[{item}: ]that is for allies[, and {target} is not one]. Offer !ally name; with none, !use item',
      'No alliance, no sharing[: {target}]. Offer !ally name, or keep it: !use item with no name',
    ],
  },
  'too-far': {
    ru: [
      'Далеко: до {whom} {cells|клетка|клетки|клеток}[, предел {range}]. Кто ближе: !рядом',
      'Не дотянуться: {cells|клетка|клетки|клеток} до {whom}[, предел {range}]. Кто ближе: !рядом',
      'До {whom} {cells|клетка|клетки|клеток}, это далеко[, предел {range}]. Кто ближе: !рядом',
    ],
    en: [
      'Too far: {whom} is {cells|cell|cells} off[, the reach is {range}]. Try !near',
      'Out of reach: {cells|cell|cells} to {whom}[, the limit is {range}]. Try !near',
      '{whom} is {cells|cell|cells} away, too far[, the reach is {range}]. Try !near',
    ],
  },
  'target-safe': {
    ru: ['[{target}: ]там лагерь, туда не достать. Кто ближе: !рядом'],
    en: ['[{target}: ]that is a camp, out of bounds. Who is close: !near'],
  },
  'target-gone': {
    ru: ['Такой цели на карте уже нет. Кто ближе: !рядом'],
    en: ['That target has left the map. Who is close: !near'],
  },
  'nothing-to-lock': {
    ru: ['[{target}: ]запирать нечего, в сумке нет подходящих вещей. Кто ближе: !рядом'],
    en: ['[{target}: ]nothing there can be locked. Who else is close: !near'],
  },
  'needs-cell': {
    ru: [
      '[{item}: ]нужна клетка. Допиши номер или шаги: !применить вещь 14, !применить вещь +2. Где ты: !где',
    ],
    en: ['[{item}: ]name a cell or steps: !use item 14, !use item +2. Where you are: !where'],
  },
  'bad-cell': {
    ru: ['Эта клетка не подходит[: {cell}]. Где ты: !где'],
    en: ['That cell does not work[: {cell}]. Where you are: !where'],
  },
  'no-market': {
    ru: ['Рынок не здесь: покупают и продают на его клетке. Где он: !карта'],
    en: ['There is no market here: stop on its cell first. Where it is: !map'],
  },
  'not-sold-here': {
    ru: ['На этом рынке такого нет[: {got}]. Что есть: !рынок'],
    en: ['This market does not sell it[: {got}]. What it has: !market'],
  },
  'no-gold': {
    ru: [
      'Золота мало: нужно {price}, есть {gold}. Что по карману: !рынок',
      'Не хватает золота: есть {gold}, цена {price}. Что по карману: !рынок',
    ],
    en: [
      'Not enough gold: {price} needed, {gold} there. What else there is: !market',
      'Short of gold: {gold} there, the price is {price}. What else there is: !market',
    ],
  },
  'bag-full': {
    ru: ['В сумке нет места[, мест {slots}]. Освободи: !продать имя или !выбросить имя'],
    en: ['The bag is full[, it has {slots|slot|slots}]. Make room: !sell name or !discard name'],
  },
  'not-transferable': {
    ru: ['[{item}: ]это не передают. Остальное: !сумка'],
    en: ['[{item}: ]this cannot be handed over. The others: !bag'],
  },
  'no-weapon': {
    ru: ['Такого оружия нет[: {reach}]. Есть: !оружие ближнее, среднее, дальнее или его имя'],
    en: ['There is no such weapon[: {reach}]. There are: !weapon near, mid, far, or its name'],
  },
  // trials and the finish
  // fights
  'no-fight': {
    ru: ['Боя сейчас нет. Что можно сейчас: !статус'],
    en: ['There is no fight now. What can be done now: !status'],
  },
  'no-foe': {
    ru: ['Врага[ {got}] на сцене нет. Номера считаются с 1: !бей 1'],
    en: ['No foe[ {got}] on the stage. Numbers count from 1: !hit 1'],
  },
  'out-of-reach': {
    ru: ['Не достать[: нужно {reach}]. Сначала !рывок ближе или другое оружие: !бей дальнее'],
    en: ['Out of reach[ with {reach}]. First !dash closer, or another weapon: !hit far'],
  },
  'dash-rests': {
    ru: ['Рывок отдыхает. В этом раунде: !бей или !навык'],
    en: ['The dash rests. This round: !hit or !skill'],
  },
  'fight-held': {
    ru: ['Ноги заняты: из полосы не выйти. Можно !бей'],
    en: ['Held fast: no leaving the band. You can !hit'],
  },
  'fight-same-band': {
    ru: ['Это та же полоса. Другая: !рывок дальняя'],
    en: ['That is the same band. Another one: !dash far'],
  },
  'fight-vote': {
    ru: ['Решает чат[: ещё {wait}]. Потом бей'],
    en: ['Chat decides[: {wait} left]. Then strike'],
  },
  'fight-helped': {
    ru: ['В этом раунде помощь уже была. В следующем можно снова: !применить'],
    en: ['This round has had its help. From the next one on: !use again'],
  },
  'no-fight-skill': {
    ru: ['[{skill}: ]по команде не зовётся. Что умеешь в бою: !навык без имени или !бей'],
    en: ['[{skill}: ]not a skill to call. In a fight: !skill alone, or !hit'],
  },
  'skill-rests': {
    ru: ['[{skill}: ]сейчас не подействует. Пока: !бей или !рывок'],
    en: ['[{skill}: ]nothing would come of it now. Meanwhile: !hit or !dash'],
  },
  'no-prop': {
    ru: ['На сцене нечего ронять. Остаётся !бей'],
    en: ['Nothing on the stage to set off. There is still !hit'],
  },
  'prop-reach': {
    ru: ['До этого достаёт другое оружие[: {reach}]. Сначала: !оружие'],
    en: ['Another weapon reaches that[: {reach}]. First: !weapon'],
  },
  'no-flight': {
    ru: ['Отсюда не уходят. Остаётся !бей, или !авто до конца'],
    en: ['There is no leaving here. !hit, or !auto to the end'],
  },
  'no-trial': {
    ru: ['Испытания сейчас нет. Дальше: !бросок'],
    en: ['There is no trial now. Go on: !roll'],
  },
  'not-game-trial': {
    ru: ['Это испытание решается само. Что делать: !испытание'],
    en: ['This trial decides itself. What to do: !trial'],
  },
  'finish-locked': {
    ru: ['Финиш для тебя закрыт[, ещё {wait}]. А пока: !шансы'],
    en: ['The finish is closed for you[, {wait} to go]. Meanwhile: !odds'],
  },
  // helpers
  'no-grant': {
    ru: [
      'На это нужно доверие игрока[ {player}][, доверено пока: {tags}]. Даёт хозяин канала: !помощник @имя',
      'Это тебе не доверено[, доверено: {tags}]. Доверяет игрок[ {player}]: !помощник @имя',
      'Помощником для этого назначает игрок[ {player}][, сейчас твоё: {tags}]: !помощник @имя',
    ],
    en: [
      'The player[ {player}] has to trust you with that[, so far: {tags}]. The owner types !helper @name',
      'You are not trusted with that[, only with {tags}]. The player[ {player}] grants it: !helper @name',
      'That takes a grant of the player[ {player}][, yours is {tags}]: !helper @name',
    ],
  },
  'grant-spent': {
    ru: ['Разрешённое израсходовано[: {uses} {per}]. Больше даёт хозяин канала: !помощник @имя'],
    en: ['Your uses are spent[: {uses} {per}]. The owner can grant more: !helper @name'],
  },
  'grant-over': {
    ru: ['Срок доверия вышел. Продлевает хозяин канала: !помощник @имя'],
    en: ['That grant has run out. The owner can renew it: !helper @name'],
  },
  'grant-self-only': {
    ru: ['Тебе доверено только помогать хозяину канала, на соперников нельзя. Что есть: !сумка'],
    en: ['Your grant covers the channel owner only, not rivals. What there is: !bag'],
  },
  'too-many-helpers': {
    ru: ['Помощников больше не назначить[: предел {max}]. Убрать: !помощник -@имя'],
    en: ['No more helpers[: the limit is {max}]. Remove one: !helper -@name'],
  },
  'no-helper': {
    ru: ['Такого помощника нет. Кто есть: !помощник'],
    en: ['There is no such helper. Who there is: !helper'],
  },
  'bad-grant': {
    ru: ['Так доверить нельзя[: {got}]. Пример: !помощник @имя талон,лечение 3/день 7д'],
    en: ['That grant does not work[: {got}]. Example: !helper @name ticket,heal 3/day 7d'],
  },
  'no-request': {
    ru: ['Такой просьбы нет[: {got}]. Что просят: !помощник'],
    en: ['There is no such request[: {got}]. What is asked: !helper'],
  },
  // viewers
  'redeemed-already': {
    ru: ['Эта награда уже учтена'],
    en: ['This reward has been counted already'],
  },
  'no-redemption': {
    ru: ['Нет награды, которая ждёт ответа площадки'],
    en: ['No reward is waiting for the platform to be told'],
  },
  'challenge-poor': {
    ru: ['Влияния чата мало: нужно {cost}, есть {influence}. Оно растёт от голосов: !голос'],
    en: ["Chat's influence is short: {cost} needed, {influence} there. Votes earn it: !vote"],
  },
  'challenge-often': {
    ru: ['Испытать можно не так часто[: ещё {wait}]. А пока: !голос'],
    en: ['Too soon for another trial[: {wait} to go]. Meanwhile: !vote'],
  },
  'challenge-full': {
    ru: ['Очередь испытаний полна[: {queued}]. Чуть позже: !испытать'],
    en: ['The trial queue is full[: {queued}]. A little later: !challenge'],
  },
  'no-poll': {
    ru: ['Голосования сейчас нет[: {got}]. Что происходит: !испытание'],
    en: ['There is no vote now[: {got}]. What is going on: !trial'],
  },
  'needs-proof': {
    ru: ['Нужна ссылка: клип или запись с моментом (?t=1h2m). Пример: !готово ссылка'],
    en: ['A link is needed: a clip, or a recording with its moment (?t=1h2m). Example: !done link'],
  },
  'proof-given': {
    ru: ['Это уже на суде чата, осталось дождаться голосов. Что происходит: !испытание'],
    en: ['Chat is already judging it, the votes are coming in. What is going on: !trial'],
  },
  'no-reroll': {
    ru: ['Вещи для замены испытания в сумке нет. Бросить его: !сдаюсь, что есть: !сумка'],
    en: ['No item in the bag exchanges a trial. To give it up: !drop, what there is: !bag'],
  },
  'nothing-else': {
    ru: ['Других таких испытаний нет, менять не на что. Что ждёт: !испытание'],
    en: ['There is no other trial of this kind to exchange it for. What waits: !trial'],
  },
  'no-contest': {
    ru: ['[{player}: ]оспаривать нечего, на суде чата ничего нет. Кто играет: !игроки'],
    en: ['[{player}: ]nothing to contest, no proof is being judged. Who plays: !players'],
  },
  'own-contest': {
    ru: ['Своё испытание не оспаривают, его бросают: !сдаюсь'],
    en: ['You do not contest your own trial, you give it up: !drop'],
  },
  'contested-already': {
    ru: ['[{player}: ]это уже оспорено, второго раза не будет. Что происходит: !испытание'],
    en: ['[{player}: ]that is contested already, once is enough. What is going on: !trial'],
  },
  'no-case': {
    ru: ['[{player}: ]присяжные сейчас никого не судят. Что происходит: !испытание'],
    en: ['[{player}: ]no jury sits just now. What is going on: !trial'],
  },
  'jury-sits': {
    ru: ['[{player}: ]присяжные уже выбраны, других не будет. Что происходит: !испытание'],
    en: ['[{player}: ]the jury is drawn already. What is going on: !trial'],
  },
  'jury-small': {
    ru: ['Присяжных мало[: {got}][, нужно {least}]. Связать свои чаты: !связать'],
    en: ['Too few people for a jury[: {got}][, it takes {least}]. To link your chats: !link'],
  },
  'not-juror': {
    ru: ['Этот вердикт за другими зрителями, их выбрал жребий. Попасть в список: !связать'],
    en: ['That verdict belongs to viewers drawn by lot. To be on the list: !link'],
  },
  'poll-open': {
    ru: ['Решает чат, голосование ещё идёт[: {wait}]. Голос: просто цифра в чат'],
    en: ['Chat decides, the vote is still open[: {wait} left]. To vote: just a number'],
  },
  // the host's own
  'nothing-due': {
    ru: ['Срок ещё не подошёл, ничего не меняется. Что происходит: !испытание'],
    en: ['Nothing is due yet, nothing changes. What is going on: !trial'],
  },
  'bad-number': {
    ru: ['Число не подходит[: {number}][, нужно от {min} до {max}]. Подробнее: !помощь'],
    en: ['That number does not work[: {number}][, it takes {min} to {max}]. More: !help'],
  },
} as const satisfies Record<string, RefusalText>;

/** What the host says when the game could not be asked at all. */
const HOST = {
  closing: {
    ru: ['Игра закрывается, команда не принята. Повтори после запуска'],
    en: ['The game is closing, the command was not taken. Repeat it after the start'],
  },
  'too-busy': {
    ru: ['Команд слишком много сразу, эта не принята. Повтори через пару секунд'],
    en: ['Too many commands at once, this one was not taken. Repeat it in a moment'],
  },
  'too-large': {
    ru: ['Сообщение слишком длинное[: предел {limit} байт], оно не принято. Скажи короче'],
    en: ['That is too long[: the limit is {limit} bytes], it was not taken. Say it shorter'],
  },
  'not-stored': {
    ru: ['Команду не удалось записать, поэтому она не принята. Повтори чуть позже'],
    en: ['The command could not be written down, so it was not taken. Repeat it a little later'],
  },
  fault: {
    ru: ['Внутри игры сбой, команда не принята и ничего не изменилось. Повтори чуть позже'],
    en: ['A fault inside the game: the command was not taken and nothing changed. Repeat it a little later'],
  },
  forbidden: {
    ru: ['Этому каналу такое не разрешено. Что можно: !помощь'],
    en: ['This channel may not do that. What works: !help'],
  },
} as const satisfies Record<string, RefusalText>;

/** Linking of chats to one person. */
const ACCOUNTS = {
  'link-code': {
    ru: ['Код {typed} не подходит: опечатка, время вышло или уже занят[. Попыток: {left}]. Новый: !связать'],
    en: ['The code {typed} does not fit: a typo, too old or taken[. Tries: {left}]. For a new one: !link'],
  },
  'link-tries': {
    ru: ['Много неверных кодов подряд[, подожди {wait}]. Потом новый код в другом чате: !связать'],
    en: ['Too many wrong codes[, wait {wait}]. Then get a new one in your other chat: !link'],
  },
  'link-self': {
    ru: ['Код {typed} — твой собственный. Его пишут в другом чате: !связать {typed}'],
    en: ['The code {typed} is your own. It is for your other chat: !link {typed}'],
  },
  'link-already': {
    ru: ['Это уже один человек: голос один, права общие. Разделить: !отвязать'],
    en: ['You are one person already: one vote, shared rights. To part: !unlink'],
  },
  'link-too-many': {
    ru: ['Слишком много имён у одного человека[, предел {max}]. Убрать лишнее там, где оно: !отвязать'],
    en: ['Too many names for one person[, {max} at most]. Take one out in its chat: !unlink'],
  },
  'link-two-seats': {
    ru: ['Это два места одной игры, а человек сидит на одном. Лишнее имя: !отвязать'],
    en: ['Those are two seats of one game, and a person has one. Take one out: !unlink'],
  },
  'link-nothing': {
    ru: ['Подтверждать нечего: никто не просит или время вышло. Начать: !связать'],
    en: ['There is nothing to confirm: nobody asks, or time is up. To begin: !link'],
  },
  'link-elsewhere': {
    ru: ['Твои права — у игрока {typed}, там и подтверждают, в том чате: !связать да'],
    en: ['Your rights come from {typed}, so confirm in that chat: !link yes'],
  },
  'link-alone': {
    ru: ['Отвязывать нечего: имя одно. Связать с другим чатом: !связать'],
    en: ['There is nothing to unlink: you have one name. To add another chat: !link'],
  },
  'link-busy': {
    ru: ['Кодов сейчас слишком много, подожди 10 мин. Потом: !связать'],
    en: ['Too many codes are out just now, wait 10 min. Then: !link'],
  },
} as const satisfies Record<string, RefusalText>;

/** With and against each other: treaties, trade, the game's own chat. */
const RACE = {
  'not-your-turn': {
    ru: [
      'Сейчас ход за игроком {player}[, ещё {wait}]. А пока: !шансы',
      'Очередь за игроком {player}[, {wait}]. А пока: !статус',
    ],
    en: [
      "It is {player}'s turn[, {wait} to go]. Meanwhile: !odds",
      'Up now: {player}[, for {wait}]. Meanwhile: !status',
    ],
  },
  'target-away': {
    ru: ['{target} сейчас не в эфире, такие вещи не долетят. Кто ближе: !рядом'],
    en: ['{target} is away, so hostile items do not reach. Try !near'],
  },
  'target-final': {
    ru: ['{target} в суперигре, туда не долетит. Кто ближе: !рядом'],
    en: ['{target} is in the super game, out of reach. Try !near'],
  },
  'no-absence': {
    ru: ['В этой игре отсутствия и выходных нет. Остановить часы: !пауза'],
    en: ['This game has no absence and no days off. To stop the clocks: !pause'],
  },
  'not-absent': {
    ru: ['Рано: место {player} можно трогать[ через {wait}]. Кто играет: !игроки'],
    en: ["Too early: {player}'s seat may be touched[ in {wait}]. Who plays: !players"],
  },
  'not-away': {
    ru: ['Место и так за тобой. Что сейчас: !статус'],
    en: ['The seat is yours already. What now: !status'],
  },
  'presence-known': {
    ru: ['Это уже известно[: {player}]. Кто играет: !игроки'],
    en: ['That is known already[: {player}]. Who plays: !players'],
  },
  'autopilot-already': {
    ru: ['Так и есть: автопилот места {player} уже такой. Кто играет: !игроки'],
    en: ["{player}'s autopilot is set that way already. Who plays: !players"],
  },
  'nothing-to-release': {
    ru: ['Возвращать нечего: сумка игрока {player} пуста или под защитой. Смотри: !сумка'],
    en: ["Nothing to release: {player}'s bag is empty or protected. Look: !bag"],
  },
  'rounds-evening': {
    ru: ['Ходы по местам — для игр одного вечера, в марафоне ждать некого. Дальше: !старт'],
    en: ['Turns by seat are for one evening; in a marathon nobody waits. Go on: !start'],
  },
  'no-days-off': {
    ru: ['Отменять нечего, выходной не назначен. Назначить: !выходной 1'],
    en: ['There is no day off to take back. To plan one: !dayoff 1'],
  },
  'days-off-planned': {
    ru: ['Выходной уже назначен[, до конца {wait}]. Отменить: !выходной 0'],
    en: ['A day off is planned already[, it ends in {wait}]. To take it back: !dayoff 0'],
  },
  'days-off-spent': {
    ru: ['Столько выходных нет: просишь {got}, осталось {left}. Меньше: !выходной 1'],
    en: ['Not that many days off: {got} asked, {left} left. Fewer: !dayoff 1'],
  },
  'days-off-soon': {
    ru: ['О выходном говорят заранее[: за {wait}]. Самое раннее время: !выходной 1'],
    en: ['A day off is announced ahead[, by {wait}]. The soonest there is: !dayoff 1'],
  },
  'epoch-early': {
    ru: ['Эпоха кубиков ещё идёт[, осталось {wait}]. Что можно сейчас: !помощь'],
    en: ['This epoch of the dice is still on[, {wait} to go]. What works now: !help'],
  },
  'bad-seed': {
    ru: ['Это семя не из цепочки этой игры. Что можно сейчас: !помощь'],
    en: ["That seed is no link of this game's chain. What works now: !help"],
  },
} as const satisfies Record<string, RefusalText>;

const DIPLOMACY = {
  'no-treaties': {
    ru: ['В этом наборе правил договоров нет. Что можно: !помощь'],
    en: ['This pack has no treaties. What works: !help'],
  },
  'self-treaty': {
    ru: ['С кем? Договор — дело двоих. Кто играет: !игроки'],
    en: ['With whom? It takes two. Who plays: !players'],
  },
  'treaty-stands': {
    ru: ['Между вами с игроком {player} уже {treaty}. Что стоит: !договоры'],
    en: ['Between you and {player} there is {treaty} already. What stands: !treaties'],
  },
  'treaty-none': {
    ru: ['С игроком {player} такого договора нет. Что стоит: !договоры'],
    en: ['There is no such treaty with {player}. What stands: !treaties'],
  },
  'treaty-binds': {
    ru: ['Нельзя: с игроком {target} у тебя {treaty}. Уйти: !разрыв имя, сразу и дорого: !предать имя'],
    en: ['No: you and {target} have {treaty}. To leave: !leave name; at once, at a price: !betray name'],
  },
  'treaty-full': {
    ru: ['Больше нельзя: {treaty}, предел {most}, и он достигнут — {player}. Что стоит: !договоры'],
    en: ['No more: {treaty}, {most} at most, and {player} is there. What stands: !treaties'],
  },
  'treaty-barred': {
    ru: ['Не выйдет, пока на игроке {player} «{effect}». Когда пройдёт: !эффекты'],
    en: ['Not while {player} carries "{effect}". For how long: !effects'],
  },
  'treaty-rests': {
    ru: ['Следующую войну можно объявить через {wait}. Что стоит: !договоры'],
    en: ['The next war can be declared in {wait}. What stands: !treaties'],
  },
  'treaty-fixed': {
    ru: ['{player}: {treaty} так не закончить. Война кончается миром: !мир имя. Что стоит: !договоры'],
    en: [
      '{player}: {treaty} does not end that way. A war ends in peace: !peace name. What stands: !treaties',
    ],
  },
  'treaty-leaving': {
    ru: ['Уже предупреждены: с игроком {player} всё кончится через {wait}. Что стоит: !договоры'],
    en: ['Notice is given: with {player} it is over in {wait}. What stands: !treaties'],
  },
  'war-crowded': {
    ru: ['На игрока {player} и так идут войной, больше {most} сразу нельзя. Что стоит: !договоры'],
    en: ['{player} is at war as it is, {most} at once is the limit. What stands: !treaties'],
  },
  'offer-waits': {
    ru: ['Твоё предложение ещё ждёт ответа: {player}[, {wait}]. Забрать: !отказ'],
    en: ['Your offer still waits for {player}[, {wait}]. To take it back: !decline'],
  },
  'offer-again': {
    ru: ['{player}: сейчас отвечать некогда. Снова предложить можно через {wait}'],
    en: ['{player} has just been asked. Offer again in {wait}'],
  },
  'offers-full': {
    ru: ['Твоих предложений открыто уже {most}. Забрать одно: !отказ имя'],
    en: ['You have {most} offers open. Take one back: !decline name'],
  },
  'no-offer': {
    ru: ['Такого предложения нет[: {got}], или время вышло. Что стоит: !договоры'],
    en: ['There is no such offer[: {got}], or its time is up. What stands: !treaties'],
  },
  'own-offer': {
    ru: ['Это твоё предложение, слово за игроком {player}. Забрать: !отказ'],
    en: ['That offer is yours, it is up to {player}. To take it back: !decline'],
  },
  'cannot-pay': {
    ru: ['Не хватает золота: {player} — {gold}, нужно {price}. Сколько где: !сумка'],
    en: ['Not enough gold: {player} has {gold}, {price} is needed. See !bag'],
  },
  'bad-tribute': {
    ru: ['Дань бывает от {min} до {max} золота[, получено {got}]. Пример: !дань имя 10'],
    en: ['A tribute is {min} to {max} gold[, got {got}]. Example: !tribute name 10'],
  },
  'trade-apart': {
    ru: ['Меняются на рынке, стоя на одной клетке. Где игрок {player}: !рядом'],
    en: ['Trade takes both of you on one market cell. Where {player} is: !near'],
  },
  'trade-empty': {
    ru: ['Обмен пуст. Пример: !обмен имя талон за 20'],
    en: ['Nothing is traded. Example: !trade name ticket for 20'],
  },
  'trade-much': {
    ru: ['Вещей с одной стороны можно {most}. Пример: !обмен имя талон за 20'],
    en: ['{most} items on one side at most. Example: !trade name ticket for 20'],
  },
  'trade-gone': {
    ru: ['Этой вещи в сумке игрока {player} нет[: {item}]. Проверить: !сумка'],
    en: ['That is not in the bag of {player}[: {item}]. Check: !bag'],
  },
  'trade-room': {
    ru: ['Не поместится: {player}, мест {slots}. Освободить: !выбросить вещь'],
    en: ['It does not fit: {player}, {slots} slots. Make room: !discard item'],
  },
  'no-clash': {
    ru: ['{player}: боя сейчас нет, помогать не в чем. Что стоит: !договоры'],
    en: ['{player} is in no fight you could join. What stands: !treaties'],
  },
  'assisted-already': {
    ru: ['В этом бою помощь уже была: {player}. Одна на бой: !договоры'],
    en: ['You have helped {player} in this fight, once is the rule: !treaties'],
  },
  muted: {
    ru: ['Общий чат для тебя закрыт[ ещё {wait}]. Решает ведущий. Что можно: !помощь'],
    en: ["The game's chat is closed to you[ for {wait}]. It is up to the referee. What works: !help"],
  },
  'not-muted': {
    ru: ['Чат для игрока {player} и так открыт. Кто играет: !игроки'],
    en: ['The chat is open to {player} as it is. Who plays: !players'],
  },
  'chat-empty': {
    ru: ['Пустую строку никто не услышит. Что можно: !помощь'],
    en: ['An empty line is heard by nobody. What works: !help'],
  },
  'chat-long': {
    ru: ['Длинно: знаков {length}, можно {max}. Скажи короче'],
    en: ['Too long: {length} characters, {max} at most. Make it shorter'],
  },
  'chat-fast': {
    ru: ['Подряд столько не говорят: ещё {wait}'],
    en: ['That is a lot in a row: {wait} more'],
  },
  'chat-alone': {
    ru: ['Союза нет, слушать некому. Предложить: !союз имя'],
    en: ['You have no ally to hear it. Offer one: !ally name'],
  },
} as const satisfies Record<string, RefusalText>;

/** What the admin is told. Nothing of a refused command is done. */
const ADMIN = {
  'no-reason': {
    ru: ['Причина видна всем и пишется словами: без неё ничего не меняется. Добавь reason'],
    en: ['Everybody reads the reason, so it takes words; without one nothing changes. Add reason'],
  },
  'bad-tuning': {
    ru: [
      '{knob}: {got} не подходит, нужно от {min} до {max}, целое остаётся целым. Что подкручено: !подкрутка',
    ],
    en: ['{knob}: {got} does not work, it takes {min} to {max}, whole stays whole. What is tuned: !tuning'],
  },
  'bad-scope': {
    ru: ['{knob}: так не подкрутить. rule — на всю игру, on — для rule и weight. Что подкручено: !подкрутка'],
    en: [
      '{knob} cannot be tuned like that: rule is for the whole game, on for rule and weight. See: !tuning',
    ],
  },
  'bad-path': {
    ru: ['Такого числа в правилах нет, или в игре оно не меняется: {got}. Пример: tunables.tokens.every'],
    en: [
      'The rules have no such number, or it is fixed during a game: {got}. Example: tunables.tokens.every',
    ],
  },
  'unknown-weight': {
    ru: ['«{got}» — не запись и не метка, вес менять не у чего. Пример: on heal'],
    en: ['"{got}" is neither an entry nor a tag, so there is no weight to turn. Example: on heal'],
  },
  'too-many-tunings': {
    ru: ['Подкруток уже {max}, больше никто не запомнит. Сними одну: !подкрутка'],
    en: ['{max} tunings hold already, and nobody can follow more. Take one back: !tuning'],
  },
  'no-tuning': {
    ru: ['Подкрутки {n} нет. Какие есть: !подкрутка'],
    en: ['There is no tuning {n}. Those that hold: !tuning'],
  },
  'no-change': {
    ru: ['Смены правил {n} нет. Какие есть: !подкрутка'],
    en: ['There is no change of rules {n}. Those that stand: !tuning'],
  },
  'bad-turn': {
    ru: ['Ход {got} уже идёт или прошёл: правила меняются не раньше хода {least}. Назови его'],
    en: ['Turn {got} is on or over: rules change from turn {least} at the earliest. Name that one'],
  },
  'seat-same': {
    ru: ['Место {player} и так в этих руках. Кто играет: !игроки'],
    en: ["{player}'s seat is in these hands already. Who plays: !players"],
  },
  'correction-empty': {
    ru: ['Исправлять нечего: нужно от 1 до {max} правок, получено {got}. Отменить команду: !отмена'],
    en: ['Nothing to put right: 1 to {max} changes are needed, {got} came. To undo a command: !undo'],
  },
  'correction-same': {
    ru: ['{player}: правка ничего не меняет. Как сейчас: !статус имя'],
    en: ['{player}: that changes nothing. How things stand: !status name'],
  },
  'correction-limit': {
    ru: [
      '{player}, {what}: вышло бы {got}, можно от {min} до {max}. Правка не внесена целиком. Сейчас: !статус имя',
    ],
    en: [
      '{player}, {what}: it would be {got}, {min} to {max} is allowed. Nothing was done. Now: !status name',
    ],
  },
  'correction-place': {
    ru: ['{player}: на эту клетку поставить нельзя. Финиш берут броском. Где кто: !где имя'],
    en: ['{player} cannot be put on that cell: the finish takes a roll. Who is where: !where name'],
  },
  'correction-gone': {
    ru: ['{player}: этого уже нет — {got}. Правка не внесена целиком. Что есть: !сумка имя'],
    en: ['{player} has no such thing any more: {got}. Nothing was done. What there is: !bag name'],
  },
  'correction-room': {
    ru: ['{player}: места нет, предел {slots}. Правка не внесена целиком. Сначала убери лишнее: !сумка имя'],
    en: ['{player} has no room, {slots} is the limit. Nothing was done. Make room first: !bag name'],
  },
  'no-undo': {
    ru: ['Отменять нечего: такой команды среди последних нет. Номер виден в хронике: !отмена 812'],
    en: ['Nothing to undo: no such command among the latest. The chronicle shows numbers: !undo 812'],
  },
} as const satisfies Record<string, RefusalText>;

/** What the reader of chat lines and its checks say before the engine is asked. */
const READER = {
  'no-command': {
    ru: ['Команды начинаются с «!»: !помощь'],
    en: ['Commands begin with "!": !help'],
  },
  'unknown-command': {
    ru: [
      'Нет команды «!{typed}»[. Похоже на {suggest}]. Все команды: !помощь',
      '«!{typed}» — такой команды нет[. Может, {suggest}]. Все команды: !помощь',
      'Команда «!{typed}» не знакома[. Ближе всего {suggest}]. Все: !помощь',
    ],
    en: [
      'No command "!{typed}"[. Did you mean {suggest}]. All of them: !help',
      '"!{typed}" is not a command[. Maybe {suggest}]. All of them: !help',
      'Never heard of "!{typed}"[. The closest is {suggest}]. All of them: !help',
    ],
  },
  ambiguous: {
    ru: [
      '«{typed}» — это {candidates}? Допиши имя подлиннее',
      'Что из этого «{typed}»: {candidates}? Напиши точнее',
    ],
    en: [
      'Is "{typed}" {candidates}? Type a longer name',
      'Which one is "{typed}": {candidates}? Type more of it',
    ],
  },
  'unknown-item': {
    ru: ['Вещь «{typed}» не найдена. Что есть: !сумка', 'Нет вещи с именем «{typed}». Что есть: !сумка'],
    en: ['No item called "{typed}". What there is: !bag', '"{typed}" is not an item. What there is: !bag'],
  },
  'unknown-player': {
    ru: [
      'Игрок «{typed}» не найден. Кто играет: !игроки',
      'Среди игроков нет имени «{typed}». Кто играет: !игроки',
    ],
    en: [
      'No player called "{typed}". Who plays: !players',
      '"{typed}" does not play here. Who does: !players',
    ],
  },
  'unknown-viewer': {
    ru: ['Зритель «{typed}» в этом чате ещё не писал. Пусть напишет строку, потом !помощник @имя'],
    en: ['"{typed}" has not written in this chat yet. After one line from them: !helper @name'],
  },
  'unknown-entry': {
    ru: ['Про «{typed}» в правилах ничего нет. Имя вещи, эффекта, испытания или клетки: !правило рынок'],
    en: ['The rules say nothing about "{typed}". An item, effect, trial or cell: !rule market'],
  },
  'too-long': {
    ru: ['Слишком длинно: знаков {length}, можно {max}. Скажи короче'],
    en: ['Too long: {length} characters, the limit is {max}. Make it shorter'],
  },
  'needs-item': {
    ru: [
      'Какую вещь? {command} имя. Что есть: !сумка',
      'Не хватает имени вещи: {command} имя. Что есть: !сумка',
    ],
    en: ['Which item? {command} name. What there is: !bag', 'An item is missing: {command} name. See !bag'],
  },
  'needs-goods': {
    ru: [
      'Что купить? {command} 1 или имя. Что есть: !рынок',
      'Не хватает вещи: {command} 1 или имя. Что есть: !рынок',
    ],
    en: [
      'Buy what? {command} 1 or a name. What there is: !market',
      'An item is missing: {command} 1 or a name. See !market',
    ],
  },
  'unknown-goods': {
    ru: ['Вещь «{typed}» не найдена. Что есть: !рынок', 'Нет вещи с именем «{typed}». Что есть: !рынок'],
    en: [
      'No item called "{typed}". What there is: !market',
      '"{typed}" is not an item. What there is: !market',
    ],
  },
  'drop-item': {
    ru: ['Команда !сдаюсь — про испытание. Вещь «{typed}» выбрасывает !выбросить'],
    en: ['The command !drop gives up a trial. To throw away "{typed}", type !discard'],
  },
  'bad-vote': {
    ru: ['Такого варианта нет[: {got}][, есть {open}]. Пример: !голос 2'],
    en: ['There is no such option[: {got}][, there are {open}]. Example: !vote 2'],
  },
  'bad-word': {
    ru: ['Сейчас чат пишет слово, а не номер. Какое: !испытание'],
    en: ['Chat types a word now, not a number. Which one: !trial'],
  },
  'no-cell': {
    ru: [
      'Клетки «{typed}» на дороге нет. Номер или шаги: !применить вещь 14, !применить вещь +2. Где ты: !где',
    ],
    en: [
      'No cell "{typed}" on the road. A number or steps: !use item 14, !use item +2. Where you are: !where',
    ],
  },
  'needs-order': {
    ru: ['Порядок бывает двух видов. Так: !порядок круг или !порядок свободно'],
    en: ['There are two orders. Like this: !order rounds or !order free'],
  },
  'needs-player': {
    ru: ['Кому? Допиши имя игрока в конце: {command} вещь имя. Кто играет: !игроки'],
    en: ["To whom? End with a player's name: {command} item name. Who plays: !players"],
  },
  'needs-rival': {
    ru: ['С кем? {command} имя. Кто играет: !игроки'],
    en: ['With whom? {command} name. Who plays: !players'],
  },
  'many-offers': {
    ru: ['Предложений несколько: {offers}. Допиши имя или номер: {command} {first}'],
    en: ['There are several offers: {offers}. Add a name or number: {command} {first}'],
  },
  'needs-trade': {
    ru: ['Кто, что и за что? Пример: {command} имя талон за 20, {command} имя 20 за талон'],
    en: ['Who, what, for what? Example: {command} name ticket for 20, {command} name 20 for ticket'],
  },
  'bad-time': {
    ru: ['Срок не понять: «{typed}». Пример: {command} имя 10, {command} имя снять'],
    en: ['No such time: "{typed}". Example: {command} name 10, {command} name off'],
  },
  'needs-number': {
    ru: ['Нужно число: {command} 1', 'Какой номер? Пример: {command} 1', 'Допиши число: {command} 1'],
    en: [
      'A number is needed: {command} 1',
      'Which number? Example: {command} 1',
      'Add a number: {command} 1',
    ],
  },
  'not-a-number': {
    ru: ['«{typed}» — не целое число. Пример: {command} 1'],
    en: ['"{typed}" is not a whole number. Example: {command} 1'],
  },
  'bad-die': {
    ru: ['Кубик «{typed}» не понять: граней от {min} до {max}. Пример: !бросок +d8'],
    en: ['No such die as "{typed}": {min} to {max} sides. Example: !roll +d8'],
  },
  'too-many-dice': {
    ru: ['Кубиков сразу можно {max}, названо {count}. Пример: !бросок +d8'],
    en: ['{max} dice at once, you named {count}. Example: !roll +d8'],
  },
  'bad-verdict': {
    ru: ['Решение словом: !судья имя зачёт или !судья имя незачёт'],
    en: ['Say the verdict: !judge name pass or !judge name fail'],
  },
  'needs-viewer': {
    ru: ['Кому доверить? Пример: {command} @имя талон,лечение 3/день 7д'],
    en: ['Whom do you trust? Example: {command} @name ticket,heal 3/day 7d'],
  },
  'needs-grant': {
    ru: ['Что доверить? Назови вещи или их свойства: {command} @имя талон,лечение 3/день 7д'],
    en: ['Trust with what? Name items or tags: {command} @name ticket,heal 3/day 7d'],
  },
  'unknown-tag': {
    ru: ['«{typed}» — не вещь и не свойство. Пример: !помощник @имя талон 3/день'],
    en: ['"{typed}" is neither an item nor a tag. Example: !helper @name ticket 3/day'],
  },
  'bad-uses': {
    ru: ['Раз от {min} до {max}, получено «{typed}». Пример: 3/день, 2/час, 5/игру'],
    en: ['{min} to {max} uses, got "{typed}". Example: 3/day, 2/hour, 5/game'],
  },
  'bad-until': {
    ru: ['Срок до {max} дней, получено «{typed}». Пример: 7д, 12ч, 30мин'],
    en: ['Up to {max} days, got "{typed}". Example: 7d, 12h, 30m'],
  },
  'bad-code': {
    ru: ['«{typed}» не код. Код просят без слов: {command}, а в другом чате пишут с ним: {command} 7Q2F'],
    en: ['"{typed}" is no code. Ask for one: {command}; then in your other chat: {command} 7Q2F'],
  },
  'many-requests': {
    ru: ['Просьб несколько: {requests}. Допиши номер: {command} {first}'],
    en: ['There are several requests: {requests}. Add the number: {command} {first}'],
  },
  'for-chat': {
    ru: ['Этим распоряжается чат: !испытать пишут зрители. Твоё: !помощь'],
    en: ['That is for chat: viewers type !challenge. Yours: !help'],
  },
  'unknown-rule': {
    ru: ['Пункта «{typed}» в правилах нет. Оглавление: !правило, поиск: !правило слово'],
    en: ['The rules have no "{typed}". Contents: !rule, search: !rule word'],
  },
  'unknown-number': {
    ru: [
      '«{typed}» — не то число, которое здесь считают. Пример: !почему бросок, !почему ум, !почему цена термос',
    ],
    en: ['"{typed}" is no number that is counted here. Example: !why roll, !why mind, !why price thermos'],
  },
  cooldown: {
    ru: ['Не так часто: ещё {wait}, потом снова {command}', 'Ещё {wait}, и {command} сработает'],
    en: ['Not so fast: {wait} more, then {command} again', '{wait} more, and {command} works'],
  },
  budget: {
    ru: ['Чат пишет команды быстрее, чем их успевают читать: ещё {wait}'],
    en: ['Chat types faster than anyone can read: {wait} more'],
  },
  offline: {
    ru: ['Связь с игрой возвращается, команда не принята. Повтори[ через {wait}]'],
    en: ['The link to the game is coming back, the command was not taken. Repeat it[ in {wait}]'],
  },
  'bad-command': {
    ru: ['Команда не той формы[: {detail}]. Примеры: !помощь'],
    en: ['That command has the wrong shape[: {detail}]. Examples: !help'],
  },
} as const satisfies Record<string, RefusalText>;

/** Of what people ask the host beside the rules. */
const ASKS = {
  'no-luck': {
    ru: ['Эта игра слов в кубики не берёт: они для марафона, на следующий день. Что можно: !помощь'],
    en: ['This game takes no words for its dice: those are for marathons, for the next day. See !help'],
  },
  'no-receipt': {
    ru: ['Посчитанного голоса с этим именем пока нет. Чек бывает, когда голосование закрыто: !чек'],
    en: ['There is no counted vote under this name yet. Receipts come once a vote is closed: !receipt'],
  },
  'needs-note': {
    ru: ['Что записать? Пример: !заметка вернуться за лестницей'],
    en: ['Write what? Example: !note come back for the ladder'],
  },
  'note-long': {
    ru: ['Длинно для заметки: знаков {length}, можно {max}. Короче: !заметка текст'],
    en: ['Long for a note: {length} characters, {max} at most. Shorter: !note text'],
  },
  'notes-full': {
    ru: ['Заметок уже {most}, больше не влезет. Убрать одну: !заметка -1, все: !заметка -все'],
    en: ['There are {most} notes, and no room for more. Take one out: !note -1, or all: !note -all'],
  },
  'no-note': {
    ru: ['Заметки[ {number}] нет. Какие есть, видно на своей странице'],
    en: ['There is no note[ {number}]. Your own page shows what there is'],
  },
} as const satisfies Record<string, RefusalText>;

export const REFUSALS: Readonly<Record<string, RefusalText>> = {
  ...ENGINE,
  ...RACE,
  ...DIPLOMACY,
  ...HOST,
  ...ACCOUNTS,
  ...ADMIN,
  ...ASKS,
  ...READER,
};
export type ReaderCode = keyof typeof READER;
export const READER_CODES = Object.keys(READER) as readonly ReaderCode[];

/** Said when a code has no sentence here: an older program talking to a newer one. */
const UNKNOWN: RefusalText = {
  ru: ['Команда не принята ({code}). Что можно: !помощь'],
  en: ['The command was not taken ({code}). What works: !help'],
};

/** The unfilled sentences of a code, never empty. `code` may come from another version, so it may be unknown. */
export function refusalText(code: string): RefusalText {
  return Object.hasOwn(REFUSALS, code) ? REFUSALS[code]! : UNKNOWN;
}
