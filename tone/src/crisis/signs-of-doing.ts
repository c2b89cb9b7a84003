import { sign } from './signs.ts'

const BODY = '(?:arms?|legs?|thighs?|wrists?|hands?|skin|head|stomach|body|knuckles|self|sel)'

/** Means, plans, leave-taking, hurting oneself. */
export const signsOfDoing = [
  sign(
    'means',
    `(?:pills?|tablets?|overdos\\S*|paracetamol|insulin|poison|bleach|rope|noose|knot|gun|shotgun|razors?|blades?)
    enough to`,
    true,
  ),
  sign(
    'places',
    `(?:bridge|cliff|roof|ledge|platform|tracks|car park|river|weir|quarry|pier|reservoir|lock|railway|viaduct|layby)
    (?:high|sixth|seventh|eighth|ninth|tenth|top) floor
    (?:window|garage|exhaust|motorway|train|water)`,
    true,
  ),
  sign(
    'taken',
    `(?:took|taken|swallowed|drunk|drank) <4>(?:pills?|tablets?|them|overdose|lot|much|many|bottle|packet)
    overdosed
    bottle 's empty
    what have i done`,
    true,
  ),
  sign(
    'jump',
    `jump(?:ing)? <1>(?:off|from|in front|under|out|down)
    (?:throw|throwing|threw) (?:myself|me)
    (?:walk|step|walking|stepping|run) (?:into|in front|off|under|out)
    (?:run|hit|knocked) over
    under (?:a|the) <1>(?:bus|train|tram|truck|lorry)
    (?:look|looking|think|thinking) (?:at|about) <1>(?:pillars?|wall|bridge|platform|train|water)`,
    true,
  ),
  sign(
    'plan',
    `(?:have|got|made|make|had) <2>(?:plan|date)
    (?:set|picked|chosen|choose|chose|decided) <2>(?:date|day|place|time|spot)
    (?:night|day|day's) (?:is|'s) the (?:night|day)
    (?:mind|minds) <2>made up
    made up my mind
    (?:i|have|ive|already) (?:have )?decided
    (?:wrote|written|write|writing) <3>(?:letters?|notes?)
    (?:bought|buy|ordered|got|have|saved|saving|stockpil\\S*|delivered) <4>(?:rope|pills|tablets|stuff|thing|gun|blades?|enough)
    (?:going|gonna|gon|go|about|ready|courage|want) <1>(?:to )?do it
    (?:doing|do|did|make) it (?:tonight|tomorrow|today|on|when|at|by|after|this)
    how (?:much|many|tall|high|long) <4>(?:does it take|to be|take|enough)
    (?:ways?|how) to (?:die|kill|do it)
    painless\\S*
    everything (?:is )?(?:ready|prepared|sorted|arranged)
    (?:i|will|have|must) <1>finish
    enough (?:pills|tablets)
    nobody will stop
    look like an accident`,
    true,
  ),
  sign(
    'soon',
    `(?:tonight|this night|the night|tomorrow|by morning|before morning|by midnight|after tonight)
    last (?:night|day|post|message|time|thing|one)
    (?:on|by|till|until|after|this) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|week|christmas)
    before (?:winter|spring|summer|christmas|the weekend)
    (?:any|no) more trying`,
  ),
  sign(
    'farewell',
    `(?:goodbye|good bye|bye|byes|farewell|cheerio|goodnight|good night|adieu)
    (?:last|final) (?:post|message|words?|goodbye|letter|thing)
    will not be (?:back|here|around|needing|logging)
    by the time you read
    this is it
    (?:nice|good) knowing you
    (?:do not|please do not) (?:look for|come looking|wait|cry|be sad)
    i go first
    see you on the other side`,
    true,
  ),
  sign(
    'for good',
    `(?:for good|forever|for ever|for always|for real|never <2>back|once and for all)
    no more (?:sleeps|tomorrows|after)`,
  ),
  sign(
    'asking forgiveness',
    `forgive <1>me
    excuse me everybody
    (?:am|'m|so|say|ma|tell) <2>sorry
    sorry (?:mum|mom|dad|mama|papa|mam|everyone|everybody|all|for everything|about|for the|i)
    (?:not|nobody 's|no one 's|is not) <2>fault
    (?:do not|nobody|not) <2>blame
    (?:none of you|could not have|nobody missed|nothing you could)
    (?:held|hung|tried) <2>(?:long|could|tried|really)
    could not become`,
  ),
  sign(
    'giving into care',
    `(?:take care of|look after|looking after|feed|water|keep) <2>(?:my|the|mum|mom|dad|mother|each|cat|dog|kids|children|yourselves|yourself|him|her)
    (?:tell|give) <4>(?:i|he|she|that|love|loved|tried|proud|sorry)
    (?:somebody|someone|please) <1>(?:take|water|feed|keep)
    passwords?
    (?:my|the) will
    (?:giving|given|give|gave) <4>(?:away|things|records|watch|guitar|bike)
    (?:remember|think of) me
    be happy
    love (?:you all|you|u|yall)`,
  ),
  sign(
    'hurting oneself',
    `(?:cut|cuts|cutting|cuttin|burn|burns|burned|burning|burnin|hurt|hurts|hurting|harm|harming|scratch|scratching|hit|hitting|punch|punched|punching|wound|pinch|pinching|starve|starving|bite|biting|ritz|dig) (?:only |up |in |into |at )?(?:myself|meself|masel|my own|my ${BODY}|the arms?|the legs?)
    make me cuts
    (?:want|need|going|urge) to (?:cut|hurt|burn|harm|bleed)
    self ?-? ?(?:harm|harms|harmed|harming|injury|injuring|injure|hurt)
    make (?:myself|me) <1>(?:bleed|sick|cuts)
    (?:cut|cutting|cuts|did it|doing it|done it|relapsed|harming|bleeding) again
    (?:it|did|started) <1>again
    relapsed?
    (?:new|fresh|deep|deeper) <1>cuts?
    urges?
    (?:bleeding|bleed|bleeds|blood)
    long sleeves
    (?:scars|stitches)
    (?:use|used|using|with) <2>(?:knife|blade|razor|lighter|compass|needle|iron|cigarettes?)`,
    true,
  ),
]
