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
  'needs-player': {
    ru: ['Кому? Допиши имя игрока в конце: {command} вещь имя. Кто играет: !игроки'],
    en: ["To whom? End with a player's name: {command} item name. Who plays: !players"],
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

export const REFUSALS: Readonly<Record<string, RefusalText>> = { ...ENGINE, ...HOST, ...ACCOUNTS, ...READER };
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
