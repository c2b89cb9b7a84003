/** Titles of people who are in public with what they do. */
const TITLES =
  'president|ex-president|vice president|prime minister|premier|chancellor|minister|senator|congress(?:wo)?man|governor|mayor|mp|mep|king|queen|prince|princess|emperor|empress|duke|duchess|pope|cardinal|archbishop|general|field marshal|author|novelist|writer|poet|playwright|singer|rapper|songwriter|musician|guitarist|drummer|composer|conductor|pianist|actor|actress|comedian|director|filmmaker|film-maker|painter|sculptor|artist|architect|photographer|supermodel|footballer|striker|goalkeeper|quarterback|sprinter|cyclist|boxer|tennis player|tennis star|golfer|athlete|olympian|olympic champion|world champion|champion|ceo|billionaire|tech mogul|tycoon|judge|justice|chief justice|journalist|presenter|broadcaster|tv host|talk show host|philosopher|physicist|mathematician|economist|astronaut|explorer|whistleblower|youtuber|influencer|celebrity|pop star|rock star|popstar|rockstar|film star|movie star|superstar|dictator|revolutionary|politician|bundeskanzler(?:in)?|kanzler(?:in)?|bundespräsident(?:in)?|präsident(?:in)?|minister(?:in)?|ministerpräsident(?:in)?|autor(?:in)?|schriftsteller(?:in)?|dichter(?:in)?|sänger(?:in)?|schauspieler(?:in)?|regisseur(?:in)?|komponist(?:in)?|maler(?:in)?|künstler(?:in)?|fußballer(?:in)?|nationalspieler(?:in)?|könig(?:in)?|papst|philosoph(?:in)?|président(?:e)?|ministre|premier ministre|auteur|autrice|écrivaine?|chanteu(?:r|se)|act(?:eur|rice)|réalisat(?:eur|rice)|peintre|compositeur|footballeur|presidente|ministr[oa]|escritor(?:a)?|cantante|act(?:or|riz)|pintor(?:a)?|futbolista|scrittore|scrittrice|attore|attrice|regista|calciatore'
