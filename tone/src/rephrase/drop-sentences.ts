import type { Change } from './moves.ts'
import { patternFor } from './needs.ts'
import { COVER, type Seen, type Stretch } from './seen.ts'

/** Sentences, or what stands between two signs, that say nothing but what somebody is. */
const CALL = '{deg}(?:{name}|{bad})(?:(?:,? and|,| but)? {deg}(?:{name}|{bad}))*'
const empty = [
  `(?:(?:god|wow|honestly|well|seriously|sorry|look),? )?(?:{youre}|you|u|he's|she's|they're|i think you're|you know you're)? ?${CALL}(?: (?:as well|too|(?:as|like) (?:ever|always|usual)|and so are you|and (?:you )?always (?:were|will be|have been)|(?:at|for) [^.!?]{2,20}|of (?:an? \\w+|you)|(?:that )?you (?:are|were)|person|people|man|woman|human being|stuff|behaviour|attitude|lot|here|and everyone knows it))?`,
  '(?:what|such|another|just another|typical|how|so|the usual) ?{deg}(?:{name}|{bad}|nonsense|joke|shambles|behaviour|shame|attitude|thing to say|lot)(?: (?:of (?:you|an? \\w+)|you are|from you|as (?:ever|always|usual)))*',
  "(?:(?:just|please|now|then|so|ok|can you|could you|will you|why don't you|go and) )*{hush}(?: (?:already|now|please|then|for once(?: in your life)?|mate|you|or leave|about it|forever))*(?: and {hush})?(?:,? (?:you )?{deg}{name})?",
  '(?:seriously|so|what|like|but|and|wow)?,? ?{areyou}(?:,? (?:you )?{deg}{name})?',
  "(?:seriously|but|and|god)?,? ?(?:{wrong}|(?:can't|cant|don't|do|can) (?:you|u) (?:even |not |ever )?(?:read|think|listen|count|have (?:a brain|eyes|ears|any shame))(?: at all)?|where's your (?:brain|head|shame)[^.!?]{0,20}|were you (?:dropped|raised) [^.!?]{3,25}|who (?:do you think you are|raised you|(?:even )?asked(?: you)?|let you [^.!?]{2,20}|hired you|taught you [^.!?]{2,20})|what are you,? (?:\\d+|twelve|five|a child)|how {bad} (?:are|can|could|do) (?:you|u|anyone)(?: be| have to be| get)?|have you no (?:shame|brain|eyes)|did your mum [^.!?]{1,25})",
  '(?:literally |honestly,? |and |but )*{nobody}(?: (?:here|else|in (?:here|this \\w+)))* (?:(?:even |ever )?asked(?: you| for (?:you|your|ur)[^.!?]{0,25})?|(?:really )?(?:cares?|gives? a (?:shit|fuck|damn|toss)|likes|wants|needs|believes|respects|can stand|will miss|listens to|agrees with|wants to hear(?: from)?)(?: (?:you|your \\w+|ur \\w+|what (?:you|u) (?:think|want|say|feel)|about (?:you|u|your|ur)(?: \\w+){0,3}))?(?: here| anyway)?)',
  "(?:and |frankly,? )?(?:shame on (?:you|u)(?: all)?|(?:you )?(?:should|ought to) (?:really )?be (?:so )?(?:ashamed|embarrassed|sacked|fired|banned)(?: of your(?:self|selves))?|(?:you|u) make me (?:sick|want to \\w+)|(?:you|u) (?:all )?(?:disgust|bore|sicken) (?:me|us)(?: all)?|(?:i|i'm|im|i am|we're) (?:really |so )?(?:hate|despise|pity|can't stand|sick of|tired of|fed up with|done with) (?:you|u|your (?:\\w+ )?(?:face|whining|excuses|attitude|nonsense|bullshit|drama|crap))(?: people| lot| all)?|(?:fuck|screw|sod|damn) (?:you|u|this|that|him|her|them)(?: (?:all|too|and [^.!?]{1,30}))?|(?:you|u) suck(?: at (?:this|it|everything))?|cry me a river|boo hoo|(?:oh,? |aw+,? )?poor (?:thing|baby|you|lamb)|(?:cut|spare me) the crap|yawn|lol|lmao|next|ratio|skill issue|yikes|thanks for nothing|no surprise(?: there)?|(?:oh )?here (?:we|he|she) goe?s? again|not this again|every (?:single|fucking|bloody) (?:time|thread|day)|wow|bravo|slow clap|congratulations|well done|(?:great|good|nice) job|unbelievable|incredible|typical(?: of)?(?: you)?|oh please|as if|(?:my )?god|jesus(?: christ)?|ffs|wtf|for (?:fuck|god|christ|heaven)'?s sake|what the (?:hell|fuck)|i(?: have|'ve) no sympathy|same as (?:ever|always)(?: with you)?)",
  '(?:and )?(?:i |we )?(?:really )?hope (?:that )?(?:you|u|he|she|they|somebody|someone|it|your)(?! can| could| will find| get well| enjoy)[^.!?]{3,90}(?:you|u|your|fired|sacked|fail|lose|lost|alone|die|hell|him|her|one day|back|soon)',
  "(?:(?:it's )?no|small) wonder [^.!?]{3,90}",
  'enjoy (?:being|your|losing|it)[^.!?]{0,40}',
  '(?:(?:people|men|women|somebody|someone) like (?:you|u)|(?:you|u) (?:deserve|deserved) (?:it|everything|this|nothing|each other|what)|i(?: feel sorry for| pity) (?:you|your))[^.!?]{0,80}',
  "(?:you|u) (?:people|lot),? (?:are|always|never|just|only|make|have|should|don't|can't)[^.!?]{2,60}",
  "(?:you're|you are|ur|youre) (?:the (?:reason|kind|sort|type|worst|problem|biggest)|everything wrong|not (?:worth|fit|even (?:funny|smart|good|clever|human)|(?:as|very|too|half as) (?:clever|smart|funny|good|bright))|nothing|nobody|beneath|out of your|in the way|an? (?:sad|poor|grown|insult|stain|burden))[^.!?]{0,60}",
  '(?:even )?(?:my|a) (?:\\w+ ){0,3}(?:nan|gran|grandma|grandmother|dog|cat|child|toddler|monkey|old|goldfish|kid|houseplant|brick)(?: \\w+){0,3} (?:could|would|can|knows?)[^.!?]{0,50}',
]

