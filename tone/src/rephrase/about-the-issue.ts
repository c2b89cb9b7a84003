import { lexicon } from './lexicon.ts'
import type { Change } from './moves.ts'
import { changesBy, type Groups, type Rule } from './rule.ts'
import type { Seen } from './seen.ts'
import { isPlural, participle, participleOf } from './verbs.ts'

const MASS =
  /(?:code|advice|work|music|writing|feedback|reasoning|logic|grammar|spelling|parking|driving|cooking|bread|food|research|evidence|data|documentation|soup|singing|homework|behaviou?r|playing|docs|tests|numbers|figures|minutes|notes|rules|lyrics)$/

/** "a good plan", "good code". */
const good = (thing: string): string =>
  MASS.test(thing) || isPlural(thing) ? `good ${thing}` : `a good ${thing}`
const these = (thing: string): string => (isPlural(thing) ? `these ${thing}` : `this ${thing}`)

/** What can be held against a thing without anybody in it. */
function trouble(thing: string): string {
  const it = these(thing)
  const many = isPlural(thing)
  if (/^(?:argument|logic|reasoning|theory|claims?|evidence|point|explanation|analysis)$/.test(thing))
    return `I don't find ${it} convincing`
  if (
    /^(?:idea|plan|proposal|suggestion|approach|solution|strategy|budget|schedule|policy|rules?|fix)$/.test(
      thing,
    )
  )
    return `I don't think ${it} ${many ? 'work' : 'works'}`
  if (
    /^(?:opinion|take|advice|attitude|behaviou?r|opinions|statement|decision|post|comment|reply|response|answer)$/.test(
      thing,
    )
  )
    return `I don't agree with ${it}`
  if (/^(?:question|joke|example|bug|issue|ticket|request|homework|edits?)$/.test(thing))
    return `I don't think ${it} ${many ? 'are' : 'is'} clear yet`
  return `${it} ${many ? 'have' : 'has'} problems`
}

function unread([, verb = '', thing = '']: Groups): string {
  const done =
    participle(
      verb
        .toLowerCase()
        .replace(/^(?:looked|look) at$/, 'look')
        .replace(/^bother(?:ed)? to /, ''),
    ) + (/look(?:ed)? at/i.test(verb) ? ' at' : '')
  const what = thing
    .replace(/^it$/i, 'this')
    .replace(/^(?:my|our|the|this|that|these|those|them)\b/i, (word) => word.toLowerCase())
    .replace(/^them$/, 'they')
  return `I don't think ${what.replace(/^(\S+(?: (?!before|when|again|today|first|properly)\S+)*)/, (one) => `${one} ${isPlural(one) || one === 'they' ? 'were' : 'was'} ${done}`)}`
}

/** What became of a thing that somebody did something to. */
function broken([, how = '', thing = '', when = '']: Groups): string {
  const [is, did] = isPlural(thing) ? ['are', 'were'] : ['is', 'was']
  if (/^broke$/i.test(how)) return `${thing} ${is} broken${when}`
  if (/^kill/i.test(how))
    return /(?:plants?|fish|flowers?|roses?|herbs?|tomatoes|lawn|seedlings?|tree|basil|beans)$/i.test(thing)
      ? `${thing} died${when}`
      : `${thing} went wrong${when}`
  if (/^(?:destroyed|wrecked|trashed|smashed)$/i.test(how)) return `${thing} ${did} damaged${when}`
  return EVENT.test(thing) ? `${thing} went wrong${when}` : `I'm upset about ${thing}${when}`
}

const EVENT =
  /(?:raid|party|game|match|round|evening|day|night|holiday|christmas|trip|build|release|deploy|deployment|migration|merge|demo|launch|meeting|talk|concert|show|rehearsal|plan|schedule|rota|run|test|experiment|order|booking|session|lesson|vote)s?$/i

const NOUN = "(?: (?!to |and |but |you |because |if |before |with )[\\p{L}\\p{N}'-]+){1,4}?"
const THING = `((?:the|my|our|this|that|these|those)${NOUN}|it|this|that|them)`
const AGAIN = '((?: (?:again|before [^.,;!?]{3,30}|properly|first|at all))?)'

