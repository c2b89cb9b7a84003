import { dropClauses } from './drop-clauses.ts'
import type { Change } from './moves.ts'
import { changesBy, type Groups, type Rule } from './rule.ts'
import type { Seen } from './seen.ts'

/** Where a question was taken away with its mark, the sentence before it ends in a full stop. */
const stopOf = ([all = '']: Groups): string => (/[?!]$/.test(all) ? '.' : '')
const gone = (...sources: string[]): Rule[] => sources.map((source) => [source, stopOf] as const)

/** Verbs and small words before which "idiot" is no address: "an idiot", "is trash", "like a clown". */
const NOT_AFTER =
  "(?<!(?:^|[\\s'])(?:an?|the|this|that|such|total|of|like|is|are|was|were|be|been|am|'s|'re|'m|as|some|another|every|any|no|my|your|his|her|their|our|and|or|in|on|to|with|for|these|those|other|big|little|old|you|u) )"

const address: Rule[] = gone(
  '(?<=^\\s*)(?:you )?(?:{bad},? )+[a-z-]+, (?=(?:you|u|i|the|it|we|my|this|that|stop|get|put|take|there) )',
  ', you (?:(?:{bad}|{louder}|little|old|big|wee|great|absolute|total|utter|complete|proper|silly|daft),? )+[a-z-]+{stop}',
  // "…, you clot.", whatever it is: a word behind "you" that is none of those that go on.
  ", (?:you|ye) (?!(?:know|see|too|two|three|all|lot|both|guys|can|did|do|should|will|would|could|have|are|were|must|might|may|decide|choose|said|say|win|won|lose|lost|die|there|here|people|folks|first|next|then|tell|go|went|came|took|ran|left|saw|knew|promised|understand|bet|think|name|please|ok|okay|again|\\w+ed|\\w+n't)(?![\\w']))[a-z-]{3,}{end}",
  '(?<=^\\s*)(?:nice|good|great|well|clever) (?:job|work|one|going|done|move),? (?:{sweet}|{name})[,.!…]* (?=\\w)',
  // "…, you absolute muppet", "listen, idiot", "idiot, …"
  `(?<!call|called|calls|calling|thinks|think|made|make|means|with|to|at|for|of|from|like|as|by|all|both|hate|love|than|on|see)[,–—-]? ?(?:and )?(?<! are )(?:you|u|ya) (?:(?!(?:an?|the|have|has|are|do|did|were|was|can|could|think|know|even|call|need|want|will|would|is|look|sound|people|lot|guys|should|must|made|got|had|like|and|never|always|just|said|think|ever|read|post|not|who|if|in|on|at|to|of) )[a-z-]+ |{bad},? ){0,3}?{name}{stop}`,
  `(?<!call|called|calls|calling|thinks|think|made|make|means|with|to|at|for|of|from|like|as|by|all|both|hate|love|than|on|see),? ?you (?:{louder}|{bad})(?:,? (?:{louder}|{bad}|little|old|lot|thing|man|woman|people|person|excuse for an? \\w+|sack of \\w+)(?= |[,.;:!?]|$))*{stop}`,
  "(?<=^\\s*)(?:(?:{bad}|{louder}|old) )*{name} (?=(?:stop|go|get|put|stay|wait|heal|learn|play|use|read|look|move|give|pass|ban|buy|turn|close|clean|leave|it's|its|the|we|that's|thats|don't|dont) )",
  `, ?{deg}{name}{end}`,
  `${NOT_AFTER}(?<!(?:{bad}|{louder}) )(?<!(?<![\\w'])(?:an?|such|of|like|is|are|as|no|any) [\\w'-]+ )(?<=[^\\s] ){name}{end}`,
  `(?<=^[\\s]*)(?:(?:listen|look|hey|ok|oi|well|wow|god|hi|so|yo|right|congratulations|nice one|nice),? )?(?:you )?{deg}{name}(?=[,:!] )`,
  `, ?(?:you )?(?:{bad} )*{sweet}{stop}`,
  `(?<=^[\\s]*)(?:(?:listen|look|hey|ok|oi|well|wow|no|yes|oh|sorry|aw+),? )?{sweet}(?=[,:!] )`,
  `(?<=[^\\s,] )(?:captain obvious|einstein|sherlock|genius|sweetie|sweetheart|hun|snowflake|fatso|princess|grandad|buddy|pal|champ|bozo){end}`,
)

