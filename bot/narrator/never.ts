/**
 * What is never shown, whoever says it: swearing, slurs, gambling, drink and drugs, self-harm, religion and politics, and
 * words that sell or command. Lower case, ё as е. Swearing of one language is also typed in the letters of the other.
 */

const listed = (...rows: readonly string[]): readonly string[] => rows.join(' ').split(' ');

/** Wherever they stand in a word: nothing innocent has them, but for what is listed at the end. */
export const ANYWHERE: readonly string[] = listed(
  'fuck phuck shit cunt bitch asshole ashole arsehole dumbass fatass smartass cocksuck dickhead whore slut bastard',
  'faggot motherfu blowjob handjob rimjob cumshot porn hitler neonazi',
  // The most common root is sure only after a vowel or a sign: хлеб, требовать and ребёнок have it too.
  'хуй хуе хуя хуи пизд аеб оеб уеб ыеб иеб ееб ъеб ьеб мудак пидор пидар пидр педераст бляд ублюд',
  'шлюх шлюш говн жоп дерьм залуп дроч задрот гитлер булшит мазафак мазерфак',
  'pizd blyad blyat dolboeb dolboyob nahuy nahui nahuj pohuy pohui pidor pidar',
);

/** Beginnings of words. */
export const STARTS: readonly string[] = listed(
  // Swearing, slurs, sex
  'pussy pusy wank twat bollock bugger piss skank jackass badass asshat asswipe arsewip dickw dickf retard niger nigger',
  'nigga niga niglet fagot tranny shemale wetback raghead towelhead chinky gypo negro molest pedo paedo rapist raping',
  'incest sex nude vagin penis dildo orgasm erotic masturb sperm hentai prostitut stripclub',
  // Harm, gambling, drink and drugs, religion, politics, selling
  'killing killer murder suicid nazi terrorist casino jackpot gambl poker vodka whisky whiskey drunk cocain heroin',
  'god jesus christ allah satan bible pray saint president election putin donat http',
  // Swearing
  'еб йоб отеб обеб разеб изеб бля сука суки сучар сукин мудил мудоз пидо гандон гондон похер нахер дохер нихер охере',
  'херов херн срать сран срал насра обосра посрат посрал засра высра усра ссать ссал ссан обосс нассал зассал зассан',
  'уссал перде пердун пердеж пердак чмош сволоч мразь мрази гнид урод курв потаскух шалав проститу битч факин факью',
  // Slurs, sex
  'гомик гомосек педик педрил нигер ниггер негрит жидов хохляц хохлят кацап москал узкоглаз дебил имбецил',
  'секс порно трахат трахал трахаю трахае трахн минетч сперм оргазм эрекц эроти вагин клитор пенис мошонк сиськ',
  'анальн мастурб бордел стрипт педоф изнасил',
  // Harm, gambling, drink and drugs, religion, politics, selling
  'насил убийств убит суицид нацист террор казино джекпот ставк покер водк виски пьян наркот кокаин героин',
  'иисус христ аллах сатан библия библии библейск молит свят президент путин подпишис подпишитес донат игнорир',
  'huye huya huyn xuy xui ebat ebal eblan ebanut yeba zaeb zayeb naeb govno zalup mudak gandon',
);

/** Whole words. */
export const WORDS: readonly string[] = listed(
  'ass asses arse arses dick dicks cock cocks crap crappy fuk fuking fuker fck fcking fcuk phuk fuc fux wtf stfu milf',
  'fag fags dyke dykes kike kikes spic spics chink chinks gook gooks coon coons paki pakis beaner beaners jap japs',
  'rape rapes raped raper tit tits titty titties boobs boobies anus anal cum cumming jizz semen horny orgy hooker',
  'hookers pimp pimps kys kill kills bet bets weed trump subscribe subscriber subscribers ignore sudo admin prompt biatch',
  'ебу епт епта хер хера херу хером хере хули хуле хую нахую похую чмо лох лохи лоха лохов нах пох пздц нхй',
  'суку суке сукой сучка сучки сучку сучий блд фак факи нига ниги жид жида жиды жидам хач хачи хачей хохлы хохлов',
  'негр негра негры негров негру негром чурка чурки чурок даун дауны даунов минет анал анус манда манды манду',
  'бог бога богу боги трамп жми админ',
  'suka suki cyka huy huj hui bliat bljat blya eban',
);

/** Parts of words that are not what they seem; left out before anything is looked for. */
export const INNOCENT: readonly string[] = listed(
  'scunthorpe shiitake shitake mishit cushit ashitak poorn nigeri retardant sextan sexton sextet sextup godwit pedomet',
  'pussycat pussyfoot pissarro wankel',
  'скипидар пенист страху психу штриху змеебо троебор двоебор блях бляш педикюр секстан секстет спидран джопл курвиметр уродил',
);
