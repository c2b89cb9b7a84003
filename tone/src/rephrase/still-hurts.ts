import { slurs } from '../text/rude-words.ts'
import { isOnlyInsult } from './only-insult.ts'
import type { Seen } from './seen.ts'
import { pattern } from './words.ts'

/** What no suggestion may leave standing, however its reading comes out. */
const STILL = pattern(
  "(?:fuck|shit|bitch|cunt|wank|twat|arsehole|asshole|moron|idiot|imbecile|retard|bollocks|bullshit)\\w*|(?:you|u|you're|youre|ur|he's|she's|is|are|an?|such|of) (?:(?:absolute|total|complete|utter|such|a|an|little|old|real|bit of an?|just|so|really|very|too|{bad}) )*(?:{name}|garbage|trash|crap|shite?|stupid|pathetic|dumb|thick|useless|worthless|lazy|disgusting|selfish|ugly|fat|embarrassing|vile|slow|ridiculous|clueless|hopeless|nobody|failure|nothing)|shut (?:up|it|your)|grow up|get (?:lost|a life|a grip|a job|stuffed)|see what happens|(?:you|u) (?:people|lot)|people like (?:you|u)|stop (?:whining|moaning|crying|bitching)|cry (?:more|harder|all you|about it)|crybaby|piss off|sod off|drop dead|(?:nobody|no one|few people) (?:\\w+ )?(?:likes?|wants?|cares?|asked)(?: about)? (?:you|u|your|ur)|(?:your|ur) (?:face|brain|mum|mom|mother|wife|husband)(?! (?:is|was|can|cannot|will|would|has|had|said|and|to|for|at|about|know|when)(?![\\w]))|sweetie|sweetheart|grandad|grandma|let the (?:grown|adults)|at your age|go cry|uninstall|delete your|serves? you right|lmf?ao|told you so|what did you expect|what did you think|ashamed|sad little|hope (?:you|u|you're|your|ur|he|she|they|it|it's|its|that)(?! (?:can|find|get well|enjoy|feel|had|have a|is ok|is okay|helps|works|understand))(?= )|so (?:stupid|dumb|thick|lazy|fat|ugly|slow)|what kind of (?:an? )?(?:man|woman|mother|father|person|parent|mum)|who let you|wrong with (?:you|u)|(?:nobody|no one|who|noone) asked you|really meant it|worst (?:\\w+ ){1,3}(?:i |we )?(?:ever|'ve)|look at (?:her|him|you|yourself|them)(?![\\w'])|in what world|(?:^|[^\\p{L}])so+ glad|was never your|, (?:was it|wasn't it|does it|aren't you|doesn't (?:he|she)|isn't (?:he|she)|don't they)|old age|go (?:and )?play|overreact\\w*|hysterical|what do you even do|sob stor(?:y|ies)|stand in the corner|not one friend|make me sick|in the grave|your place|waste of|laugh(?:s|ing)? (?:at|about|when)|right to laugh|what a surprise|(?:you|everyone|everybody|we all|mum|they all|people)(?: in this \\w+)? (?:knows?|knew) it|what does that make you|👏|(?:you|u) finally|saw(?:ing)? .{0,12}off|stab|punch|slap|throat|bleed(?! the)|choke|what's the point of you|do you want a (?:statue|medal|cookie)|never been right|the best example|so (?:is|are) (?:its|you|the|your)|brains?|hippo|piggy|fatso|too (?:stupid|dumb|thick|slow|old|fat|lazy)|(?:not|never) (?:good|clever|smart|bright) enough|someone like you|your sort|(?:you|u) (?:lot|smell|stink|suck)|nobody misses|like (?:watching|talking to) an?|is it that time|one of those (?:people|foreigners|women|men|types)|things (?:you|u) don't (?:know|understand)|i include|brought bleach|and you, who|i don't know what's worse|career to forget|whatever (?:you|u) say|sad case|fixed it for you|beyond you|makes sense\\.?$|even (?:you|u)(?![\\w'])",
  'u',
)

/** What judges somebody is refused only where its words are rude too: the same form may say a plain thing. */
const RUDE = pattern('(?:{name}|{bad}|{hush})', 'u')

/** Whether a rewriting hurts still by what it says, whatever its reading. */
export const stillHurts = (seen: Seen): boolean =>
  seen.tokens.some(({ word }) => slurs.has(word)) ||
  STILL.test(seen.plain) ||
  seen.sentences.some(
    (sentence) => RUDE.test(seen.plain.slice(sentence.begin, sentence.end)) && isOnlyInsult(seen, sentence),
  )