const loud: Rule[] = gone(
  "(?<=(?:who|what|why|how|where|when|which)(?:'s)?) (?:(?:in )?the )?(?:(?:actual|bloody|living) )?(?:fuck|fck|hell|heck|devil|shit)(?: on earth)?(?= )",
  '(?<=(?:get|got|shut|stay|back|calm|keep|move|hurry|out|go|went|piss) )the (?:fuck|hell) (?=\\w)',
  ",? ?(?:for|fer) (?:fuck|fucks|god|gods|christ|christs|heaven|heavens|pity|pete|goodness)(?:'?s)? sake",
  "(?<!(?:is|are|was|were|so|am|be) |'s |'re )(?:{louder}) (?=\\w)",
  "(?<=(?:is|are|was|were|so|am|be|not|isn't|'s|'re) )(?:{louder}) (?=\\w)",
  '(?<=^\\s*)(?:wtf|ffs|jfc|omfg|lmao+|lmfao+|lol+|rofl|smh|holy (?:shit|crap|fuck)|jesus(?: christ)?|christ|oh my god|omg|for real|ugh+|lmaoo+|hahaha*|haha|pfft|duh|boo hoo|wow|bravo|congratulations|congrats|well done|slow clap|nice one|good job|great job|brilliant)[,.!…]* (?=\\S)',
  ',? ?(?:lmao+|lmfao+|lol+|rofl|smh|ffs|wtf|haha(?:ha)*|omfg|duh|jfc|lmaoo+|tbh lol|as usual|as ever|as always|as per usual|yet again|surprise,? surprise|big surprise|what a surprise|of course|for a change|for once in (?:your|ur) (?:\\w+ )?life|for once|for crying out loud|once in your life|in your (?:sad|whole|miserable|entire) (?:little )?life){end}',
  ' (?:as (?:fuck|hell|shit)|af){stop}',
)

