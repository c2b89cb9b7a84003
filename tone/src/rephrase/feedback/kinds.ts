import { pattern } from '../words.ts'
import type { PartName } from './feedback.ts'

// What a sentence of criticism does. It is only sorted: nothing is said here that the author did not say.

/** Asks for something, or says how it should be. */
const ASKS = pattern(
  "(?:please|pls|(?:could|can|would|will) (?:you|u|we|somebody|someone|one of you)|i(?:'d| would) (?:like|prefer|love|rather)|i (?:need|want|expect|suggest)|we need|let's|next time|from now on|(?:you|it|this|that|they|we|the [\\w-]+(?: [\\w-]+)?) (?:should|ought to|must|need to|needs to|has to|have to)(?! have|n't have)|would be (?:better|good|great|easier|nice)|try (?:to|a|the)|how about|why not)",
  'u',
)
const TOLD =
  /^\W*(?:just |now |so |then |and |but |instead |always |next time |better )*(?:add|answer|ask|book|bring|call|change|check|clean|close|come|cut|delete|don't|do not|explain|finish|fix|follow|format|get|give|go|include|keep|label|leave|let|listen|look|make|merge|move|name|open|order|pay|pick|put|read|remove|rename|replace|reply|rest|return|revert|rewrite|run|save|say|send|set|share|show|shorten|sing|slow|sort|speak|split|start|stay|stick|stop|switch|take|talk|tell|test|tidy|turn|update|use|wait|wash|water|write)(?![\w'])/u

/** Tells what came of something, to the work or to somebody. */
const TELLS_EFFECT = pattern(
  "(?:(?:i|we|she|he|they|nobody|everyone|everybody|people|users?|customers?|clients?|visitors?|readers?|patients|the (?:kids|children|team|client|customer|others|guests|audience|reviewers?|whole [\\w-]+)|my (?:son|daughter|mother|father|kids|team)|half (?:of )?(?:us|the [\\w-]+)) (?:just |now |all |then |still |also )*(?:had to|have to|has to|couldn't|could not|can't|cannot|can not|lost|missed|waited|wasted|spent|ended up|got (?:lost|wet|sick|confused|a fine)|feel|felt|was (?:late|lost|confused|upset|worried|embarrassed|hurt|left)|were (?:late|lost|confused|upset|left)|didn't (?:understand|know|get|find)|don't (?:understand|know what)|am (?:tired|upset|worried|stuck|lost|confused)|are (?:stuck|late|waiting|confused|lost)|cried|gave up|stood there|sat there|paid)|(?:cost|costs|took|takes|taking) (?:me|us|them|the team|everyone)|(?:makes|made|makes it|made it|leaves|left|keeps|kept) (?:me|us|them|it|her|him|everyone)(?: [\\w-]+)? ?(?:feel|hard|harder|difficult|impossible|late|wait|worry|lose|doubt|confused|standing|sad|anxious|unsure|nervous)?|so that nobody|which means|that means|as a result|because of (?:this|that|it))",
  'u',
)

/** What a sentence does; nothing for one that only greets or cries out. */
export function kindOf(plain: string): PartName | undefined {
  if ((plain.match(/[\p{L}\p{N}']+/gu)?.length ?? 0) < 3) return undefined
  if (ASKS.test(plain) || TOLD.test(plain)) return 'ask'
  if (TELLS_EFFECT.test(plain)) return 'effect'
  return 'seen'
}

/**
 * A judgement of the whole, and nothing that could be seen: "this isn't good enough", "it's a mess". What it is about is
 * for the author to say.
 */
const VERDICT = pattern(
  "^\\W*(?:(?:honestly|sorry|look|well|frankly|so|and|but),? )*(?:(?:i don't (?:think|like|agree|find)|i'd hoped|i hate|i see|i find) (?:this|that|these|it|for)?[^.!?]{0,40}|(?:this|that|it|these|{your} [\\p{L}-]+|the [\\p{L}-]+)(?:'s| is| was| are| were| isn't| aren't| has| have| looks?| sounds?| feels?) (?:not |just |so |really |very |still |all |completely |totally |simply |a |an |far |quite |too )*(?:{awful}|{bad}|good(?: enough)?(?: yet)?|bad|poor|wrong|boring|ugly|unacceptable|disappointing|unprofessional|problems|issues|weak|confusing|wrong|worse|the worst[^.!?]{0,30}))\\W*$",
  'u',
)

export const isVerdict = (plain: string): boolean => VERDICT.test(plain)
