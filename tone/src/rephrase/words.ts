// Reviewed by hand. Rude words and what may stand for them began as the candidates of training/rephrase_lexicon.py.
const list = (text: string): string => text.trim().split(/\s+/).join('|')

/** Names people call each other. */
const names = list(`
idiots? morons? imbeciles? fools? losers? clowns? muppets? numpt(?:y|ies) twats? pricks? dicks? dickheads? assholes? arseholes?
bastards? bitch(?:es)? cunts? wankers? tossers? gits? scum scumbags? trash dumbass(?:es)? dumbos? jackass(?:es)? ass(?:es)? arses? jerks?
hypocrites? cowards? noobs? trolls? snowflakes? brats? bab(?:y|ies) crybab(?:y|ies) dimwits? dunces? half-?wits? nitwits? twits?
donkeys? weirdos? freaks? creeps? sheep parasites? leech(?:es)? pigs? cows? rats? douche(?:bag)?s? fuckers? motherfuckers? fuckwits? plonkers?
dipsticks? doughnuts? knobs? knobheads? bellends? melts? wallys? pillocks? divs? berks? prats? nuisances? pests? frauds? hacks? slobs? simpletons? blockheads? buffoons?
cretins? degenerates? lowlifes? dumdums? egghead lunatics? psychos? maniacs? cockroach(?:es)? vermin worms? liars? cheats? know-it-alls?
airheads? lumps? lazybones hags? tarts? potato(?:es)? limpets? oafs? gobshites? knobends? bullies bully weasels? grouch(?:es)? windbags? bores? cuck toads? snakes? monsters? thief thieves crooks? bimbos? smartarses? smartass(?:es)? dipshits? shitheads? turds? drips? spanners? eejits? galahs? drongos? sods? dictators? divas? savages? goldfish monkeys? apes? amateurs? spongers? scroungers? freeloaders? slackers? wasters?
cheapskates? tramps? gasbags? busybod(?:y|ies) crackpots? nutters? nutcases? loons? witch(?:es)? bozos? thickos? bums? peasants? dopes? dolts? chumps? goons? bullshitters? tyrants? backstabbers? show-?offs?`)

/** What people say that others are. */
const bad = list(`
stupid dumb idiotic moronic pathetic useless worthless lazy clueless incompetent thick dense braindead brain-dead brainless ignorant
ridiculous disgusting mental insane crazy slow gullible selfish spoilt spoiled sad annoying embarrassing hopeless childish immature
arrogant pompous smug rude nasty vile toxic filthy ugly fat silly daft spineless gutless talentless miserable entitled whiny bitter
delusional deluded hypocritical insufferable unbearable unbelievable laughable tragic cringe cringey boring dim blind deaf greedy evil
cruel heartless shameless horrible awful dreadful terrible revolting appalling stinking rotten lying pretentious
simple swaggering half-blind whiney dozy gormless spiteful soft idle stuck-up power-hungry ungrateful sour bald washed-up jealous insecure condescending narrow-minded simple-minded feeble weak shitty crappy crap fake careless sloppy irresponsible self-absorbed
tone-deaf two-faced big-headed mean mad paranoid nuts deranged unhinged inconsiderate disorgani[sz]ed retarded illiterate uneducated unprofessional self-cent(?:re|er)ed foolish petty nosy bossy
cheap shady dishonest disrespectful forgetful obnoxious unreliable scruffy tactless thoughtless vain moody clumsy lame sleazy stingy unfit amateurish wicked slack tight thieving two-bit cowardly stubborn pig-headed drunk insolent impertinent vindictive absolute clue-free`)

/** What makes words louder and says nothing. */
const louder =
  "fucking|fuckin'?|fuckn|effing|motherfucking|bloody|goddamn|goddamned|damned?|darn|freaking|freakin|frigging|friggin|flipping|flippin|sodding|stinking"
