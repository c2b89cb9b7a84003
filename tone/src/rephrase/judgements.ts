/** One or several things that somebody is said to be. */
const CALL = '{deg}(?:{name}|{bad})(?:(?:,? and|,| but)? {deg}(?:{name}|{bad}))*'
/** What may stand between "you are" and what somebody is said to be. */
const WORST =
  '(?:worst|dumbest|stupidest|laziest|rudest|slowest|thickest|meanest|nastiest|ugliest|weakest|most {bad}|least \\w+)'
const POOR =
  '(?:bad|terrible|awful|dreadful|lousy|rubbish|crap|shit|shitty|useless|hopeless|horrible|pathetic|poor excuse for an?|joke of an?|disgrace of an?|sorry excuse for an?|embarrassment (?:to|for)|disgrace (?:to|for)|shame (?:to|for)|danger to|liability)'
const WHO = "(?: (?!{louder})[\\p{L}'-]+){0,3}"
const SOMEONE = '(?:anyone|anybody|someone|somebody|a (?:person|man|woman)|people|such an?|an?)'
const KNOW = '(?:know|understand|see|get|grasp|realise|realize|notice)'

/**
 * Clauses that judge somebody, or wave them away, and say nothing else: what is left of a message without them still has
 * its point. Lists in braces are those of `words.ts`.
 */
