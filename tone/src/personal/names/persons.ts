import { alsoWords, firstNames } from './first-names.ts'

/** A first and a last name in a sentence. */
export interface Person {
  begin: number
  end: number
  first: string
  last: string
  /** The first name is one that people have; otherwise only capitals say that it is a person. */
  known: boolean
}

// Capitals and letters of the Latin script, spelled out: much faster to look for than by their properties.
const CAPITAL = 'A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ'
const SMALL = 'a-zß-öø-ÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľŀłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżžșț'
const PARTS =
  "(?:(?:von der|von dem|van der|van den|van de|von|van|vom|zu|de la|de los|de|del|della|di|da|dos|du|le|la|el|al|bin|ibn|ben|ten|ter|af|St\\.) )?(?:O'|Mc|Mac|D')?"
const WORD = `[${CAPITAL}](?:[${SMALL}]|'[${CAPITAL}])[${CAPITAL}${SMALL}'-]*`
const PAIR = new RegExp(
  `(?<![${CAPITAL}${SMALL}\\d_@#])(?<first>${WORD})(?<middle>(?: [${CAPITAL}]\\.){0,2}(?: ${WORD}(?= (?:[${CAPITAL}]\\.|${PARTS}[${CAPITAL}])))?) (?<last>${PARTS}${WORD})`,
  'g',
)
/** Words before a last name that are no first name. */
const NO_FIRST = new Set(
  `dear aunt auntie uncle mr mrs ms miss mx dr prof sir madam granny grandma grandpa nan gran old little poor hi hello hey
  then when if but and so because that this my our his her their your the a an is was did does has had how why what who
  where thanks thank sorry congratulations happy good also even only yes no oh well now today yesterday tomorrow both
  everyone nobody someone please as at in on for from with by to of or not all after before since while tante onkel frau herr
  liebe lieber oma opa wenn weil aber und dann auch der die das ein eine mein meine unser unsere seit mit von bei chère cher
  madame monsieur mme mlle quand mais et puis le la les un une mon ma notre señor señora don doña cuando pero y el los una mi
  signor signora quando ma e il lo gli uno mio mia meneer mevrouw als maar en toen de het een mijn onze coach nurse pastor
  father mother sister brother king queen prince princess lord lady saint officer judge captain sergeant professor doctor`.split(
    /\s+/,
  ),
)

/** Words in capitals that are no last names: places, bodies, days. */
const PLACES = new Set(
  `street road avenue lane drive park square hill bridge station airport hospital clinic university college school academy
  church cathedral county city town island islands river lake bay beach harbour harbor mountain mountains valley forest gardens
  garden court house hall palace castle tower museum gallery library theatre theater stadium arena institute foundation trust
  fund society association club union party council committee commission ministry department office agency bank group company
  corporation inc ltd llc gmbh ag plc press times post news journal review magazine day week month year monday tuesday wednesday thursday friday
  saturday sunday january february march april may june july august september october november december christmas easter
  democrats republicans labour greens states kingdom republic nations cup league championship open prize award awards
  act agreement treaty law amendment war battle revolution empire north south east west central united new royal national
  international global world european american british english german french spanish italian african asian records studios
  pictures entertainment games software systems technologies airlines airways motors hotel inn bar café cafe restaurant market
  shop store stores centre center mall festival fair show series season episode chapter part volume straße strasse platz weg
  allee schule haus verein stadt kirche bahnhof krankenhaus universität rue place mairie hôpital calle plaza via piazza
  harbour disease syndrome care services police fire department of the and who i he she it they we you is was has had will
  method theorem law effect scale model foods coffee wine cream bread cheese orchestra choir band trio quartet`.split(
    /\s+/,
  ),
)
const bare = (word: string): string =>
  word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/'s$/, '')
const bareNames = new Set([...firstNames].map(bare))
const bareWords = new Set([...alsoWords].map(bare))

export const isFirstName = (word: string): boolean =>
  bareNames.has(bare(word)) || word.split('-').every((part) => part.length > 1 && bareNames.has(bare(part)))

/** "Reed's" is Reed, whose something follows. */
const withoutOwner = (last: string): string => last.replace(/'s?$/, '')

/** Of those, what is a last name too: behind a first name that is nothing else. */
const ALSO_LAST = new Set(
  'park hall church west north day may french english hill lake castle house court march'.split(' '),
)

function isLastName(last: string, first: string, known: boolean): boolean {
  const word = bare(last.split(' ').at(-1)!)
  return (
    last.length > 1 && (!PLACES.has(word) || (known && !bareWords.has(bare(first)) && ALSO_LAST.has(word)))
  )
}

/** What follows a word, where that is rather where the name begins: "Then Anna Keller". */
function beginsLater(sentence: string, match: RegExpExecArray, known: boolean): boolean {
  const { first = '', middle = '', last = '' } = match.groups ?? {}
  const opening = /^[\s"'(*_>-]*$/.test(sentence.slice(0, match.index))
  if (known && !(opening && bareWords.has(bare(first)))) return false
  const next = middle.trim() || withoutOwner(last.split(' ').at(-1)!)
  return !/[. ]/.test(next) && isFirstName(next)
}

/** In small letters, as people type: a first name that is nothing else, a word, and a verb that says something of them. */
const TYPED =
  /(?<![a-zß-ɏ'@#.])(?<first>[a-zß-ɏ]{3,}(?:-[a-zß-ɏ]{2,})?) (?<last>(?:van der |van |von |de |o')?[a-zß-ɏ]{3,})(?='s |s? (?:is|was|has|had|got|gets|owes|failed|lives|earns|makes|cheated|came|tried|lost|wurde|ist|hat|est|es|è)(?![a-zß-ɏ]))/g
const NO_LAST = new Set(
  `and who that this also just still now then here there too again always never ever even only already often really maybe
  what when where which while with from said says told because but not the his her their she they him her you was were will
  would could should has had have does did can may might must today yesterday tomorrow everyone nobody somebody someone
  both all one two next last first mum mom dad und oder auch noch schon nur immer nie hier dann aber weil ist war mon son
  qui que pero que anche cat dog job car house place whole sometimes probably apparently recently finally`.split(
    /\s+/,
  ),
)

function typedIn(sentence: string): Person[] {
  return [...sentence.matchAll(TYPED)].flatMap((match) => {
    const { first = '', last = '' } = match.groups ?? {}
    const doubtful =
      bareWords.has(bare(first)) || NO_LAST.has(last) || last.endsWith('ly') || PLACES.has(bare(last))
    if (doubtful || !isFirstName(first)) return []
    return [{ begin: match.index, end: match.index + match[0].length, first, last, known: true }]
  })
}

/** Names in a sentence: every first name of the list with a last name, and other pairs in capitals. */
export function personsIn(sentence: string): Person[] {
  const persons: Person[] = []
  PAIR.lastIndex = 0
  for (let match = PAIR.exec(sentence); match; match = PAIR.exec(sentence)) {
    const { first = '', last: whole = '' } = match.groups ?? {}
    const last = withoutOwner(whole)
    const known = isFirstName(first)
    const none = !known && NO_FIRST.has(first.toLowerCase())
    if (
      none ||
      beginsLater(sentence, match, known) ||
      !isLastName(last, first, known) ||
      PLACES.has(bare(first))
    ) {
      PAIR.lastIndex = match.index + first.length
      continue
    }
    const end = match.index + match[0].length - (whole.length - last.length)
    PAIR.lastIndex = end
    persons.push({ begin: match.index, end, first, last, known })
  }
  return persons.length > 0 ? persons : typedIn(sentence)
}
