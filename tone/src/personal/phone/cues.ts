import { once } from '../../once.ts'
import { after, type Clear } from '../clear.ts'
import { marksBefore, marksOf, wordsOf } from '../marks.ts'

const CALLS =
  'call|called|calling|ring|rang|text|texted|texting|phone|phoned|dial|whatsapp|telegram|signal|sms|facetime|imessage|reach|tel|telephone|mobile|cell|cellphone|landline|fax|handy|ruf|rufen|rufe|anrufen|angerufen|telefon|telefonnummer|handynummer|mobilnummer|festnetz|durchwahl|erreichst|erreicht|erreichbar|appelle|appelez|appeler|téléphone|tél|portable|joindre|llama|llamar|llámalo|llámala|teléfono|móvil|celular|chiama|chiamare|chiamalo|chiamala|telefono|cellulare|bel|bellen|telefoonnummer|mobiel|tel\\.nr|06-nummer|zadzwoń|telefonu|telemóvel|ligar'
const WHOSE =
  "his|her|their|your|\\p{L}+'s|\\p{L}+s'|ihre|seine|deren|deine|son|sa|leur|su|sus|il suo|la sua|haar|zijn|hun|personal|private|new|old|neue|alte|direkte|direct|contact"
const NAMED =
  '(?:numero di|número de|nummer von|nummer van|numéro de|number (?:of|for)) (?:the |my |der |mein(?:er|em) |mia |mi |ma |mon )?\\p{L}+(?: \\p{L}+){0,3}? ?(?:is|ist|est|es|è|:|,)'
const NUMBER = '(?:number|nummer|numéro|numero|número|digits|no\\.|nr\\.|num)'
const OTHERS =
  'order|ticket|tickets|ref|reference|invoice|tracking|parcel|case|isbn|issn|doi|serial|model|version|build|release|commit|issue|pr|pull request|account|article|item|sku|part|product|page|pages|id|ids|customer|booking|reservation|confirmation|policy|meter|registration|reg|vin|plate|licence|license|flight|train|route|bus|score|scored|patent|catalogue|catalog|barcode|ean|upc|asin|hash|timestamp|error|code|pin|row|record|entry|port|ip|phase|batch|lot|pallet|container|steps|views|population|coordinates|lat|long|grid|raffle|lottery|member|membership|student|roll|docket|permit|charity|company|vat|tax|sort|bestellung|bestellnummer|rechnung|rechnungsnummer|auftrag|auftragsnummer|artikel|artikelnummer|sendung|sendungsnummer|sendungsverfolgung|aktenzeichen|kundennummer|vorgang|vorgangsnummer|seriennummer|ust-?id|commande|facture|colis|référence|dossier|siret|siren|pedido|factura|envío|referencia|ordine|fattura|spedizione|codice|bestelling|factuur|ordernummer|kvk|paket|zählernummer|zählerstand'
/** Who answers these is on duty, and wants to be called. */
const OFFICES =
  "emergency|emergencies|gas|electricity|water|helpline|help line|hotline|crisis line|lifeline|samaritans|childline|switchboard|reception|front desk|box office|customer (?:service|care|support)|customer services|helpdesk|help desk|support line|info ?line|council|surgery|clinic|hospital|pharmacy|library|museum|theatre|theater|restaurant|café|cafe|bakery|hotel|hostel|pub|takeaway|pizzeria|garage|plumber'?s? (?:shop|firm)|bank's|school office|the school|the office|town hall|city hall|police|fire brigade|embassy|consulate|ministry|company|shop|store|charity|bookings?|reservations?|enquiries|inquiries|notfallnummer|notruf|seelsorge|telefonseelsorge|giftnotruf|bürgeramt|rathaus|praxis|krankenhaus|apotheke|bibliothek|kundendienst|kundenservice|servicenummer|standard|mairie|cabinet|accueil|urgences|bibliothèque|ayuntamiento|biblioteca|atención al cliente|comune|gemeente|huisartsenpraktijk"
const WORDS = wordsOf({
  calls: `(?:${CALLS})|(?:${WHOSE}) (?:(?:phone|mobile|cell|home|work|telephone|house|new|private) ){0,2}${NUMBER}|${NAMED}|(?:private|direct|home) line|📞|📱`,
  offices: OFFICES,
  others: OTHERS,
})
const BEHIND = new RegExp(
  `^[\\s,;)(-]{0,3}(?:(?:is|was|'s|ist|est|es|è) )?(?:(?:probably |still |actually )?(?:${WHOSE})(?: \\p{L}+'s)? (?:\\p{L}+ ){0,2}?${NUMBER}|(?:\\p{L}+'s (?:phone|mobile|cell|new|old|work|home)? ?number)|(?:mobile|cell|home|work|handy|mobil|privat|whatsapp|fax)\\b)`,
  'u',
)
const DESK =
  /^[\s(,-]{1,3}(?:the |is the |for the )?(?:helpline|hotline|reception|office|switchboard|box office|front desk)\b/

/** What words say of the telephone numbers of a text. */
export interface Cues {
  /** 1: a telephone number, -1: something else, 0: nothing is said. */
  say(begin: number, end: number): -1 | 0 | 1
  /** Whether it is said to be an office's, a helpline's, a shop's. */
  isOffice(begin: number, end: number): boolean
  /** Whether anything may be said at all of what ends there; a quick look. */
  maySay(end: number): boolean
}

export function cuesOf({ lower }: Clear): Cues {
  const marks = once(() => marksOf<'calls' | 'offices' | 'others'>(lower, WORDS))
  return {
    say(begin, end) {
      for (const { name } of marksBefore(lower, marks(), begin, 40))
        if (name !== 'offices') return name === 'calls' ? 1 : -1
      return BEHIND.test(after(lower, end, 40)) ? 1 : 0
    },
    maySay: (end) => marks().length > 0 || /^\W{0,3}[a-zß-ɏ]/.test(lower.slice(end, end + 4)),
    isOffice(begin, end) {
      for (const mark of marksBefore(lower, marks(), begin, 60)) {
        if (/[.?;] /.test(lower.slice(mark.end, begin))) break
        if (mark.name === 'offices') return true
      }
      return DESK.test(after(lower, end, 30))
    },
  }
}
