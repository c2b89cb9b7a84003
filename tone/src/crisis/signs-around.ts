import { sign } from './signs.ts'

const KIN =
  '(?:brother|sister|friend|mate|pal|mum|mom|mam|dad|mother|father|son|daughter|wife|husband|boyfriend|girlfriend|ex|cousin|uncle|aunt|gran|nan|grandad|flatmate|roommate|housemate|colleague|student|pupil|neighbour|neighbor|classmate|girl|boy|guy|lad|kid|niece|nephew|patient|client|woman|man|someone|somebody|whoever)'

/** What stands around: whether it is meant, whether it is told of, where it belongs. */
export const signsAround = [
  sign(
    'meant',
    `not <3>(?:joke|joking|lol|meme|kidding|cool)
    (?:srs|serious|seriously|truth|honestly|nuh joke|i swear|fr|ngl|not gonna lie|not going to lie)
    (?:i|mi|ah) mean (?:it|that)
    (?:again|still|every (?:day|night|evening|morning))`,
  ),
  sign(
    'said to no one',
    `(?:nobody|no one|naebody|not|never|wisnae|do not|did not) <3>(?:knows?|knowing|told|tell|telling|say|said)
    (?:write|post|say|posting|writing|type|typing) <4>(?:somewhere|here|this|that)
    (?:first|only|one) <1>(?:place|person|thing|time)
    (?:dont|do not) know <3>(?:to|who|why|what|where)`,
  ),
  sign(
    'worn out',
    `(?:so|too|i am|just|'m|mi|very) <1>(?:tired|tire|exhausted|finished|done|ashamed|scared|frightened|empty|numb|worthless|lonely|alone)
    (?:hate|hating|despise) (?:myself|me)
    (?:pain|suffering|crying|cry|shame)
    (?:lost|lose|losing) <3>(?:job|farm|house|flat|her|him|everything)`,
  ),
  sign(
    'laughing',
    `(?:lol|lmao|lmfao|rofl|haha\\S*|hehe\\S*|xd|jk|joke|jokes|kidding|leh|lah|narrator|yaar)
    [😂🤣💀😅😆😹🙃😜😭]+`,
  ),
  sign(
    'trifle',
    `(?:this|the|that|another|these|those|one more|if they|my|with|in) <2>(?:bug|code|codes|meeting|meetings|exam|homework|traffic|printer|class|lecture|zoom|spreadsheet|shift|rota|rotas|commute|monday|mondays|email|emails|inbox|form|game|level|map|wifi|song|essay|assignment|deploy|build|slide|slides|jingle|queue|line|heat|diet|hill|onboarding|karaoke|season|team|grammar|budget|tax|taxes|beat|thread)
    (?:mates?|mum|mam|lads|pub|pint|coffee|cake|pizza|curry|toast|nap|naps)`,
  ),
  sign(
    'figure of speech',
    `kill(?:ing|ed|s)? (?:it|for|a|the|time|me|person|process)
    (?:kill|shoot|bury|take|just kill|just shoot|end|hang|finish|finished) me
    dead (?:on|tired|line|serious|meat|good|pan|of|sheep)
    (?:dying|die|died|dead) (?:to|of|for|with|laugh\\S*|inside|happy|at|in the)
    (?:death of me|dead body|to death|will to live|out of my misery|cruel world|drop dead|rip|deceased)
    (?:literally|actually|pure|lowkey|nearly|almost|practically) <1>(?:dead|deid|died|dying|killed|killing)
    send flowers
    (?:could|can|would) murder a
    (?:i|would) <1>(?:die|kill) for
    (?:kills?|killing|killed) me`,
    true,
  ),
  sign(
    'told as a story',
    `(?:chapter|character|characters|scene|scenes|lyrics?|novel|song|songs|film|movie|poem|poems|verse|chorus|plot|hero|narrator|reader|readers|story|play|stage|actor|actors|book|books|season|episode|spoiler|fanfic|manga|paladin|draft|protagonist|ending|script|author|writer|agent|page|prince|opera|game|video|quiz|dialogue|line)`,
  ),
  sign(
    'news',
    `(?:police|inquest|coroner|court|inquiry|hearing|ministry|minister|parliament|report|reports|reported|documentary|breaking|witnesses|suspect|news|paper|radio|article|statue|law|vote|votes|trust|rates?|deaths?|said|heard|livestreamed|footballer|euthanasia|local)`,
  ),
  sign(
    'clinic and study',
    `(?:patients?|clients?|participants?|screening|screener|trial|study|studies|paper|papers|literature|protocol|lecture|module|course|exam|thesis|ideation|criteria|assessment|questionnaire|item|risk|factors?|template|supervisor|clinician|training|teach|students?|ethics|dose|outcome|consent|vet|guide|discharge|ward|dialysis|antidepressants)`,
  ),
  sign(
    'campaign',
    `if (?:you|someone|somebody|anyone|your)
    you (?:are|matter|may|can|need|do not have)
    (?:prevention|awareness|helpline|hotline|pinned|candle|poster|sponsor|charity|march|workshop|toolbox|reminder|mods|myth|meetup|ribbon|semicolon|refuge|stigma|normalise|victims)
    (?:ask twice|talk about it|talk to your|check on|don 't leave|it 's okay not)
    (?:us|we|our) <1>(?:talk|listen|are|list)`,
  ),
  sign(
    'somebody else',
    `(?:my|our|a|his|her|their|the|best|some|this) <2>${KIN} <5>(?:said|says|say|is|'s|was|has|wants|want|told|tells|texted|posted|keeps|cuts|thinking|threatened|took|tried|does|sends?|sent|rang|feels|died|dey|telling|talkin|will|wrote|who)
    (?:he|she|they) <4>(?:die|dead|suicid\\S*|himself|herself|themselves|end it|cut|cuts|self|here any|better off|jump|pills|burden)
    (?:are|were|did) you
    (?:who|how|what|should|do|where|does) <4>(?:support|tell|say|ask|ring|call|help|bring|go and look)
    (?:him|her|them)sel\\S*
    @\\S+
    \\u0002name`,
  ),
  sign(
    'long ago',
    `(?:used to|years? ago|months? ago|winters? ago|back then|since then|no longer|not any ?more|not since|back in|last year|once|one day|at the time)
    \\S+ (?:days?|weeks?|months?|years?) (?:clean|sober|without|since|free|ago|off|later|on)
    (?:clean|recover\\S*|recovery|survivor|graduat\\S*|sober)
    (?:good|fine|ok|okay|better|glad|happy|white|alive|here) (?:now|that|to be)
    (?:was|were) going to
    (?:so|very|am|i 'm) (?:glad|happy|grateful)
    still here
    (?:when i was|the illness|that time|that time i|after my)
    (?:today|now) (?:i|have|na|my|we)
    do not any ?more
    passed
    (?:thank you|thanks) to
    (?:i|we) (?:left|burned|burnt|threw|remember|swim|swam|went back)`,
  ),
  sign(
    'mourning',
    `(?:died|dies|funeral|passed away|buried|grief|grave|widow|voicemail|miscarried)
    (?:lost|lose) (?:my|our|both|him|her|a)
    miss (?:her|him|my|you|mum|dad)
    (?:she|he) (?:'s|is) gone
    (?:anniversary|without him|without her|took his|took her)
    da 's away`,
  ),
  sign(
    'said to be safe',
    `not (?:suicidal|in danger|going to do anything|planning)
    no (?:danger|plans? to)
    (?:another day|report back|ringing the doctor|calm down)`,
  ),
  sign(
    'help of every day',
    `(?:any|anyone|does|has|have|how|where|what|which|can|could) <4>(?:recommend|tips|ideas|fix|tutorial|lender|reference|readers|volunteers|cottages)
    (?:looking for|for sale|first come|booked|book|bought|bring|bake|dentist|boiler|garden|dog|cat|kids|recipe|oven|holiday|school run|train 's)`,
  ),
]
