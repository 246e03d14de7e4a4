/** What is never said is caught however it is spelt; what only looks like it is not. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';
import { LANGS, type Lang } from '../protocol/texts.ts';
import { wordsFault } from './check.ts';
import { saysNever } from './says-never.ts';

const listed = (...rows: readonly string[]): readonly string[] => rows.join(' ').split(' ');
const sentence = {
  ru: (word: string) => `Вот и ${word}, опять.`,
  en: (word: string) => `It is ${word}, again.`,
};

const BAD: Readonly<Record<Lang, readonly string[]>> = {
  en: listed(
    'bullshit horseshit shitty motherfucker fucking unfuckable clusterfuck asshole assholes dumbass jackass bitch',
    'sonofabitch cunt cunts bastards whore manwhore slutty nigger niggers nigga faggot fag retard tranny kike chink',
    'dickhead cocksucker pussy twat wanker bollocks arsehole ass blowjob porn rapist fuuuuck shiiit asssshole',
    'pizdec blyat nahuy suka cyka mudak',
  ),
  ru: listed(
    'нахуй хуй хуйня похуй охуел охуеть хуёвый нихуя хуесос пизда распиздяй спиздил пиздец заебал заебись долбоёб',
    'мозгоёб проебал уёбок выебон наебнуть объебос съебался разъебай сьебал ёбаный ебать ебло ёб невъебенный подъёбка',
    'блядь блять выблядок сука суку мудак мудила пидор пидорас ублюдок шлюха говно заговнял жопа поджопник дерьмо',
    'залупа дрочить гандон манда херня нахер срать обосрался ссать ниггер негры жид жидовка хохлы кацап чурки дебил',
    'гомик педик булшит мазафака факин хуууй пиииздец',
  ),
};

const MASKED: readonly string[] = [
  ...[
    'f.u.c.k',
    'f u c k',
    'f-u-c-k',
    'F U C K off',
    'fu\u200bck',
    'f\u00aduck',
    'fúck',
    'ｆｕｃｋ',
    'sh1t',
    'sh!t',
    '$hit',
  ],
  ...[
    '5hit',
    'a$$hole',
    'a55ho1e',
    '@ss',
    'c0ck',
    'b1tch',
    'fuсk',
    'ѕhit',
    'сunt',
    'bullsh!t',
    'n1gger',
    'fu-ck',
    'p0rn',
  ],
  ...[
    'х у й',
    'х.у.й',
    'п и з д е ц',
    'ху\u200bй',
    'xуй',
    'xyй',
    'пи3да',
    'пиздa',
    '6лядь',
    'cукa',
    'cyka',
    'г0вно',
    'зaeбaл',
  ],
  ...['п-и-з-д-а', 'Х.У.Й.Н.Я', 'хуи\u0306', 'ж0па', 'ёбаныи\u0306'],
];

const INNOCENT: Readonly<Record<Lang, readonly string[]>> = {
  en: listed(
    'Scunthorpe shiitake bass class classic glass grass brass mass pass passage compass assassin assume assist asset',
    'associate embassy cocktail peacock cockatoo weathercock Sussex Essex Middlesex unisex sextant sexton therapist',
    'grape drape scrape analyst analysis analog canal banal cumulus cucumber document circumvent accumulate title titan',
    'titanium constitution competition Dickens medic predict verdict swank debugger saltwater scrap scrapbook pimple',
    'raccoon cocoon tycoon spice despicable suspicious good goodness goods beet feet bettor alphabet diabetes skill',
    'skilled whisker whiskers nudge sniggered vinegar niggle whisper whorl hello shell hitch ditch switch witch shirt',
    'shift ship shin pushing wish it booby trampoline trumpet keen seaweed kilt button butter absolute slot',
  ),
  ru: listed(
    'хлеб хлеба хлебный требовать требует себя себе тебе тебя небо неба небеса ребёнок ребёнка жеребёнок гребёт гребень',
    'скребёт колебать колебаться погреб погребать потреблять потребность употреблять оскорблять углублять ослаблять',
    'грабли рубль рублями корабля дебаты учебный служебный волшебный лечебный целебный враждебный судебный мебель',
    'стебель лебедь щебень зверебой троеборье змеебой Себастьян страхует подстрахуй психует заштрихуй плохую сухую',
    'тихую глухую лихую ветхую команда мандарин мандат саламандра скипидар спидран хулиган херувим Херсон педикюр',
    'велосипедик секстант бляха бляшка блеять суккуб сук сучок сукно сундук барсук рассудок мудрый мудрец намудрил',
    'страна странный сразу посрамить ссылка ссора ссадина жидкий жидкость негромкий негромко хохолок хохот факт факел',
    'лоханка Шитов шить шитьё шиток стучит богатый богатырь подбородок трамплин чурбан канал анналы бананы пенистый',
    'дрожь пижон гондола вагон природа народ урожай порода уродился передача перебор перебить супергерой',
  ),
};

test('the lists are long enough to mean something', () => {
  for (const lang of LANGS) {
    expect(new Set(BAD[lang]).size).toBeGreaterThanOrEqual(40);
    expect(new Set(INNOCENT[lang]).size).toBeGreaterThanOrEqual(60);
  }
});

it.each(LANGS.flatMap((lang) => BAD[lang].map((word) => [lang, word] as const)))(
  'in %s, "%s" is never said',
  (lang, word) => {
    for (const text of [word, word.toUpperCase(), sentence[lang](word)]) expect(saysNever(text)).toBe(true);
  },
);

it.each(MASKED)('"%s" is read as what it is', (text) => {
  expect(saysNever(text)).toBe(true);
  expect(saysNever(`So, ${text} again`)).toBe(true);
});

it.each(LANGS.flatMap((lang) => INNOCENT[lang].map((word) => [lang, word] as const)))(
  'in %s, "%s" may be said',
  (lang, word) => {
    for (const text of [word, word.toUpperCase(), sentence[lang](word)]) expect(saysNever(text)).toBe(false);
    expect(wordsFault({ name: word, line: sentence[lang](word) }, lang)).toBeNull();
  },
);

test.each(['I am a cat', 'A B C', 'Oh! It is a hit!', 'И я, и ты', 'к 10 в 20', 'Готово! 100%'])(
  '"%s" may be said',
  (text) => {
    expect(saysNever(text)).toBe(false);
  },
);

/** Every sentence of a file, however deep. */
function sentences(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentences) : [];
}

test.each(LANGS)('everything that the pack says in %s may be said', (lang) => {
  const folder = join('config/content/texts', lang);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.json'),
  );
  const all = files.flatMap((file) => sentences(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
  expect(all.length).toBeGreaterThan(1000);
  const words = new Set(all.flatMap((text) => text.split(/[^\p{L}\p{M}'’-]+/u)));
  expect([...words].filter(saysNever)).toEqual([]);
  expect(all.filter(saysNever)).toEqual([]);
});
