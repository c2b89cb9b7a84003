import { before, type Clear } from '../clear.ts'
import type { Door } from './door.ts'

const KINDS =
  'straße|strasse|str\\.|str|gasse|allee|weg|platz|ring|damm|ufer|steig|pfad|chaussee|graben|wall|stieg|markt|winkel|siedlung|promenade|straat|laan|gracht|kade|plein|dijk|singel|steeg|gata|gatan|vej|vägen|veien'
const CAPITALS = KINDS.replace(/(?<=^|\|)\p{L}/gu, (letter) => letter.toUpperCase())
/** One word with the kind at its end, or the kind as a word of its own; the number behind. */
const STREET = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<name>(?:\\p{Lu}[\\p{L}-]*-)?(?:\\p{Lu}[\\p{L}-]{1,30}?(?:${KINDS})|(?:${CAPITALS}))(?![\\p{L}]))(?:,? |\\n)(?:Nr\\.? ?)?(?<number>\\d{1,4}(?: ?[a-h](?![\\p{L}]))?(?: ?[-/] ?\\d{1,4} ?[a-h]?(?![\\p{L}]))?)(?![\\p{L}\\p{N}]|[.,:]\\d| ?(?:%|€|km|m|Uhr|Meter|Minuten|Jahre|Tage|Euro)(?![\\p{L}]))`,
  'gu',
)
const ALONE = new RegExp(`^(?:${KINDS})$`, 'i')
/** Words that end like a street and are none. */
const NONE =
  /^(?:(?:Arbeits|Park|Spiel|Start|Stell|Sitz|Tabellen|Camping|Sport|Fußball|Lehr|Ausbildungs|Studien|Liege|Steh|Golf|Tennis|Flug|Dreh|Rast|Zelt|Kita|Betreuungs|Therapie|Praktikums|Vor|Rang|Speicher|Fenster|Gang|Hub)platz|(?:Um|Aus|Heim|Hin|Rück|Irr|Arbeits|Schul|Lebens|Mittel|Fuß|Rad|Wander|Liefer|Post|Rechts|Dienst|Lern|Holz|Seiten|Bürgersteig)?[wW]eg|Boxring|Ohrring|Ehering|Hering|Super[mM]arkt|Flohmarkt|Arbeitsmarkt|Wohnungsmarkt|Weihnachtsmarkt|Blickwinkel|.*hering|Bürgersteig|Milchstraße|Einbahnstraße|Autobahnstraße|Datenautobahn|Sackgasse|Baustelle|Frühling|Zwilling|Schwiegermutter|Anstieg|Ausstieg|Einstieg|Abstieg|Umstieg)$/i

/** The words before a kind of street that stands alone: Berliner Straße, Lange Straße, An der alten Allee. */
const BEFORE =
  /(?:(?:Am|An der|An den|Auf der|Auf dem|Im|In der|In den|Zum|Zur|Unter den|Unter der|Alte[rsn]?|Neue[rsn]?|Lange|Hohe|Kleine|Große|Obere|Untere) )?(?:\p{Lu}[\p{L}-]{2,}(?:er|e|es|-)? )$|(?:Lange|Hohe|Alte|Neue|Kleine|Große|Obere|Untere) $/u
const TOWN =
  /^(?:,? ?\n?(?:in )?(?:D-|A-|CH-|NL-)?(?<code>\d{4,5}(?: ?[A-Z]{2}(?![\p{L}]))?) \p{Lu}[\p{L}-]+(?: (?:an|am|im|der|\p{Lu}[\p{L}-]*)){0,2}|, \p{Lu}[\p{L}-]+)/u
/** Am Markt 3, Im Winkel 7b: a place for a name. */
const LITTLE =
  /(?<![\p{L}\p{N}])(?:Am|An der|Auf der|Auf dem|Im|In der|Zum|Zur|Unter den|Hinter der|Bei der) (?:(?:[a-zäöü]{3,}en|Alten|Großen|Kleinen|Neuen) )?\p{Lu}[\p{L}-]{3,} (?<number>\d{1,3}(?: ?[a-h])?)(?=,? \n?\d{5} \p{Lu})/gu

function doorOf({ text }: Clear, match: RegExpExecArray): Door | undefined {
  const name = match.groups?.name ?? ''
  const end = match.index + match[0].length
  let begin = match.index
  const alone = ALONE.test(name)
  if (NONE.test(name)) return undefined
  if (alone) {
    const words = BEFORE.exec(before(text, begin, 44))
    if (!words || /^(?:Der|Die|Das|Auf|In|Mit|Auch|Und|Ein|Eine|Jede|Diese) /.test(words[0])) return undefined
    begin -= words[0].length
  } else
    begin -=
      /(?:Lange|Korte|Oude|Nieuwe|Eerste|Tweede|Grote|Kleine|Alte|Neue|Obere|Untere|Große) $/.exec(
        before(text, begin, 10),
      )?.[0].length ?? 0
  const town = TOWN.exec(text.slice(end, end + 50))
  return {
    begin,
    end: end + (town?.[0].length ?? 0),
    street: text.slice(begin, end),
    sure: Boolean(town),
    faint: alone && /^(?:platz|ring|weg|markt|wall|winkel|ufer|str)$/i.test(name),
  }
}

/** Hauptstraße 12, 50667 Köln; Berliner Str. 4a; Am Weiher 3, 53229 Bonn; Kerkstraat 12. */
export function* germanDoors(clear: Clear): Generator<Door> {
  for (const match of clear.text.matchAll(STREET)) {
    const door = doorOf(clear, match)
    if (door) yield door
  }
  for (const match of clear.text.matchAll(LITTLE)) {
    const end = match.index + match[0].length
    const town = TOWN.exec(clear.text.slice(end, end + 50))
    yield {
      begin: match.index,
      end: end + (town?.[0].length ?? 0),
      street: match[0],
      sure: true,
      faint: false,
    }
  }
}
