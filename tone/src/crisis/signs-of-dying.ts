import { sign } from './signs.ts'

const SELF = '(?:myself|my self|meself|masel|mysel|mi self|miself|maself)'
const DIE = '(?:die|dying|dead|death|deid|unalive|not exist|end it)'

/** Not wanting to live. Written from what clinicians teach listeners to hear, with how people type it. */
export const signsOfDying = [
  sign(
    'wish to die',
    `(?:want|wants|wanted|wan|waan|wish|wishing|ready|need|hope|hoping|longing|prefer|fantasise|fantasize) <3>${DIE}
    rather <2>${DIE}
    (?:thinking|think|thoughts?|dream|dreaming|ideas?) (?:of|about) <2>(?:dying|death|being dead|not being alive|ending|killing)
    feel(?:ing)? like dying
    (?:never|not) <1>been born
    (?:was|were|be) <1>dead
    envy the dead
    (?:my|me) turn
    (?:join|joining|be with|go after|going after|follow|following|where) (?:him|her|she is|he is|them|mum|dad)
    going to die
    die (?:tonight|tomorrow|today|soon|alone|in my sleep)`,
    true,
  ),
  sign(
    'kill oneself',
    `(?:kill|killing|killed|hang|hanging|shoot|shooting|drown|drowning|off|unalive|throw|throwing|remove) ${SELF}
    kms
    k m s
    (?:take|taking|took) my <1>life
    (?:end|ending|finish) <2>(?:my|me|this|own) life
    unalive
    do (?:something|sth|sumn) (?:stupid|to ${SELF})`,
    true,
  ),
  sign(
    'suicide named',
    `suicid\\S*
    sewerslide
    (?:my|three|two|another|last|survived) <1>attempts?
    not <1>safe <2>(?:with myself|tonight|myself|alone|here)
    (?:trust|safe with) myself
    self - (?:poisoning|murder)`,
    true,
  ),
  sign(
    'end it',
    `(?:end|ending|finish|finishing|stop|stopping) (?:it|it all|things|everything|myself)
    (?:it|all|everything) to (?:be over|stop|end|go black)
    (?:want|need) <2>(?:over|stop|out)
    i want out
    (?:go|gone|out|off) for good`,
    true,
  ),
  sign(
    'not to live',
    `(?:not|no|nae|never|cannae|dinnae) <3>(?:want|wan|wish|wanna|able|envy|forces|strength|feel like|intend|care) <3>(?:live|alive|living|be here|exist|existing|life|go on|carry on|wake up|tomorrow|be)
    (?:not|no) <2>more <1>(?:live|alive|to live)
    (?:tired|tire|sick|done|scunnered|finished) <2>(?:of|with|a) <2>(?:living|life|alive|existing|trying|fighting|breathing)
    life <2>(?:tire|tired) <1>me
    not want to be (?:here|alive)
    stay(?:ing)? alive
    be alive
    (?:can not|cannae|can 't|could not) <2>(?:go on|carry on|live|do this|cope|take)
    (?:not|no) (?:be|wake|exist|able for)
    stop existing
    (?:switch|switched|switching|turn|turned) <1>off
    (?:come|came|coming) up for air
    let (?:it|the \\S+) (?:take|come|have) <1>me
    just takes? me`,
    true,
  ),
  sign(
    'not to wake',
    `(?:not|never|nae) <3>(?:wake|woke|waking)(?: up)?
    (?:disappointed|sorry|wish|annoyed) <3>woke up
    sleep <2>(?:forever|for ever|for good|and never|and not)`,
    true,
  ),
  sign(
    'not to be',
    `(?:not|never|wont|no) <2>(?:be here|be around|be alive|be there|exist|make it|last|see <2>(?:morning|spring|summer|winter|christmas|thirty|twenty|forty|tomorrow|light))
    (?:want|wish|like|love|could) <2>(?:to )?(?:disappear|vanish|cease|fade away|slip away|slip off|be gone)
    (?:be|being) gone
    when i am gone
    if i (?:was|were|am|is) <1>(?:gone|dead|not here|no longer)
    (?:should|shall) not be here
    already a ghost`,
    true,
  ),
  sign(
    'nobody would miss me',
    `better off <3>(?:without me|dead|gone|if i|in the ground|mother|wife)
    without me
    (?:nobody|no one|naebody|no body|anyone|anybody|anyone even) <3>(?:miss|notice|care|cares|notices|know|bothered)
    burden
    (?:more|better) dead
    (?:superfluous|no use to|no good to|useless to|waste of space)
    (?:they|she|he|everyone|everybody|kids|family) <3>(?:get over it|be better|do better|be fine|be happier|move on|be relieved)
    (?:relief|easier|better) (?:for|on) (?:everyone|everybody|them|all|my)
    put up with me`,
    true,
  ),
  sign(
    'no way on',
    `no <1>(?:way out|future|hope|reason|point|tomorrow|meaning|way on)
    (?:only|one|last) <1>(?:way|door|option|answer|solution|sum)
    nothing (?:left|to live for|to lose|matters)
    (?:reason|reasons) to (?:live|stay|go on|keep)
    (?:point|use) (?:of|in) <1>(?:living|staying|it all|going on|anything|life|me|trying)
    have not <1>meaning
    not (?:meant|made|cut out) for this (?:world|life)
    life (?:is|'s) <2>(?:not|over|pointless|finished|meaningless)
    (?:i|i am|am|be) at the end
    way out of (?:this|it|here)
    see <1>way (?:out|on|through)
    peace with (?:it|leaving|dying|going)`,
    true,
  ),
  sign(
    'voices',
    `(?:voices?|voice) <3>(?:say|says|said|tell|tells|telling|that|in)
    do it do it`,
    true,
  ),
]