const sting: Rule[] = gone(
  '(?<=^\\s*)(?:just |please )?for once(?: in (?:your|ur) (?:\\w+ )?life)?,? (?=\\w)',
  '(?<=^\\s*)for the (?:hundredth|thousandth|millionth|umpteenth|nth|last) time,? (?=\\w)',
  '(?<=(?:can|could|will|would) (?:you|u) (?:please |just |all |guys )*){hush}(?: for once)?,? and (?=\\w)',
  '(?<=^\\s*)(?:as|like) (?:any|every|most|even an?|an?) (?:\\w+[ -]){0,2}(?:adult|child|kid|person|fool|idiot|moron|beginner|people|one|body|toddler|anyone|schoolchild|half-wit|year old)s? (?:could|can|knows?|would|will|should|sees?)[^,.;!?]{0,25}, ?(?=\\w)',
  ',? (?:as|which|like) (?:any|every|even an?|an?|most|anyone|anybody|everyone|everybody|you|even you)(?: [\\w-]+){0,4} (?:knows?|could|can|would|should|learns?|sees?|grasps?|picks? up|gets?)(?! (?:be |have (?:a|the)))[^,.;!?]{0,60}{stop}',
  ",? (?:and|which|but) (?:you|u)(?:'d| would| might)(?: have)? (?:know|known|see|seen|notice|noticed|find out)(?: that| this| it)? if (?:you|u)[^,.;!?]{2,60}{stop}",
  ',? and so are (?:you|u){stop}',
  "(?<=^\\s*)you (?:(?:{bad}|{louder}|old|little) )*{name} (?=(?:i|i'm|it|its|it's|we|you|u|ur|this|that|my|our|there|theres|your|stop|the) )",
  ',? (?:like|unlike) (?:everyone|everybody|anyone|anybody) else(?: (?:does|can|did|here|has to))?{end}',
  ',? like (?:the|a|an) {deg}{name} (?:that )?(?:you|u) are{stop}',
  "(?<=^\\s*)(?:i know (?:that )?[^,.;!?]{3,40} (?:hard|difficult|too much|a challenge) for (?:you|u)[^,.;!?]{0,10}|(?:let me|i'll|i will) (?:explain|spell|say|put|repeat)[^,.;!?]{2,50}(?:you|u|understand|slowly|again|get it|follow)|congratulations|bravo|well done|with (?:all due )?respect|no offence|no offense),? ?(?:but |and )?[,:;–—-]* ?(?={subject}(?![\\w']))",
  "(?<=^\\s*)(?:(?:honestly|god|bro|dude|man|lol|omg|jesus|wow) )*(?:ur|you're|youre|you are|u are|u r|your) {deg}(?:{name}|{bad})(?: (?:sometimes|lol|lmao|tbh|man|bro|mate|at times|honestly|really|today))*,? (?=(?:i|i'm|im|u|you|the|its|it's|it(?! (?:hurts|makes))|theres|there's|stop|we|my|this|that's|thats|they|can|could|did|why|what|who|pls|please|just|delete|give|put|get|turn) )",
  ',? instead of (?:crying|whining|moaning|complaining)[^.,;!?]{0,30}{end}',
  "(?<=^\\s*)(?:{wrong}|(?:no offence|i'?m sorry|sorry) but|(?:literally )?{nobody} (?:likes|cares about|wants|asked for|asked) (?:you|u|your|ur)?(?: \\w+){0,4}|thanks for nothing|shame on you|you(?:'re| are) the (?:problem|worst(?: \\w+){0,3})|(?:screw|fuck) (?:you|off)|face it|(?:typical|pathetic|disgraceful|unbelievable|ridiculous|disgusting)(?: of you)?)[,;:–—-]+ ?(?=\\w)",
  '(?:wow|oh|well|look|so),? (?:what a surprise|surprise,? surprise|big surprise|shocker|shock),? ',
  '(?<=(?:get|move|haul|drag|take|keep|park) )(?:your|ur|yo) (?:{bad} )*(?:ass|arse|backside|butt|face|self) (?=off|out|over|back|up|down|to|in|on|away)',
  "(?<=^\\s*)(?:i (?:swear|think|know) )?(?:{youre}|what an?|such an?) {deg}(?:{name}|{bad})(?:(?:,? and|,)? {deg}(?:{name}|{bad}))*(?: (?:as an? \\w+|of an? \\w+|\\w+|at (?:this|it)|you are|for (?:this|that)))?(?:,? (?:and|but)|[,;–—]| -) (?={subject}(?![\\w']))",
  "(?<!live|lives|living),? (?:like|as) (?:the |an? |some |a bunch of )?{deg}{name}(?: (?:that )?you(?: are|'re)?)?{stop}",
  ",? ?(?:and |but )?(?:if|unless|assuming|provided) (?:that'?s? |it'?s? |this )?(?:isn't |is not |is |not |you |u |even )*(?:too (?:hard|much|difficult|complicated)|capable|able|can manage|can handle|could manage|know how|can read|bright enough|smart enough|think you can|can be bothered|could be bothered|have a brain|had a brain|brain can)[^.,;!?]{0,40}{end}",
  ",? ?(?:in case|since|because|as) (?:you|u)(?: still)? (?:hadn't|haven't|didn't|can't|cannot|couldn't|obviously|clearly|lack)[^.,;!?]{0,50}{end}",
  ",? ?not that (?:you|u)(?:'d|'ll| would| will| could| can)? ?(?:ever )?(?:know|care|understand|notice|get it)[^.,;!?]{0,30}{end}",
  "(?<=(?:[\\w'-]+,? ){3}[\\w'-]+),? ?(?:and|but|because|cos|cause|so|since|that|which (?:shows|proves|means)(?: that)?),? (?:{youre}|he's|she's) {deg}(?:{name}|{bad})(?:(?:,? and|,) {deg}(?:{name}|{bad}))*(?: (?:at (?:this|it|that|everything)|about it|for it|to everyone|person|people|man|woman|child))?{stop}",
  "(?<=[^\\s]) ?[,;–—-]+ ?(?:{youre}|he's|she's) {deg}(?:{name}|{bad})(?:(?:,? and|,) {deg}(?:{name}|{bad}))*(?: (?:person|people|man|woman|at this))?{stop}",
  "[,;–—-] ?(?:what a|such an?|you're such an?|talk about|typical|how|so|it's|that's|just|absolutely|utterly|really|simply|plain) ?{deg}(?:{name}|{bad}|joke|shame|mess|clown show|cringe)(?: of you| you are)?{end}",
  '[,;–—-] ?(?:same as|like|as with) everything (?:else )?(?:that )?you (?:do|touch|say|write|make|build)(?: here)?{stop}',
  ',? ?(?:and|but|so) (?:everyone|everybody|we all|they all|nobody|no one|people)(?: here| in here| else)? (?:is|are|knows?|hates?|laughs?|likes?|thinks?|can see|sees?|has had|mutes?|wants?|can stand) [^.,;!?]{0,20}(?:you|your|it|that)[^.,;!?]{0,25}{end}',
  ',? ?(?:and|but) (?:you )?(?:should be )?(?:ashamed|embarrassed)(?: of yourself)?{end}',
  ",? ?(?:can|can't|do|don't) (?:you|u) (?:even |not )?(?:read|listen|hear|see|think|count)[?!]*(?=$|,? {name}|,? you {name})",
  ',? ?(?:do )?(?:you|u) (?:even )?have (?:a brain|eyes|brains|ears)(?: at all)?,?[?!]*{end}',
  ',? ?{wrong}[?!]*{end}',
  '(?<=^\\s*)(?:(?:ok|look|god|and|so|just|please|now|maybe|perhaps),? )?{hush}(?: for once| next time)?(?:,? (?:and|&)|[,;–—-]) ?(?=\\w)',
  '(?<!(?:told|tell|tells|asked) (?:me|us|him|her|them)(?: to)? ?),? ?(?:(?:so|and|now|then|please|just|to) )*{hush}(?: (?:about it|already|please|now|for once|then))?{end}',
)