/** Whoever belongs to somebody is not spoken of as of a thing. */
const KIN =
  /(?:mum|mom|mother|dad|father|kids?|child|children|son|daughter|wife|husband|partner|girlfriend|boyfriend|friends?|family|parents|brother|sister|baby|face|body|hair|nose|brain|dog|cat|team|staff|guys|life|voice|accent|english|religion|country|people|predecessor|boss|manager|coach|teacher|doctor|driver|landlord|neighbou?r|colleague|secretary|trainer|chef)$/i

/** What can be told of a thing without who did it. */
const DONE =
  '(?:took|taken|left|put|parked|broke|broken|dumped|used|ate|eaten|threw|thrown|cut|sold|deleted|changed|moved|pulled|pushed|posted|shared|copied|cancell?ed|blocked|booked|burned|burnt|lost|drank|drunk|opened|closed|scratched|stole|stolen|spilled|interrupted|removed|finished|skipped|merged|hid|hidden|banned|muted|locked|unplugged|covered|painted|scanned|printed|forwarded|reset|overwrote|overwritten)'

/** "My washing was taken out", of "you took my washing out". */
function done([, have = '', verb = '', thing = '', rest = '']: Groups): string | undefined {
  const many = isPlural(thing) || / and /.test(thing)
  const be = have ? (many ? 'have been' : 'has been') : many ? 'were' : 'was'
  const way = rest.replace(
    / and ([a-z]+) (?:it|them)(?= |$)/i,
    (_, next: string) => ` and ${participleOf(next.toLowerCase())}`,
  )
  if (/\b(?:you|u|your|ur|yourself|it|them|because)\b/i.test(way)) return undefined
  return `${thing} ${be} ${participleOf(verb.toLowerCase())}${way}`
}

