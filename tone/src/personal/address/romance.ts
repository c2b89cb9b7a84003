import type { Clear } from '../clear.ts'
import type { Door } from './door.ts'

const JOIN = "(?:de la |de l'|de los |de las |des |du |del |de |della |delle |dei |di |d'|la |le |les |l')?"
const NAME = `${JOIN}(?:\\p{Lu}|\\d{1,2} )[\\p{L}'.-]*(?:[ -](?:de la |de l'|de |du |des |del |et |y |d')?(?:\\p{Lu}[\\p{L}'.-]*)){0,3}`
const SOFT = `(?:de la |de l'|des |du |de |d'|la |le |les )[\\p{Ll}'-]{3,}(?:[ -]\\p{Ll}[\\p{L}-]{3,})?`
const FRENCH =
  'rue|avenue|av\\.|boulevard|bd\\.?|blvd|place|impasse|allée|allées|chemin|route|quai|cours|passage|ruelle|sentier|faubourg|montée|esplanade|promenade|villa|cité|résidence|venelle|rond-point'
const EITHER = FRENCH.replace(/(?<=^|\|)\p{L}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`)
const TOWN = `(?:,? \\n?(?:à )?(?:F-)?\\d{5} \\p{Lu}[\\p{L}'-]+(?:[ -]\\p{Lu}[\\p{L}'-]*){0,2}|(?:,| à) \\p{Lu}[\\p{L}'-]+(?: \\d{1,2}e)?)`

/** 12 bis, rue des Lilas, 75011 Paris */
const BEFORE_NAME = new RegExp(
  `(?<![\\p{L}\\p{N}.,/€$-])(?:n° ?)?(?<number>\\d{1,4}(?: ?(?:bis|ter|quater|[A-D](?![\\p{L}])))?),? (?<kind>${EITHER}) (?<name>${NAME}|${SOFT})(?<town>${TOWN})?`,
  'gu',
)
/** Calle Mayor 12, Via Roma, 3 */
const BEHIND_NAME = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:Rue|Avenue|Av\\.|Boulevard|Chaussée|Calle|C/|Avenida|Avda\\.?|Plaza|Paseo|Camino|Carrer|Rua|Travessa|[Vv]ia|Viale|Piazza|Corso|Vicolo|Largo|Strada) ?${NAME},? (?:n[.º°]? ?|núm\\. ?)?(?<number>\\d{1,4}(?: ?[A-D](?![\\p{L}]))?)(?![\\p{L}\\p{N}]|[.,:]\\d| ?(?:%|€|km|h)(?![\\p{L}]))(?<town>,? (?:\\d{4,5} )?\\p{Lu}[\\p{L}'-]+)?`,
  'gu',
)
/** Kinds that are ordinary words: "3 places", "12 cours de danse", "2 route ..." need a name in capitals. */
const ORDINARY = /^(?:place|cours|route|passage|villa|cité|promenade|montée|chemin|quai|résidence)$/i

/** French addresses, and plain Spanish and Italian ones. */
export function* romanceDoors({ text }: Clear): Generator<Door> {
  for (const match of text.matchAll(BEFORE_NAME)) {
    const { kind = '', name = '', number = '', town } = match.groups ?? {}
    const named = /\p{Lu}|^\d/u.test(name)
    if (!named && ORDINARY.test(kind)) continue
    yield {
      begin: match.index,
      end: match.index + match[0].replace(/[.'\s-]+$/, '').length,
      street: `${number} ${kind} ${name}`,
      sure: Boolean(town),
      faint: !named,
    }
  }
  for (const match of text.matchAll(BEHIND_NAME))
    yield {
      begin: match.index,
      end: match.index + match[0].length,
      street: match[0],
      sure: Boolean(match.groups?.town),
      // "via Dover 12" is a way, unless a town stands behind.
      faint: match[0].startsWith('v') && !match.groups?.town,
    }
}