const degree =
  'an?|the|some|my|absolute|absolutely|utter|utterly|complete|completely|total|totally|such|so|very|really|just|quite|pretty|too|literally|actually|seriously|honestly|still|truly|that|this|as|always|all|always been|clearly|obviously|genuinely|simply|frankly|kinda|proper|right|beyond|plain|downright|being|one|old|little'

/** What people say of things that they find bad. */
const awful = list(`
garbage trash rubbish crap shit shite shitty crappy awful terrible horrible dreadful atrocious abysmal pathetic useless worthless stupid dumb idiotic
moronic ridiculous laughable disgusting embarrassing nonsense bullshit bollocks hopeless lousy dire appalling brainless disgraceful shameful
insane crazy lazy sloppy amateurish dogshit horseshit unreadable`)

/** Things people make or say: what can be spoken of instead of who made it. */
const work = list(`
code plan idea argument answer post comment review essay design question logic reasoning grammar writing article report draft commit pr patch
proposal suggestion theory advice work paper presentation spelling recipe docs? documentation tests? function method class module query script page site
website layout poem story song lyrics drawing painting picture photos? video stream speech talk lecture homework translation summary email message
parking driving cooking bread cake soup food singing playing rota schedule budget minutes agenda notes reports? analysis numbers figures estimates? solution
approach fix change merge request issue ticket bug attitude behaviour behavior explanation definition example opinion take point logo font colours? build deck map edit edits pull-request
reply response statement claims? evidence research data model strategy handover bookings? decision rule rules policy system app game mod guide tutorial lesson`)

/** Said to somebody as if to a child, or as if to a hero. */
const sweet = list(`
sweetie sweetheart sweetpea honey hun hon love dear darling genius einstein sherlock buddy pal bud champ princess sunshine kiddo
kid grandma grandad grandpa granny boomer karen fatso fatty stinky brainbox cupcake buttercup tubby smarty sonny missy laddie lassie precious petal poppet doll bro bruh son boy girl
professor bozo chief`)

/** The lists whose words are looked up one by one where nothing but a yes is asked. */
export const lists = { name: names, bad, awful, louder, sweet } as const
/** What is called a name, bad, sweet or loud in more words than one, or with a sign in it. */
export const phrases = {
  name: 'waste of (?:space|oxygen|air|skin|a salary|time)|(?:piece|sack|pile|load|bag) of (?:shit|crap|trash|garbage)|pieces of shit|excuse for an? \\w+|drama queen|attention seeker|laughing ?stock|disgrace|embarrassment|joke|failure|nightmare|control freak|piece of work|know[- ]it[- ]all|pain in the \\w+',
  awful:
    '(?:an? (?:joke|mess|disgrace|disaster|train wreck|embarrassment|insult|shambles)|(?:a (?:load|pile|piece) of )(?:garbage|crap|shit|rubbish|trash|nonsense))',
  sweet:
    'captain obvious|your (?:highness|majesty)|little (?:man|girl|boy|one)|big man|smart (?:guy|boy|girl)|my (?:dear|love|friend)|old (?:man|woman)|hot ?shot|drama queen|smarty pants|clever clogs|mr know-it-all',
  louder: 'god damn|f\\*+ing',
} as const