const statements: Rule[] = [
  [
    `{go}(?:yet )?another (?:half-baked|half-arsed|half-assed|sloppy|{awful}|{bad}) ([\\p{L}]+(?: request)?)(?: (?:from|by) (?:you|u)){stop}`,
    ([, thing = '']) => `this ${thing.toLowerCase()} isn't quite there yet`,
  ],
  [
    `{go}(?:{your}) (?:\\w+ )?({work})(?:'s| is| are| was| were| look| looks| sounds?) {deg}{awful}(?: (?:and|but) so are you|,? same as you| like you| as you are)?{stop}`,
    ([, thing = '']) => trouble(thing.toLowerCase()),
  ],
  [
    `{go}(?:this|that|your|ur|the) ({work}) (?:sucks?|stinks?|blows|makes no (?:fucking |damn )?sense)(?: (?:ass|balls|so (?:much|bad|hard)))?{stop}`,
    ([, thing = '']) => trouble(thing.toLowerCase()),
  ],
  [
    `{go}(?:this|that|the) ({work})(?:'s| is| are| was) {deg}{awful}{stop}`,
    ([, thing = '']) => trouble(thing.toLowerCase()),
  ],
  [
    `{go}(?:this|that|it)(?:'s| is| was|s) {deg}(?:(?:a|an|one) )?(?:{louder} |{awful} |bad |worst )*(?:{awful}|bad|worst) ({work})(?: (?:i've|i have|we've|you've) ever [^.,;!?]{3,25}| ever| yet)?{stop}`,
    ([, thing = '']) => `I don't think this is ${good(thing.toLowerCase())}`,
  ],
  [
    `{go}(?:this|that|it|these|those)(?: has (?:got )?to be|'s got to be|'s| is| was| are| might be| must be) {deg}(?:the|one of the) (?:worst|dumbest|stupidest|laziest|ugliest|lousiest|most (?:{awful}|{bad})) (?:\\w+ )?({work}) ?[^.,;!?]{0,45}?{stop}`,
    ([, thing = '']) => `I don't think this is ${good(thing.toLowerCase())}`,
  ],
  [
    `{go}(?:what|such) an? {deg}(?:{awful} )+({work}){stop}`,
    ([, thing = '']) => `I don't think this is ${good(thing.toLowerCase())}`,
  ],
  [
    `{go}(?:this|that|it)(?:'s| is|s) {deg}(?:bullshit|bs|nonsense|bollocks|horseshit|a lie|a load of (?:crap|rubbish|nonsense|bollocks)|total nonsense){stop}`,
    "I don't think that's right",
  ],
  [
    `^(?:this|that)(?:'s| is| was|s|) (?:{louder} |so |just |really |absolutely |complete |total |utter |a )*(?:garbage|trash|rubbish|crap|shit|shite|useless|dogshit|hopeless|unreadable|a mess|mess|a joke|a shambles|a disgrace){stop}`,
    "this isn't good enough yet",
  ],
  [
    `{go}{you} {adv}(?:don't|dont|do not) (?:even )?(?:have a clue|know (?:what (?:you're|you are|ur|youre) (?:even )?(?:talking|on) about|the first thing about this|anything|shit|jack shit|jack)){stop}`,
    "I don't think that's right",
  ],
  [
    `{go}{you} {adv}(?:have|got|'ve got|have got) (?:no|zero|absolutely no) (?:{louder} )?(?:idea|clue) (?:what you(?:'re| are)? (?:talking|on|even) ?about|about anything|what you're talking about){stop}`,
    "I don't think that's right",
  ],
  [
    `{go}{you} {adv}(?:have|'ve got|have got) (?:no|zero|absolutely no) (?:{louder} )?(?:idea|clue) (how [^.,;!?]{4,50}){stop}`,
    "that isn't $1",
  ],
  [
    `{go}(?:you're|you are|youre|ur|u r) (?:(?:just|so|dead|completely|totally|simply|still|literally|clearly|obviously|absolutely|utterly|flat out|plain|{louder}|always) )*(?:(?:talking|spouting|full of|writing) (?:{louder} )?(?:shit|crap|nonsense|rubbish|garbage|bollocks|bullshit|out of your (?:arse|ass)|it)|wrong(?: (?:again|as usual|about everything))?(?: and (?:you know it|everyone knows it))?|(?:just |just plain |obviously |clearly |still )?lying|a (?:{louder} |complete |total )?liar|making (?:this|that|it|stuff|things|shit) up){stop}`,
    "I don't think that's right",
  ],
  [`{go}{youre} {deg}wrong about ([^.,;!?]{3,40}){stop}`, 'I see $1 differently'],
  [
    `{go}{you} lied(?: to (?:me|us|everyone|everybody|all of us))? about ([^.,;!?]{3,40}){stop}`,
    "what you said about $1 wasn't true",
  ],
  [
    `{go}(?:so )?{you} {adv}(?:lied|lie)(?: to (?:me|us|everyone|everybody|all of us))?{stop}`,
    "what you said wasn't true",
  ],
  [
    `{go}(?:{you}|you've|you have) {adv}(?:never|didn't|didnt|did not|haven't|havent|couldn't be bothered to|can't be bothered to|can't have|couldn't have|obviously not)(?: even| once| ever| actually| bothered to| bother to| bother)* (read|tested|test|check|checked|look at|looked at|try|tried|opened|open|watered|water|cleaned|clean|washed|wash|reviewed|review|proofread|finished|finish|updated|update|measured|measure) ${THING}${AGAIN}{stop}`,
    (groups) => unread([groups[0], groups[1], `${groups[2]}${groups[3] ?? ''}`]),
  ],
  [
    `{go}{you} {adv}(broke|smashed|spoiled|fucked up|fucked|screwed up|screwed|messed up|botched|wrecked|ruined|destroyed|butchered|trashed|killed|killed off) ((?:the|my|our|this|that)(?! (?:mum|mom|dad|mother|father|heart|kids?|child|son|daughter|life|family|sister|brother|wife|husband|friends?|trust|promise|dog|cat)(?![\\w]))${NOUN})((?: (?:again|yesterday|today|last night|for (?:me|everyone|everybody|us|all of us|the rest of us)))*){stop}`,
    broken,
  ],
  [`{go}{you} {adv}(?:fucked|screwed|messed) (?:it|this|that|everything) up{stop}`, 'this went wrong'],
  [
    `{go}(?:and |then )?{you}('ve| have|) (?:just |{adv})(${DONE}) ((?:all |half |both )?(?:the|my|our|his|her|their)${NOUN}(?: and (?:the|my|our)${NOUN})?)((?: (?!and you|and u|because|if|when)[^\\s.,;:!?]+){0,14}?)(?! (?:and|but) (?:you|u)(?![\\w'])){stop}`,
    done,
  ],
  [
    `{go}{you} forgot ((?:the|my|our)${NOUN})((?: again)?){stop}`,
    ([, thing = '', again = '']) => `${thing} ${isPlural(thing) ? 'are' : 'is'} missing${again}`,
  ],
  [
    `{go}(?:only )?(?:an? )?(?:{deg}{name}|(?:someone|somebody|a person|people) with [^.,;!?]{2,25}) would (?:even |ever |actually )?((?!have|be |not|still|ever|know|understand|see |like |care)[a-z]+ [^.;!?]{2,80}|(?:think|believe|say|do|write|use) (?:that|this|it)){stop}`,
    "I wouldn't $1",
  ],
  [
    `{go}(?:any|every)(?:one|body) with (?:half )?(?:an? )?(?:\\w+ )?(?:brain(?:cell)?|eyes|sense|clue|iq)(?: \\w+)? (?:can see|could see|knows?|would know|could tell|can tell|would see)(?: that)? ([^.;!?]{6,}){stop}`,
    'I think $1',
  ],
  [
    `{go}if you(?:'d| had)? (?:had |have )?(?:half |even half )?(?:a |an ounce of |any )?(?:brain|sense|clue|eyes|brains|braincell)(?: \\w+)?,? (?:you'd|you would|u would|u'd)(?: have)? (?:know|known|see|seen|realise|realised|understand|understood)(?: that)? ([^.;!?]{6,}){stop}`,
    'I think $1',
  ],
  [
    `{go}(?:even )?(?:an?|any|my) (?:(?:{bad}|five[- ]year[- ]old|\\w+) )*(?:{name}|child|toddler|kid|nan|gran|dog|beginner) (?:can see|could see|knows?|would know|could tell|can tell)(?: that)? ((?!you)[^.;!?]{6,}){stop}`,
    'I think $1',
  ],
  [
    `{go}if (?:you|u)(?:'d| had| did| were| weren't| hadn't| didn't| could| would| ever| stopped| paid| got| took| just| looked| used| opened| bothered|'re| are) [^,.;!?]{2,70}?,? ?(?:you'd|you would|u'd|u would|you might|youd)(?: have)? (?:know|known|see|seen|notice|noticed|realise|realised|realized|understand|understood|find|found out)(?: that)? ((?:the|it|it's|we|they|there|this|my|our|these|those|he|she|i|a|some|no|every|two|three|both|beans|all) [^.;!?]{4,}){stop}`,
    '$1',
  ],
  [
    `{go}(?:it's|it is|its|it was|this is) (?:all |entirely |completely )?(?:your|ur) (?:own )?(?:{louder} )?fault (?:that |why )?((?:the|we|i|my|our|they|it|he|she|there|this|nobody|everyone|\\w+) (?!again|as |if )[^.;!?]{4,}){stop}`,
    '$1',
  ],
  [
    `{go}(?:because of|thanks to|due to|all because of) (?:you|u|your|ur)(?: {bad}| {louder}| own)*(?: (?:stupidity|laziness|ego|arrogance|carelessness|incompetence|attitude|ignorance|selfishness|mess|nonsense|mistake|forgetfulness|people|lot|guys|idiots?|fools?))?(?: and [^,.;!?]{2,25})?,? ((?:we|i|the|my|our|they|it|he|she|there|this|nobody|everyone|half|two|three) [^.;!?]{3,}){stop}`,
    '$1',
  ],
  [
    `{go}(?:any(?:one|body)|people|some(?:one|body)) with (?:half )?(?:an? |any )?(?:\\w+ )?(?:brain(?:cell)?s?|eyes|sense|clue|iq|experience) would(?: have)? (used|done|put|called|asked|checked|tested|read|written|made|taken|waited|chosen|split|started|written|gone|built|closed|opened|kept|told|brought) ([^.;!?]{3,}){stop}`,
    'I would have $1 $2',
  ],
  [
    `{go}(?:{your}) (?:so[- ]called )?([\\p{L}-]+(?: [\\p{L}-]+)?) (?:is|are|was|were|look|looks) {deg}(?:a |an )?{awful}{stop}`,
    ([, thing = '']) => (KIN.test(thing) ? undefined : trouble(thing.toLowerCase())),
  ],
  [
    `{go}(?:if (?:you|u)(?:'d| had)? (?:{adv})(?:read|bothered to read|bothered reading|looked at) ([^.,;!?]{3,40}),? (?:you'd|you would|you might)(?: have)? (?:know|known|see|seen|realise|realised|understand)(?: that)?) ([^.;!?]{4,}){stop}`,
    ([, thing = '', point = '']) => `${thing} ${isPlural(thing) ? 'say' : 'says'} that ${point}`,
  ],
]

