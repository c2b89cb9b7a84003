import { once } from '../../once.ts'
import type { Clear } from '../clear.ts'
import { marksAfter, marksBefore, marksOf, wordsOf } from '../marks.ts'

/** Words that say what a number is; the nearest before it counts. */
const WORDS = {
  card: 'card|credit card|debit card|visa|mastercard|amex|american express|kreditkarte|kartennummer|carte bancaire|carte bleue|cb|tarjeta|carta di credito|creditcard|karte',
  passport:
    'passport(?: (?:number|no|nr))?|reisepass(?:nummer)?|passnummer|passeport|pasaporte|passaporto|paspoort(?:nummer)?',
  us_ssn: 'ssn|social security(?: (?:number|no))?|social',
  uk_nino: 'national insurance(?: (?:number|no))?|ni (?:number|no)|nino',
  de_tax:
    'steuer-?id(?:entifikationsnummer|nr|nummer)?|steuerliche identifikationsnummer|idnr|tax id|tin|identifikationsnummer',
  fr_nir: 'nir|numéro de sécu(?:rité sociale)?|sécurité sociale|sécu|numéro insee|carte vitale',
  es_id: 'dni|nie|nif|documento nacional',
  it_cf: 'codice fiscale|cf',
  nl_bsn: 'bsn|burgerservicenummer|sofi-?nummer',
  br_cpf: 'cpf',
  pl_pesel: 'pesel',
  ie_pps: 'pps|ppsn|pps number|pps no',
  ca_sin: 'sin|social insurance(?: (?:number|no))?',
  in_aadhaar: 'aadhaar|aadhar|uidai',
  au_tfn: 'tfn|tax file number|medicare(?: (?:number|card))?',
  nhs: 'nhs(?: (?:number|no))?|krankenversichertennummer|versichertennummer|versicherungsnummer|sozialversicherungsnummer|rentenversicherungsnummer|svnr|ahv(?:-nummer)?',
  identity:
    "identity card(?: (?:number|no))?|id card(?: (?:number|no))?|(?:national|personal) id(?: (?:number|no))?|personalausweis(?:nummer)?|steuernummer|ausweisnummer|carte d'identité|personnummer|personal number|green card(?: number)?|residence permit(?: number)?|visa number|alien (?:registration )?number|a-number",
  licence:
    "(?:driving|driver'?s?|drivers) licen[cs]e(?: (?:number|no))?|führerschein(?:nummer)?|permis de conduire|carnet de conducir|patente|rijbewijs(?:nummer)?",
  account: 'iban|account(?: (?:number|no))?|konto(?:nummer)?|compte|cuenta|conto|rekening(?:nummer)?',
  other:
    'sort code|routing(?: number)?|order(?: (?:number|no|id))?|ticket|tracking(?: (?:number|no|id|code))?|invoice|parcel|shipment|ref(?:erence)?|isbn|issn|serial(?: number)?|model|barcode|ean|upc|sku|part (?:number|no)|parts?|product|article|item|imei|iccid|sim|gift ?card|loyalty card|library card|voucher|coupon|licen[cs]e key|commit|hash|build|version|transaction|confirmation|booking|case number|timestamp|epoch|seed|bestellnummer|bestellung|sendungsnummer|rechnung|rechnungsnummer|kundennummer|seriennummer|artikelnummer|commande|facture|colis|pedido|ordine|bestelling|example id|row|id',
}

export type Word = keyof typeof WORDS
const ANY = wordsOf(WORDS)
const JOINED =
  /^[\s:#.,='"()-]*(?:(?:number|no|nr|nummer|numéro|número|numero|is|was|ist|lautet|est|es|è|ends in|:|n°|the|one|with|of|von|de|for)\b[\s:#.='"()°-]*){0,4}$/
/** A few words without a number or a new sentence: "passport of the tall one". */
const NEAR = /^[^\d.!?;,]{0,24}$/
const BEHIND = /^[\s(,-]{1,3}(?:(?:is|was|as) )?(?:(?:his|her|their|the|ihre?|seine?) )?$/

/** What words say about the numbers of a text. */
export interface WordsBeside {
  /** The nearest word before a place that says what a number is. */
  nearest(begin: number): Word | undefined
  /** The word right beside a number, with at most "number is" between. */
  beside(begin: number, end: number): Word | undefined
}

const WITHIN = 48
const isJoined = (between: string): boolean => JOINED.test(between) || NEAR.test(between)

export function wordsBeside({ lower }: Clear): WordsBeside {
  const marks = once(() => marksOf<Word>(lower, ANY))
  const nearest = (begin: number) =>
    marks().length === 0 ? undefined : (marksBefore(lower, marks(), begin, WITHIN).next().value ?? undefined)
  return {
    nearest: (begin) => nearest(begin)?.name,
    beside(begin, end) {
      if (marks().length === 0) return undefined
      const lead = nearest(begin)
      if (lead && isJoined(lower.slice(lead.end, begin))) return lead.name
      const behind = marksAfter(lower, marks(), end, 24).next().value ?? undefined
      return behind && BEHIND.test(lower.slice(end, behind.begin)) ? behind.name : undefined
    },
  }
}