export const judgements: readonly string[] = [
  // "you're a fat lazy cat owner", "you are all a bunch of hypocrites"
  `(?:you're|you are|youre|u r|u are|you were|you've (?:always )?been|you (?:two|lot|people|guys|all) (?:are|were)|the (?:lot|pair|two) of (?:you|u) (?:are|were)|you sound like|you look like|you're being|you are being) (?:(?!not |in |on |at |late |right |welcome |you |u )[\\w'-]+,? ){0,4}(?:{bad}|{name})(?:,? (?:and |but )?(?!you |u |i |we |it |my |our |me |us )[\\w'-]+){0,4}(?: (?:with|if|in|of|to|for|at|as|than) [^.!?;:]{2,70}| and (?:your|ur) [^.!?;:]{2,25} too)?`,
  `(?:mr|mrs|miss) (?:perfect|right|know-it-all|clever|important)(?: [^.!?;:]{2,25})?`,
  `if (?:brains?|stupidity|ignorance|laziness) (?:were|was|had|hurt)[^.!?;:]{3,60}`,
  `i(?:'ve| have) (?:seen|met|known) (?:smarter|cleverer|brighter|better|more \\w+) [^.!?;:]{3,40}`,
  `(?:are (?:you|u) )?out of (?:your|ur) (?:\\w+ )?(?:mind|head|tree)`,
  `(?:{bad} )?(?:people|{name}|folks|those) like (?:you|u) [^.!?;:]{3,80}`,
  `(?:what|such) an? (?:(?:{bad}|{awful}|{louder}),? (?:and )?)+[\\w-]+(?: (?:of yours|to say|from you))?`,
  `i(?:'ve| have)(?: got)? no (?:patience|time|respect|sympathy) (?:for|with) [^.!?;:]{2,40}`,
  `(?:and )?(?:this|that)(?:'s| is) why (?:nobody|no one|everyone|everybody|people)[^.!?;:]{2,40}(?:you|u)(?: [^.!?;:]{2,30})?`,
  `(?:i )?hope (?:you're|you are|ur|u r|youre) (?:happy|proud|pleased|satisfied)(?: now| of (?:yourself|urself))*(?:,? (?:you )?(?:[\\w-]+ ){0,2}{name})?`,
  `what(?:'s| is) (?:your|ur) (?:\\w+ )?problem(?:,? (?:you )?(?:[\\w-]+ ){0,2}{name})?`,
  `how (?:\\w+ ){0,2}{bad} (?:can|could) [^.!?;:]{2,25} (?:be|get)`,
  `(?:you|u) (?:made|make|are making|were making) (?:an? |such an? |a right )?(?:fool|idiot|ass|arse|mess|spectacle) (?:of|out of) (?:yourself|urself)`,
  `(?:you|u) (?:really |all |just )*(?:stink|reek|suck)`,
  `(?:it|that|this) (?:makes|made) me (?:sick|want to (?:scream|cry|vomit))`,
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
  // "you're too stupid to hold a hose", "you are so full of yourself", "how dumb you are"
  `(?:i can't believe |i cant believe |god |wow |honestly |man |bro |dude |jesus |omg |lol |seriously )?(?:how )?(?:{youre}|you|u) (?:(?:such|being|so|too|as|more|always|all|just|really|honestly|clearly|obviously|completely) )*(?:{bad}|full of (?:yourself|urself|yourselves|it|shit|crap)|out of (?:your|ur) (?:mind|depth|league|tree)|beneath contempt|not right in the head|off (?:your|ur) (?:head|rocker))(?: (?:sometimes|lol|man|bro|mate|tbh|honestly|really|at times|today|again|here))*(?:,? (?:that )?(?:it|that)(?:'s| is|s)? [\\w]+(?: me [\\w ]{2,15})?| (?:to|for|about|with|at|as|than|if|when) [^.!?;:]{2,60})?`,
  `(?:i can't|i cant|i can not|i cannot|hard to|i don't) believe (?:how )?{bad} (?:you|u|some people|people)(?: can)? (?:are|be|is)`,
  // "you're the worst player I've ever seen", "you're a terrible marker", "you're a joke of a goalkeeper"
  `(?:{youre}|you|u|he's|she's|they're|worst|laziest)?,? ?(?:still |just |really |honestly |always |by far |probably |easily )*(?:the |one of the )?${WORST}${WHO}(?: (?:(?:i've|i have|we've|we) ever [^.!?;:]{2,40}|ever|alive|here|around|in [^.!?;:]{2,30}|of [^.!?;:]{2,30}|by far|on (?:the|this) [\\w ]{2,20}))*`,
  `(?:{youre}|you|u) (?:(?:such|really|honestly|just|simply|always|still|truly|clearly) )*(?:an? |my |our |the )?(?:(?:little|absolute|total|complete|real|utter|old) )*${POOR}${WHO}(?: (?:in|of|to|for|on|who|that) [^.!?;:]{2,30})?(?:,? (?:and|you know that|u know that)[^.!?;:]{0,45})?`,
  `(?:{youre}|you|u) (?:such |really |just |honestly |nothing but |nothing more than )*(?:an? |the )?{deg}{name}(?:,? (?:and|so) [^.!?;:]{2,45})`,
  `(?:{youre}|you|u) (?:nothing but|nothing more than|acting like|behaving like|sounding like|worse than|like) (?:an? |the )?{deg}(?:{name}|(?:\\w+ )?(?:child|baby|toddler|kid|teenager))`,
  `(?:{your} )?(?:so[- ]called )?[\\p{L}-]+(?: [\\p{L}-]+)?(?:'s| is| are| was) {deg}{awful}(?:,? (?:and|but) so are (?:you|u))`,
  // "you have the brain of a goldfish", "you've got no manners"
  `(?:you|u)(?:'ve)? (?:clearly |obviously |really |just |honestly )*(?:have|got|'ve got|have got|'ve) (?:absolutely |no |zero |the |a )+(?:(?:common|social|basic) )?(?:brains?|manners|respect|shame|clue|idea|sense|decency|education|talent|taste|conscience|backbone|spine|skill|skills|heart|life|friends|self-awareness|attention span|patience|memory|empathy|class|honou?r|standards)(?: (?:of|than|what|how|about|for|at|and|whatsoever|left)[^.!?;:]{0,50})?`,
  `(?:you|u) (?:clearly |obviously |really |just |honestly |still |apparently )*(?:don't|dont|do not|haven't|havent|never|can't|cant|couldn't)(?: even)? (?:have (?:a |any )?(?:clue|idea|brain|sense|manners|shame)|had? (?:a|any) (?:clue|idea|brain|job)|${KNOW} (?:the first thing|anything|a thing|what you're (?:doing|talking about)|what (?:you|u) (?:are|r) (?:doing|talking about)|how [^.!?;:]{2,40}|[\\p{L}-]+(?: [\\p{L}-]+)?)(?: about [^.!?;:]{2,30})?|think(?: at all| before you [^.!?;:]{2,25}| for yourself)?|learn(?: anything)?)`,
  // "how did you even get this job", "who taught you to drive", "who hired you"
  `(?:so |and |but )?(?:how (?:the (?:hell|fuck) )?(?:can|could) (?:you|u|anyone|anybody|someone|somebody|a person) (?:even |possibly )?be (?:so|this|that) {bad}(?: (?:with|about) [^.!?]{2,30})?|how (?:the (?:hell|fuck) )?(?:did|do|can|could|are) (?:someone|somebody|people|a person|you|u|anyone)(?: like you| people)?(?: even| ever| still)? (?:get (?:this|that|your|the|a|into)|got|manage|survive|dress|live|pass|find|be|call|allowed|cope|so)[^.!?;:]{0,50}|who (?:the (?:hell|fuck) )?(?:taught|raised|hired|let|gave|made|told|voted)(?: for)? (?:you|u)(?: [^.!?;:]{2,40})?|(?:were|was) (?:you|u) (?:born|raised|dropped) [^.!?;:]{2,30}|why (?:(?:are|r|do|does) (?:you|u|people like you)|(?:you|u) (?:are|r))(?: always| even)? (?:so|such|like this|exist|here)[^.!?;:]{0,30})`,
  `(?:you|u|and you|so you) call(?: yourself| urself| this| that)? (?:an? |the )?[^.!?;:]{2,30}`,
  // "everybody hates you", "nobody likes working with you", "we talk about it"
  `(?:and |because |honestly |frankly |literally )*(?:everyone|everybody|we all|all of us|the whole \\w+|half (?:of )?the \\w+|people)(?: (?:here|else|in (?:here|this|the) ?\\w*|on (?:the|this) \\w+|at \\w+))* (?:(?:already|just|really|secretly|is|are|has|have|can|a bit) )*(?:hates?|laughs?|laughing|talks?|talking|dislikes?|knows?|thinks?|sick|tired|fed up|rolls?|groans?|agrees?|see|sees|avoids?)[^.!?;:]{0,15} (?:you|u|your|ur)(?: [^.!?;:]{0,40})?`,
  `(?:and |because |honestly |frankly |literally )*{nobody}(?: (?:here|else|in (?:here|this|the) ?\\w*))* (?:(?:really|ever|actually|even|can|will) )*(?:likes?|wants?|cares?|trusts?|respects?|stand|stands|misses|miss|takes|believes|asked|needs?|enjoys?|rates?|listens?)[^.!?;:]{0,20} (?:you|u|your|ur)(?: [^.!?;:]{0,50})?`,
  // "I've never met anyone as ignorant as you"
  `(?:honestly,? |frankly,? )?(?:i|we)(?:'ve| have|ve)? never (?:met|seen|known|read|heard|worked with|played with)(?: ${SOMEONE})? ?(?:as|so|more|such an?)? ?{deg}(?:{bad}|{name})(?: [^.!?;:]{0,30})?`,
  `(?:i'm|im|i am)(?: honestly| really| frankly| genuinely)* (?:amazed|impressed|astonished|astounded|surprised|embarrassed|ashamed|appalled)(?: (?:for|of) (?:you|u))?(?: (?:that|how|by) [^.!?;]{2,110})?`,
  `(?:i )?(?:can't|cant|cannot|can not) believe (?:that )?(?:somebody|someone|anyone|they|people|we|this company|the \\w+) (?:actually |really )?(?:pays?|paid|let|lets|hired|gave|married|trusts?|trusted|voted) [^.!?;:]{2,50}`,
  // "go back to school", "have you tried thinking"
  `(?:just |please |then |so |maybe )*(?:go|get|run) (?:back|home|crawl back) to (?:\\w+ )?(?:school|kindergarten|nursery|primary|bed|your \\w+|mummy|mommy|the kiddie \\w+|easy mode|tutorial|bronze|playschool|where you came from)(?: [^.!?;:]{0,25})?`,
  `(?:have|did) (?:you|u) (?:ever |even )?(?:tried|try|considered|thought (?:of|about)) (?:thinking|reading|using your|using ur|listening|learning|looking|washing|growing|being (?:less|a|human|nice|decent))[^.!?;:]{0,40}`,
  `(?:ever )?(?:heard of|tried|considered) (?:soap|manners|reading|thinking|google|a dictionary|a brain|deodorant|common sense)[^.!?;:]{0,20}`,
  `are (?:you|u) (?:even |actually |really |completely |totally )*(?:deaf|blind|illiterate|simple|thick|dense|asleep|stupid|dumb|retarded|crazy|insane|braindead|brain dead|an idiot|for real|high|drunk|kidding|trolling|awake|able to read|listening|capable of thinking)(?:,? (?:or|and) [^.!?;:]{2,25})?`,
  // "let me spell it out for you", "I'll use small words"
  `(?:ok(?:ay)?,? |so,? |right,? |oh boy,? |now,? )*(?:let me|i'll|i will|i'm going to|allow me to|shall i|do i (?:really )?(?:need|have) to|must i) (?:spell|explain|say|break|type|write|draw|repeat|use|go|speak|put|dumb|try)[^.!?;]{0,15}(?:it|this|that|small|short|slowly|simple|simply|again|for you|one more|down|out)[^.!?;:]{0,50}`,
  `(?:i know |i realise |i realize |i see that |i appreciate |i suppose )?(?:reading|thinking|listening|counting|maths?|numbers|details?|facts|logic|long words|words|tables|this|that) (?:is|are|isn't|aren't|must be|may be|might be|seems?(?: to be)?) (?:probably |clearly |obviously )?(?:hard|difficult|too (?:hard|much|complicated)|not|your|beyond|a (?:challenge|bit much))[^.!?;:]{0,40}(?:you|u|your|ur|thing|strong (?:point|suit))(?: [^.!?;:]{0,20})?`,
  `(?:please |just |do |so |now |and )*(?:let|leave|trust) (?:it to |that to |this to )?the (?:grown[- ]?ups?|adults|experts|professionals|big boys|men)[^.!?;:]{0,40}`,
  `(?:do )?(?:try|please try) (?:to )?(?:keep up|pay attention|think|concentrate|follow|use your (?:brain|head))[^.!?;:]{0,30}`,
  `(?:even |any |a |an |my |your )*(?:\\w+ )?(?:fool|idiot|moron|child|kid|toddler|beginner|monkey|chimp|amateur|trainee|dog|cat|gran|nan|grandmother|five[- ]year[- ]old|\\w+ year old|twelve[- ]year[- ]old|first[- ]year)(?: of (?:five|six|ten|twelve|\\d+))? (?:knows?|could|would|can|gets?|manages?|understands?|plays?|writes?|draws?|drives?)(?: [^.!?;:]{1,45})?`,
  `(?:somebody|someone|anybody|anyone|people|a person|a man|a woman|men|women) (?:like (?:you|u)|with (?:your|ur) [^.!?;:]{2,25}|of (?:your|ur) [^.!?;:]{2,25}|who can't [^.!?;:]{2,30}) (?:can't|cannot|shouldn't|should|are|is|ruin|ruins|make|makes|never|always|don't|doesn't|will|would|won't|has|have)[^.!?;:]{1,60}`,
  `(?:it's |it is |its |that's |thats |this is |how |just |so |really |absolutely |utterly |frankly )+(?:pathetic|disgusting|embarrassing|shameful|laughable|unbelievable|childish|ridiculous|sad|painful|tragic|cringe|a joke|a disgrace|an embarrassment|beyond belief|beyond a joke)(?: (?:to watch|really|honestly|frankly|at this point|behaviou?r|how (?:{bad}) (?:you|u) (?:are|r)))?`,
  `(?:it's |it is |its |that's |this is )?(?:not|hardly|isn't|aint|ain't) (?:exactly )?(?:rocket science|brain surgery|that (?:hard|difficult|complicated)|so (?:hard|difficult)|hard|difficult)(?:,? is it)?`,
  `(?:is|was) (?:that|it|this) (?:really |honestly )?(?:so|too|that) (?:\\w+ )?(?:hard|difficult|much|complicated)(?: (?:to (?:ask|understand|grasp)|for (?:you|u)))*`,
  `(?:it's|it is|its|this is|that's) (?:all |entirely |always |just |only )*(?:your|ur) (?:own )?(?:\\w+ )?fault(?:,? (?:as (?:always|usual)|again))?`,
  `some (?:of (?:you|us) )?(?:people )?(?:are |is |just |really |so |such )+{deg}(?:{bad}|{name})`,
  `(?:{youre}|you|u) not (?:an? |the |my |our |as |that |half as |very |exactly |so )[^.!?;:]{2,50}`,
  `(?:then )?(?:you|u) (?:still |then |even |actually )*(?:wonder|act surprised|have the (?:nerve|cheek|audacity)|dare|don't have to understand (?:it|this|that)|wouldn't understand(?: it| this)?)(?: [^.!?;:]{2,60})?`,
  `(?:so )?this is what (?:happens|you get|we get) (?:when|for|if) [^.!?;:]{4,80}(?:you|u|your|{name}|{bad})(?: [^.!?;:]{2,40})?`,
  `(?:(?:our|the|this|that|my|those|these|{your}) (?:so[- ]called )?(?:[\\p{L}-]+ )?(?:child|children|kids?|sons?|daughters?|boys?|girls?|drivers?|couriers?|teachers?|coach|ref|referee|treasurer|boss|managers?|staff|neighbou?rs?|husband|wife|mates?|dogs?|woman|women|man|men|lady|guys?|waiter|waitress|landlord|doctor|nurse|team|players?|mods?|devs?|maintainers?|author|healer|tank|keeper|chef|trainer|secretary|chair|plumber|builder|receptionist)(?: (?:at|in|from|on|of|behind) (?:the |your |this |our )?[\\p{L}-]+)?|he|she|they)(?:'s| is| are| was| were) (?:either )?(?:as )?{deg}(?:(?:too )?{bad}|{name}|as a (?:rock|brick|plank))(?:,? (?!he |she |they |you |u |i |we |it |my |our |me |us )[\\w'-]+){0,3}(?: (?:or|and|as|than|to) [^.!?;:]{2,40})?`,
  `(?:please |just )*(?:don't|dont|do not|stop|quit) (?:be|being) (?:so |such an? |an? )?(?:{bad}|{name}|(?:\\w+ )?(?:baby|child|kid|princess))`,
  `some (?:mother|father|friend|parent|teacher|neighbou?r|expert|leader|doctor|boss|coach|professional|hero)(?: you are)?`,
  `(?:(?:god|wow|oh|great|well|ha|lol|look),? )*(?:what an? |such an? |you )?(?:absolute |total |real |true |complete )*(?:genius|einstein|hero|legend|clown show|amateur hour|star)(?:,? (?:aren't|are|arent) (?:you|u)|,? you are|,? absolute genius)?`,
  `(?:{youre}|you|u) (?:an? )?(?:absolute |total |real |true |complete )*(?:genius|einstein|piece of work|pain in (?:the|my) \\w+|nightmare|disaster|menace|danger)(?: to [^.!?;:]{2,25})?`,
  `(?:and |because |that's because )?(?:you|u) (?:(?:are|were|will be|always have been|have been) )?(?:always|never|will|were|'ll)(?: (?:have|be|been|were|are))? (?:be |been |was )?(?:{bad}|{name}|an? {name}|nothing|learn|change|grow up|get it|understand)(?: [^.!?;:]{0,20})?`,
  `(?:{your}) (?:laziness|stupidity|ignorance|arrogance|incompetence|rudeness|attitude|ego|selfishness|behaviou?r|carelessness)(?: (?:is|are|knows|makes|has|really|just|never))[^.!?;:]{2,40}`,
  `(?:you|u) (?:should(?:n't|nt| not)?|ought to|need to|deserve to|must) (?:never |really |all |just |not )*(?:be (?:allowed|let|ashamed|sacked|fired|banned|locked|embarrassed|in (?:charge|prison|nursery|a zoo)|near|anywhere|a (?:\\w+))|have (?:been|kids|children|become|a licen[cs]e)|quit|retire|resign|give up|get (?:your|a|help|off))[^.!?;:]{0,50}`,
  `(?:you|u) (?:don't|dont|do not) (?:deserve|belong)[^.!?;:]{0,50}`,
  `(?:thanks|thank you|cheers|ta) (?:so much |a lot |very much |a bunch )?for (?:nothing|your (?:brilliant|amazing|wonderful|invaluable|useless|great|so[- ]called|deep|valuable) [^.!?;:]{2,25}|wasting [^.!?;:]{2,25}|that (?:brilliant|amazing|wonderful|great|useless|pointless) [^.!?;:]{2,25})(?:,? (?:mr|mrs|miss|captain) [\\w-]+)?`,
  `oh (?:look|great|good|wonderful|joy|goody),? (?:look )?(?:who|what|the (?:queen|king|princess|expert|genius)|it's|another|his|her|here)[^.!?;:]{0,50}`,
  `(?:god|jesus|christ|man|bro|dude|mate|omg|lol|wow|ugh|honestly|seriously)(?: (?:you|u|you're|ur|youre))?(?: (?:so|such))? ?(?:{bad}|{name})?`,
]