const LEAD = new RegExp(
  `(?<whose>(?:^|[^a-zß-ɏ])(?:my|our|his|her|their|mein[a-zß-ɏ]{0,2}|unser[a-zß-ɏ]{0,2}|mon|ma|mi|notre) (?:[a-zß-ɏ]+ )?)?(?<![a-zß-ɏ])(?:${TITLES})(?: (?:of|von|de|der|du|la)(?: (?:the )?[a-zß-ɏ]+){1,3})?,? $`,
)
const BEHIND = new RegExp(
  `^(?:'s)?(?:, | \\(| (?:is|was) the )(?:the |an? |die |der |l'|la |le |el |il )?(?:[a-zß-ɏ-]+ ){0,2}(?:${TITLES})(?![a-zß-ɏ])`,
)
/** People of history, of today's news and of stories. */
const KNOWN = new Set(
  `abraham lincoln|george washington|thomas jefferson|john kennedy|martin luther|rosa parks|malcolm x|winston churchill|margaret thatcher|queen victoria|
  oscar wilde|virginia woolf|jane austen|charles dickens|william shakespeare|mary shelley|emily dickinson|sylvia plath|ernest hemingway|
  mark twain|edgar poe|edgar allan poe|lord byron|george orwell|george eliot|charlotte brontë|emily brontë|agatha christie|james joyce|samuel beckett|
  alan turing|ada lovelace|isaac newton|albert einstein|marie curie|charles darwin|stephen hawking|nikola tesla|thomas edison|galileo galilei|
  leonardo da vinci|vincent van gogh|van gogh|pablo picasso|frida kahlo|claude monet|paul gauguin|edvard munch|andy warhol|salvador dalí|
  wolfgang mozart|ludwig van beethoven|johann sebastian bach|robert schumann|clara schumann|franz schubert|richard wagner|peter tchaikovsky|frédéric chopin|
  johann wolfgang von goethe|wolfgang von goethe|friedrich schiller|friedrich nietzsche|karl marx|immanuel kant|hannah arendt|sigmund freud|franz kafka|thomas mann|bertolt brecht|anne frank|sophie scholl|
  adolf hitler|joseph goebbels|eva braun|josef stalin|joseph stalin|vladimir lenin|leon trotsky|benito mussolini|napoleon bonaparte|marie antoinette|victor hugo|émile zola|marcel proust|simone de beauvoir|jean-paul sartre|albert camus|edith piaf|coco chanel|
  mahatma gandhi|nelson mandela|mother teresa|che guevara|fidel castro|simón bolívar|eva perón|gabriel garcía márquez|
  florence nightingale|rosalind franklin|amelia earhart|helen keller|harriet tubman|frederick douglass|susan anthony|eleanor roosevelt|franklin roosevelt|theodore roosevelt|richard nixon|ronald reagan|jimmy carter|bill clinton|hillary clinton|monica lewinsky|george bush|barack obama|michelle obama|donald trump|melania trump|joe biden|hunter biden|kamala harris|bernie sanders|
  angela merkel|olaf scholz|gerhard schröder|helmut kohl|willy brandt|annalena baerbock|robert habeck|friedrich merz|emmanuel macron|nicolas sarkozy|françois hollande|marine le pen|boris johnson|tony blair|theresa may|david cameron|keir starmer|rishi sunak|liz truss|vladimir putin|alexei navalny|volodymyr zelensky|silvio berlusconi|pedro sánchez|
  elon musk|jeff bezos|bill gates|steve jobs|mark zuckerberg|warren buffett|tim cook|julian assange|edward snowden|greta thunberg|
  marilyn monroe|elvis presley|michael jackson|john lennon|paul mccartney|freddie mercury|david bowie|elton john|george michael|kurt cobain|amy winehouse|whitney houston|britney spears|taylor swift|justin bieber|kanye west|kim kardashian|lady gaga|ariana grande|selena gomez|ed sheeran|harry styles|robbie williams|billie eilish|bob dylan|bob marley|johnny cash|janis joplin|jimi hendrix|jim morrison|
  tom hanks|tom cruise|brad pitt|angelina jolie|jennifer aniston|johnny depp|amber heard|will smith|chris rock|robin williams|matthew perry|robert downey|charlie sheen|lindsay lohan|meryl streep|emma watson|daniel radcliffe|stephen fry|elliot page|ellen degeneres|oprah winfrey|carrie fisher|judy garland|james dean|woody allen|harvey weinstein|bill cosby|jeffrey epstein|ghislaine maxwell|roman polanski|rock hudson|
  cristiano ronaldo|lionel messi|diego maradona|tiger woods|lance armstrong|serena williams|roger federer|rafael nadal|boris becker|steffi graf|michael schumacher|muhammad ali|mike tyson|michael jordan|magic johnson|kobe bryant|david beckham|wayne rooney|simone biles|megan rapinoe|usain bolt|tom brady|
  princess diana|prince harry|meghan markle|kate middleton|
  harry potter|ron weasley|hermione granger|ginny weasley|sirius black|sherlock holmes|john watson|james bond|elizabeth bennet|jane eyre|emma bovary|emma woodhouse|anna karenina|jay gatsby|daisy buchanan|nick carraway|atticus finch|tom sawyer|huckleberry finn|holden caulfield|oliver twist|david copperfield|ebenezer scrooge|dorian gray|frodo baggins|bilbo baggins|samwise gamgee|luke skywalker|han solo|peter parker|tony stark|bruce wayne|clark kent|lois lane|walter white|jesse pinkman|skyler white|tony soprano|don draper|peggy olson|homer simpson|marge simpson|bart simpson|lisa simpson|ned flanders|peter griffin|rachel green|ross geller|monica geller|chandler bing|phoebe buffay|joey tribbiani|michael scott|dwight schrute|jim halpert|leslie knope|ron swanson|bridget jones|jon snow|arya stark|cersei lannister|ned stark|katniss everdeen|bella swan|edward cullen|hannibal lecter|norman bates|forrest gump|indiana jones|jack sparrow|lara croft|ellie williams|arthur morgan|john marston|lisbeth salander|hercule poirot|jane marple|don quixote|pippi longstocking|hanna schmitz|effi briest|josef k|gregor samsa|jean valjean|edmond dantès|madame bovary|arthur dent|truman burbank|rocky balboa|vito corleone|michael corleone|tyler durden|annie wilkes|carrie white|jack torrance|winston smith|willy loman|blanche dubois|stanley kowalski|scarlett o'hara|rhett butler|lizzie borden|perry mason|dana scully|fox mulder|gregory house|meredith grey|jack bauer|olivia benson|saul goodman|jimmy mcgill|kim wexler|nora helmer|robin hood|peter pan|king arthur|santa claus|mickey mouse|donald duck|ruth ginsburg|ruth bader ginsburg|hedda gabler|lady macbeth|don juan|robinson crusoe|guy fawkes|jeanne d'arc|joan of arc`
    .split('|')
    .map((name) => name.trim()),
)
const STORY =
  /(?<![a-zß-ɏ])(?:novels?|(?:the|this|that) (?:play|film|movie|series|story|musical|opera|book)[:,]|in the (?:book|film|movie|play|show|series|game|story|finale|pilot|remake|musical|opera)|(?:book|season|episode|chapter|act|scene|part|volume) (?:\d+|one|two|three|four|five|i{1,3})|characters?|protagonist|villain|heroine|fictional|plot|screenplay|script|fan ?fic(?:tion)?|sitcom|soap opera|spoilers?|played by|plays the|biopic|biography|memoir|autobiography|documentary|wikipedia|obituary|headlines|tabloids?|interview with|talk show|on screen|box set|audiobook|campaign setting|npc|quest|main story|adaptation|netflix|hbo|roman(?:figur)?|im (?:buch|film)|serie|staffel|folge|figur|hauptfigur|biografie|dans le (?:roman|film|livre)|personnage|saison|épisode|en la (?:novela|película|serie)|personaje|nel (?:romanzo|film|libro)|personaggio)(?![a-zß-ɏ])/
