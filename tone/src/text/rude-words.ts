/**
 * Words that disguise is undone for ("sh1t", "i d i o t", "f**k"): a disguise counts only when what comes out
 * stands here, so that "h3llo" and "b2b" are left in peace. No more follows from a word's being on this list;
 * what it means where it stands is for the reading to say.
 */
const plain = `
arse arsehole arseholes ass asses asshole assholes bastard bastards bitch bitches bitching bitchy bloody bollocks
bugger bullshit clown cock cocks cocksucker coward crap creep cunt cunts damn degenerate dick dickhead dickheads dicks
dipshit disgusting douche douchebag dumb dumbass dumbasses fat filth filthy freak fuck fucked fucker fuckers fuckin
fucking fuckoff fucks fuckwit garbage goddamn hate hell horseshit idiot idiotic idiots ignorant imbecile jackass jerk
kill killed kys liar loser losers lying moron moronic morons motherfucker motherfuckers motherfucking numbskull nuts
pathetic penis perv pervert pig pigs piss pissed porn prick pricks pussies pussy rape raped rapist rubbish scum scumbag sex sexy
shit shite shits shitty shithead shut shutup skank slag slut sluts slutty snob stupid stupidity suck sucker sucks
thot tit tits tosser toxic trash twat twats ugly useless vagina vile wank wanker wankers weirdo whore whores worthless wtf
die dead stfu murder stab stabbed shoot punch
`
/** Slurs, each letter moved by thirteen: nobody needs to read them to read this file. */
const moved = `
avttre avttref avttn avttnf snttbg snttbgf snt sntf genaal genaavrf qlxr qlxrf xvxr xvxrf fcvp fcvpf puvax
puvaxf tbbx tbbxf jrgonpx jrgonpxf cnxv cnxvf ergneq ergneqf ergneqrq fcnfgvp fcnm zbatbybvq enturnq
gbjryurnq pbba pbbaf xnssve furznyr furznyrf yrfob lvq
`

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')
const turn = (word: string): string =>
  word.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 84) % 26) + 97))

export const slurs: ReadonlySet<string> = new Set(words(moved).map(turn))
export const rudeWords: ReadonlySet<string> = new Set([...words(plain), ...slurs])

/** By length and first letter, for words with letters starred out. */
const bySize = new Map<string, string[]>()
for (const word of rudeWords) {
  const key = `${word.length}${word[0]}`
  bySize.set(key, [...(bySize.get(key) ?? []), word])
}

/** The rude word that fits letters with stars between them ("f**k"); one or more letters must be left beside the first. */
export function unstar(pattern: string): string | undefined {
  const letters = pattern.replaceAll('*', '')
  if (letters.length < 2) return undefined
  return bySize
    .get(`${pattern.length}${pattern[0]}`)
    ?.find((word) => [...pattern].every((sign, at) => sign === '*' || sign === word[at]))
}