/** An insult that stands before a thing: "your stupid rota". */
const attributive: Rule[] = [
  [
    '(this|that|these|those|your|ur|the|another) (?:(?:{louder}|stupid|dumb|idiotic|moronic|shitty|crappy|shit|crap|half-arsed|half-assed|pathetic|ridiculous|retarded|useless|worthless|miserable|lousy|ugly|so-called|half-baked|precious|silly|endless|pointless|godforsaken|trashy|rubbish|garbage|sorry|sad little|pathetic little|stupid little),? )+({work}|(?!and|or|one|ones|enough|people|person|man|woman|men|women|girl|boy|kid|kids|child|face|head|mouth|brain|arse|ass|lot|old|little|\\w+s? (?:you|u) (?:are|r)|{name}|{bad}|{sweet})[\\p{L}-]{3,})',
    '$1 $2',
  ],
  [
    '(some|certain|these|those|many|other) (?:{bad},? )+(people|neighbou?rs|parents|members|drivers|players|folks?|guys|kids|colleagues|men|women)',
    '$1 $2',
  ],
]

/** What is a request for quiet. */
const quiet: Rule[] = [
  [
    '(?<=^\\s*)(?:shut (?:up|it)|shut (?:your|ur) (?:\\w+ )?(?:mouth|trap|face|gob)) (?=(?:during|in|at|while|when|until|after) )',
    'please be quiet ',
  ],
]

/** Somebody who is called a name where only a person is meant. */
const somebody: Rule[] = [
  [
    '(?<=^\\s*|, |and |but )(you|u) (?:(?:{bad}|{louder}),? )+(?:people|lot|guys|bunch|folks|men|women|boys|girls|kids)(?: from [\\w ]{3,20})? (?=\\w)',
    '$1 ',
  ],
  [
    '^whoever ([^.,;:!?]{3,60}?) (?:is|must be|has to be|was|are) (?:such )?(?:an? )?(?:[\\w-]+ ){0,2}(?:{name}|{bad})(?: (?:person|people|man|woman))?[.!]*$',
    'to whoever $1:',
  ],
  [
    '(you|u) (?:(?:{bad}|{louder}),? )+(?:\\w+ )?{name} (?=(?:put|took|left|broke|made|let|sent|lost|booked) )',
    '$1 ',
  ],
  [
    '(?<=^\\s*|, |and |but |who |which |[.!?] )(?:which|what|some|whichever|what kind of) {deg}{name} (?=(?:[a-z]+ed|wrote|left|put|took|broke|has|had|is|was|thought|made|did|let|sent|ate|keeps?|parks?|leaves|gave|sold|threw|cut|ran|hit|drove) )',
    ([all = '']) => (/^some/i.test(all) ? 'somebody ' : 'who '),
  ],
  ['(?:the|that|this) {deg}{name} (?=(?:who|that) )', 'the person '],
  ['(?:an?|some) {deg}{name} (?=(?:who|that) )', 'somebody '],
  ['(?:those|these|the) {deg}{name} (?=(?:who|that) )', 'those '],
  [
    '(?<=^\\s*|, |and |but )(you|u) (?:(?:{bad}|{louder}|old|little|absolute|total|complete),? )*{name} (?=(?:[a-z]+ed|left|put|took|broke|have|forgot|made|did|let|sent|ate|gave|sold|threw|cut|ran|hit|drove|said|told|were|are|wrote|lost|kept|drank|said) )',
    '$1 ',
  ],
  [
    'whoever ([^.,;:!?]{3,60}?) (?:is|must be|has to be|was|are) (?:(?:such|clearly|obviously|really) )?(?:an? )?{deg}(?:{name}|{bad})(?: (?:person|people|man|woman|human being))?,? ?(?:and |because )?(?=[a-z])(?!(?:who|that|to|and|or|of|in|with) |{name})',
    'whoever $1, ',
  ],
  [
    "(?:because|as|since|cos) (?:you|u)(?:'re| are| were)? {deg}(?:{bad}|{name})(?: (?:who|that|to|for) [^.,;:!?]{2,60})?{stop}",
    '',
  ],
]

/** An address between two sentences that nothing else holds apart. */
const between: Rule[] = [
  [
    '(?<=\\w),? you (?:(?:{bad}|{louder}|old|little) )+{name}(?= (?:the|i|it|we|you|this|that|my|our|there|your) )',
    ',',
  ],
]

/** Words of insult within a sentence: addresses, swearing and stings. What else the sentence says stays. */
export function dropInsult(seen: Seen): Change[] {
  return [
    ...dropClauses(seen),
    ...changesBy(seen, {
      kind: 'words',
      rules: [...quiet, ...somebody, ...attributive, ...sting, ...address, ...between, ...loud],
    }),
  ]
}