/** Before 1950: whoever it was belongs to history. */
const LONG_AGO =
  /(?<!\d[ -]?)(?:1[0-8]\d\d|19[0-4]\d)(?!\d|[., -]\d)|(?<![a-zß-ɏ])(?:century|jahrhundert|siècle|siglo)(?![a-zß-ɏ])/
/** Somebody of the writer's own life, whatever they do. */
const NEAR =
  /(?:^|[^a-zß-ɏ])(?:my|our|mein[a-zß-ɏ]{0,2}|unser[a-zß-ɏ]{0,2}|mon|ma|notre|mi|mia|mio|mijn|onze?)(?: [a-zß-ɏ'-]+){1,3},? $/

/** Where a name stands in its sentence, in lower case. */
export interface Place {
  sentence: string
  begin: number
  end: number
}

/** "my neighbour Tom Reed": somebody of the writer's own life. */
export const isNear = ({ sentence, begin }: Place): boolean =>
  NEAR.test(sentence.slice(Math.max(0, begin - 48), begin))

const WRITER =
  /(?:^|[^a-zß-ɏ])(?:i'm|i am|my name is|my name's|ich bin|ich heiße|mein name ist|je suis|je m'appelle|soy|me llamo|sono|mi chiamo|ik ben|ik heet),? $/

/** "I'm Anna Keller": the writer. */
export const isWriter = ({ sentence, begin }: Place): boolean =>
  WRITER.test(sentence.slice(Math.max(0, begin - 20), begin))

/** Whether the person named there is in public: by title, by fame, in history or in a story. */
export function isPublic(place: Place): boolean {
  const { sentence, begin, end } = place
  const name = sentence.slice(begin, end)
  if (KNOWN.has(name) || KNOWN.has(name.replace(/^(\S+) .* (\S+)$/, '$1 $2'))) return true
  if (LONG_AGO.test(sentence)) return true
  if (isNear(place)) return false
  const title = LEAD.exec(sentence.slice(Math.max(0, begin - 56), begin))
  if (title && !title.groups?.whose) return true
  return BEHIND.test(sentence.slice(end, end + 64)) || STORY.test(sentence)
}