/** What people put instead of rude words. */
const learned: Rule[] = lexicon
  .trim()
  .split('\n')
  .map((row) => row.split(' > ') as [string, string])
  // Nobody is "you people".
  .map(([rude, kinder]) =>
    kinder === 'people' ? [`(these|those|some|the|other|most|all) ${rude}`, '$1 people'] : [rude, kinder],
  )

const words: Rule[] = [
  ["(?:brat|sprog|spawn|crotch goblin)(?='s|{stop}| \\w)", 'child'],
  ['brats', 'children'],
  ['mutt', 'dog'],
  ['shits? on', 'makes a mess on'],
  [
    "(?:don't|dont|do not) (?:{adv})give (?:a|one|two) (?:{louder} )?(?:shits?|fucks?|damn|toss|crap)",
    "don't care",
  ],
  ["(?:doesn't|doesnt) (?:{adv})give an? (?:{louder} )?(?:shit|fuck|damn|toss|crap)", "doesn't care"],
  [
    'gives? an? (?:{louder} )?(?:shit|fuck|damn|toss|crap)',
    ([all = '']) => (/^gives/i.test(all) ? 'cares' : 'care'),
  ],
  [
    '(?:a (?:load|pile|piece|heap) of |such )?(?:{louder} )?(?:bullshit|horseshit|bollocks|dogshit)',
    'not right',
  ],
  ['(?:piss(?:ed|es|ing)?) (me|us|everyone) off', 'annoyed $1'],
  ['pissed off', 'annoyed'],
  ['(?:fucks?|screws?) up', 'go wrong'],
  ['(?:fucked|screwed) up', 'wrong'],
  [
    '(?:looks|works|runs|sounds|drives|plays|reads) like (?:shit|crap|garbage|trash)',
    ([all = '']) => `${all.split(' ')[0]} badly`,
  ],
  ['sucks(?: (?:ass|balls|so (?:bad|hard|much)))?{stop}', "isn't good"],
  [
    '(my|your|the|this|that|his|her|their|our|all) (?:{louder} |stupid |dumb )*(?:shit|crap){stop}',
    ([, whose = '']) => `${whose}${/^(?:this|that)$/i.test(whose) ? '' : ' stuff'}`,
  ],
  [',? ?and shit{stop}', ''],
]

/** About the thing instead of the person: "your code is garbage" is "this code has problems". */
export function aboutTheIssue(seen: Seen): Change[] {
  return [
    ...changesBy(seen, { kind: 'statement', rules: statements }),
    ...changesBy(seen, { kind: 'words', rules: [...words, ...learned] }),
  ]
}