export const fill: Record<string, string> = {
  you: "(?:you guys|you lot|you people|you all|you two|you|u|ya|y'all|yall)",
  youre:
    "(?:you're|you are|youre|u r|u're|your|ur|you guys are|you people are|you lot are|you all are|y'all are|you were|you've been|you look|you sound)",
  your: "(?:your|ur|yer|yall's)",
  name: `(?:${names}|${phrases.name})`,
  bad: `(?:${bad})`,
  awful: `(?:${awful}|${phrases.awful})`,
  louder: `(?:${louder}|${phrases.louder})`,
  deg: `(?:(?:${degree}|{louder}|{bad}) )*`,
  adv: '(?:(?:clearly|obviously|literally|just|really|actually|honestly|apparently|seriously|simply|still|even|evidently|plainly|also|ever|frankly|probably|fucking|always) )*',
  work: `(?:${work})`,
  sweet: `(?:${sweet}|${phrases.sweet})`,
  nobody: '(?:nobody|no one|noone|no-one)',
  // What is told or asked somebody who is to be quiet or small.
  hush: "(?:shut (?:the (?:fuck|hell) )?(?:it|up|your (?:mouth|face|trap|gob))|(?:grow|wake|man|toughen) up|grow a (?:brain|pair|spine)|get (?:off (?:your|ur) high horse|lost|a (?:life|grip|clue|job|hobby|brain|wash|haircut|room)|over (?:it|yourself|urself)|your (?:shit|act) together|off your (?:\\w+ )?(?:arse|ass|backside|butt))|go (?:away|to hell|fuck yourself|touch grass)|(?:fuck|piss|bugger|sod|jog|bore) off|deal with it|cope|cry (?:more|harder|about it|me a river)|(?:stop|quit) (?:whining|moaning|crying|bitching|complaining|sulking|talking|embarrassing yourself|wasting (?:my|our|everyone's) time|being (?:so|such an?) [a-z-]+(?: freak| queen| baby)?)|(?:try using |use )your (?:\\w+ )?(?:brain|head|eyes)|open your (?:\\w+ )?eyes|pull yourself together|do (?:us all a favou?r|your (?:\\w+ )?job|better)|stay in your lane|learn to (?:read|spell|think|code|drive|park|cook|count|write|listen)|sit down|log off|be quiet|give it (?:a rest|up)|run along)",
  areyou:
    '(?:are|r|were) (?:you|u) (?:[a-z]+ ){0,2}(?:{bad}|{name}|kidding(?: me)?|serious|joking|for real|high|drunk|twelve|\\d+|born yesterday|out of your mind)(?:,? or (?:something|what|just [a-z-]+|[a-z-]+))?',
  wrong:
    "(?:what(?:'s| is|s)?|wtf is|what the (?:hell|fuck)(?: is|'s)) (?:actually )?(?:is )?wrong with (?:you|u|your (?:head|brain|face))(?: people| lot)?",
  // Where a clause of its own begins and where one ends.
  go: "(?<=^[\\s\"“'(*]*|[;:–—(] |,? [–-] |, |(?:^| )(?:and|but|so),? |^(?:look|listen|honestly|well|god|wow|ok|okay|lol|omg|yeah|no|man|dude|bro|seriously|mate|because|sorry but|no offence but|im sorry but|i'm sorry but|frankly|basically|again),? )",
  stop: "(?=\\s*(?:[,;:.!?…–—)]|$|\\n)| [–-] | (?:and|but|because|so|cause|cos) (?:i|i'm|im|i've|you|you're|it|it's|its|the|we|they|this|that|that's|he|she|then|now|please|my|our|there|there's|everyone|nobody)(?![\\w'])| (?:but|because|cos) )",
  // What a clause that stands by itself begins with.
  subject:
    "(?:i|i'm|i've|i'd|im|you|you're|you've|u|we|we're|we've|they|he|she|it|it's|its|this|that|that's|there|there's|the|my|our|your|these|those|don't|do|please|take|put|go|send|stop|use|read|check|fix|give|leave|come|move|pay|keep|try|let|ask|what|how|when|where|why|can|could|did|is|are|now|next time|just|get|clean|turn|answer|write|wait|look)",
  end: '(?=[\\s.!?…)]*$)',
}

/** A pattern with the lists put in: `{name}`, `{bad}` and so on. It never begins or ends within a word. */
export function pattern(source: string, flags = 'dgu'): RegExp {
  // Lists may name others.
  const filled = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in fill ? filled(fill[name]!) : whole))
  return new RegExp(`(?<![\\w'](?=\\w))(?:${filled(source)})(?!(?<=\\w)[\\w'])`, flags)
}

const RUDE = pattern('^(?:{name}|{bad}|{sweet}|{louder})$', 'u')
/** Whether a word is one that people call each other, or an address from above. */
export const isRude = (word: string): boolean => RUDE.test(word)
