import { slurs } from '../text/rude-words.ts'

/**
 * Words by what they often do. They are no verdict: each kind is one feature, and what it weighs beside "you", in
 * a quotation or after "not" is learnt. Kinds help where a single word is too rare to be learnt from.
 */
const kinds = {
  // What a person is called.
  name: `
    idiot idiots moron morons fool fools imbecile loser losers clown clowns jerk jerks asshole assholes arsehole arseholes bastard
    bastards dick dickhead prick pricks twat twats wanker wankers tosser scum scumbag trash filth vermin parasite parasites rat rats
    pig pigs snake snakes worm worms cockroach cockroaches animal animals monkey ape apes dog dogs cow hag witch bitch
    bitches slut sluts whore whores skank hypocrite liar liars coward cowards creep creeps freak freaks weirdo pervert
    psycho lunatic maniac nutjob nutcase crybaby snowflake snowflakes sheep troll trolls dumbass jackass numpty muppet
    plonker wally eejit git pillock bellend knob sod crook thief thieves fraud failure disgrace nobody waste excuse
    joke embarrassment burden leech brat peasant savages savage barbarian degenerate thug thugs cunt cunts fatso pleb plebs
    simp incel karen retard retards halfwit dimwit airhead buffoon scumbags dirtbag lowlife`,
  // What is said of a person's mind or worth.
  slight: `
    stupid dumb idiotic moronic brainless clueless ignorant pathetic useless worthless incompetent lazy hopeless dense thick
    dim slow ugly fat disgusting gross vile repulsive nasty rotten selfish greedy arrogant spoiled spoilt entitled
    delusional deluded crazy insane mental unhinged mad sick twisted hysterical childish immature petty sad lame weak
    spineless gutless cowardly shameless dishonest fake phony toxic inferior filthy dirty smelly lousy laughable ridiculous
    embarrassing insufferable unbearable annoying illiterate uneducated gullible naive braindead senile retarded backward
    primitive uncivilised uncivilized subhuman disgraceful despicable contemptible evil awful terrible horrible`,
  // Work and things that are no good.
  poor: `
    bad worse worst broken wrong garbage rubbish crap crappy junk nonsense bullshit bollocks drivel sloppy messy mess ugly buggy slow
    boring disaster disappointing mediocre terrible horrible awful lousy unusable unreadable fails failed fail
    failing waste`,
  swear: `
    fuck fucking fucked fucker fucks fuckin shit shitty shite shits bullshit damn goddamn damned hell bloody arse ass crap piss
    pissed bollocks bugger cock wtf stfu ffs motherfucker motherfucking fuckoff bitch freaking frigging effing dammit cunt
    sodding feck fecking fook bastard`,
  harm: `
    kill kills killed killing die dies dead death murder hurt hurts beat beating punch stab shoot burn burned hang rope drown bury
    buried bullet gun knife bomb rape raped smash strangle choke bleed blood destroy crush slap hit hunt lynch exterminate
    execute poison kys suicide break regret pay suffer grave hospital`,
  scorn: `
    hate hates hated despise loathe detest shut shutup stfu leave quit disappear vanish gtfo kick ban deport banned unwanted
    unwelcome get lost rot sod off scram`,
  wave: `
    whatever google overreacting overreact dramatic drama sensitive relax chill calm cope seethe cry crying boohoo grow move dramaqueen
    cares care matters matter deal bother bothered lighten joke exaggerating imagining whining whine moan moaning
    complain complaining fuss attention tantrum obviously irrelevant pointless yawn nevermind`,
  lecture: `
    actually obviously clearly simply basically surely evidently apparently honestly frankly literally sweetie sweetheart
    honey hun darling dear love buddy pal kiddo kid bless adorable cute explain understand basics basic elementary simple
    slowly again already homework educate learn read try darlin mate`,
  all: `
    all every everyone everybody always never none nobody entire whole typical typically those these they them people kind
    sort lot bunch folks`,
  thank: `
    thanks thank thankful grateful gratitude appreciate appreciated appreciative cheers kudos indebted blessed ta obliged`,
  praise: `
    great good nice lovely beautiful wonderful brilliant amazing awesome excellent fantastic superb perfect impressive
    impressed talented gifted clever smart kind generous thoughtful helpful legend hero star gem genius favourite
    favorite best inspiring inspiration elegant clean neat solid gorgeous proud admire incredible stunning outstanding ace grand
    class masterpiece love loved wow`,
  cheer: `
    congratulations birthday anniversary wedding baby graduated passed won promoted celebrate celebrating hooray yay hurray
    finally milestone cheers party woohoo bravo finished engaged married`,
  heart: `
    keep going proud believe can hang brave courage strong rooting fingers step steps luck worth possible progress
    forward practice patient gently`,
  feel: `
    sorry hard tough painful loss hug hugs grief sad hurts heartbreaking heavy awful exhausting lonely alone scared
    afraid tired heart thinking feel feels feeling understand sounds listening hear here`,
  sorry: `
    sorry apologise apologize apologies apology forgive fault regret mistake mistakes bad`,
  offer: `
    help happy offer lend bring drive borrow come send message dm ping free spare available glad share show join hand hands`,
  ask: `
    help advice anyone anybody someone recommend recommendation recommendations suggestions tips need looking please could
    wondering stuck lost borrow know how where`,
  wonder: `
    why how what curious wonder wondering interested interesting tell mean which explain`,
  reason: `
    because since therefore thus hence evidence reason reasons data source study studies example instance means shows
    suggests follows implies research measured according so`,
  nuance: `
    however although though depends sometimes maybe perhaps partly both sides side hand might may unless except somewhat
    probably possibly likely often usually limits tradeoff balance fair unclear unsure`,
  fix: `
    suggest propose suggestion instead try fix could should consider alternative option options next step compromise plan
    solution solve improve agree let`,
} as const

export type WordKind = keyof typeof kinds
export const wordKinds = Object.keys(kinds) as WordKind[]

const bits = new Map<string, number>()
for (const [index, kind] of wordKinds.entries())
  for (const word of kinds[kind].split(/\s+/)) if (word) bits.set(word, (bits.get(word) ?? 0) | (1 << index))
/** Kept apart: their words stand in no list here. */
export const SLUR = 1 << wordKinds.length
for (const word of slurs) bits.set(word, (bits.get(word) ?? 0) | SLUR)
export const KIND_COUNT = wordKinds.length + 1

/** The kinds of a word as bits; 0 for most words. */
export const kindsOf = (word: string): number => bits.get(word) ?? 0

/** So common that their letters say nothing more than they do. */
export const commonWords: ReadonlySet<string> = new Set(
  `a about after all also an and any are as at be because been before but by can could did do does for from get go got had
  has have he her here him his how i if in into is it its just like me more my no not now of off on one only or other our
  out over really should so some still than that the their them then there these they thing this those to too up us very was
  we were what when where which who why will with would you your 's am`.split(/\s+/),
)