const patterns = empty.map((source) => patternFor(`^\\W*(?:${source})\\W*$`, 'u'))

const WORD = /[\p{L}\p{N}]/u
/** What asks for something says something, whatever else it says. */
const ASKS = /\b(?:please|can you|could you|would you)\b/

/** Whether a sentence says nothing but an insult. */
export function isOnlyInsult(seen: Seen, { begin, end }: Stretch): boolean {
  const plain = seen.plain.slice(begin, end)
  if (plain.length > 200 || plain.includes(COVER) || ASKS.test(plain)) return false
  return patterns.some((patternIn) => patternIn(seen)?.test(plain))
}

/** The sentence with the space that would be left beside it. */
function cut({ text }: Seen, { begin, end }: Stretch): Change {
  while (end < text.length && /[ \t]/.test(text[end]!)) end++
  if (end === text.length || text[end] === '\n') while (begin > 0 && /[ \t]/.test(text[begin - 1]!)) begin--
  // A line of its own goes with its line end.
  if ((begin === 0 || text[begin - 1] === '\n') && text[end] === '\n') end++
  return { begin, end, text: '' }
}

/** Sentences that are nothing but insult, where another one is left. */
export function dropSentences(seen: Seen): Change[] {
  const spoken = seen.sentences.filter(({ begin, end }) => WORD.test(seen.text.slice(begin, end)))
  const going = spoken.filter((one) => isOnlyInsult(seen, one))
  return going.length < spoken.length ? going.map((sentence) => cut(seen, sentence)) : []
}

/** Sentences that say nothing without the one before. */
const LEANING =
  /^\W*(?:or|otherwise|yours|theirs|just|though|explains|that's why|so (?:do|does|did|is|are)|and so (?:do|does|did|is|are)|either way|every last|instead|which|because|not|of course|neither|nor|what about)(?![\w'])/u

/** Whether a sentence leans on one that is gone. */
export const leans = (seen: Seen, gone: readonly Change[]): boolean =>
  seen.sentences.some(({ begin, end }, at) => {
    const before = seen.sentences[at - 1]
    const went = (one: Stretch): boolean =>
      gone.some((change) => change.begin <= one.begin && one.end <= change.end)
    return (
      before !== undefined &&
      went(before) &&
      !went({ begin, end }) &&
      LEANING.test(seen.plain.slice(begin, end))
    )
  })
