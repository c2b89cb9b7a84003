import { after, before, type Clear } from './clear.ts'
import type { Find } from './found.ts'

const ROLES = new Set(
  `abuse academy accessibility account accounting accounts ads admin administration admissions advertising alerts
  appeals archive ask assistance auto-reply bestellung bestellungen bewerbung billing orders board boekhouding booking bookings bounce bounces buchhaltung
  bugs buero büro business care careers cert club coc committee community compliance conduct conference contact contacto
  contactus contatti contato council customercare customerservice customersupport datenschutz desk direccion direction
  dmarc donate donations donotreply dpo editor editorial editors education email empfang enquiries enquiry events
  everyone expo facturation feedback festival finance foundation fraud frontdesk fundraising gdpr general git government
  grants group hallo head hello help helpdesk hey hi hola hospital hostmaster hotel hr human.resources imprint impressum
  inbox info infos informacion information informatie inquiries inquiry invoice invoices it itsupport jobs karriere
  klantenservice kontakt kundenservice legal library list lists mail mailbox mailer-daemon maintainers management
  marketing media member members membership moderation moderators mods museum news newsletter no-reply noreply
  notification notifications notify office ombudsman online operations ops orders organisers organizers partners parish
  partnerships payment payments pedidos personal petition postmaster poststelle pr prensa presidency press presse
  principal privacy projects purchasing questions reception receptionist records recruiting recruitment redaktion
  registrar registration request requests reservation reservations reservierung returns root safety sales schedule
  school schulleitung secretariat secretary secretaria security sekretariat service services servicio shipping shop
  soporte staff stewards store studio submissions subscribe subscriptions support surgery team tech test ticket tickets
  trust unsubscribe updates user usenet vendite ventas vereniging verkauf verwaltung volunteer volunteering volunteers
  vorstand web webmaster website welcome willkommen workshop www accueil contactez bonjour adhesion mairie`.split(
    /\s+/,
  ),
)
const PRETEND =
  /(?:^|\.)(?:example\.(?:com|org|net|edu)|(?:example|test|invalid|localhost|local)|domain\.(?:com|tld)|yourdomain\.com|mydomain\.com|email\.com\.example|beispiel\.de|exemple\.(?:com|fr)|ejemplo\.com|esempio\.it|voorbeeld\.nl)$/
const FILES = /\.(?:png|jpe?g|gif|svg|webp|avif|pdf|css|js|ts|mjs|json|ya?ml|tgz|zip|md|html?|txt|service)$/
const PROVIDERS =
  /^(?:gmail|googlemail|hotmail|outlook|live|yahoo|ymail|icloud|me|mac|aol|gmx|web|t-online|freenet|posteo|mailbox|proton|protonmail|pm|fastmail|tutanota|tuta|hey|zoho|yandex|mail|qq|163|126|naver|orange|wanadoo|free|laposte|sfr|libero|virgilio|tiscali|btinternet|sky|virginmedia|talktalk|comcast|verizon|bigpond|xs4all|ziggo|kpnmail|seznam|wp|o2|rediffmail|mail\.ru)\b/

function isPersons(local: string, domain: string): boolean {
  const name = local.toLowerCase().replace(/\+.*$/, '')
  if (ROLES.has(name) || /^(?:no|do-?not)[._-]?reply/.test(name)) return false
  // "support-eu", "info.berlin", "press2": still nobody in particular.
  const [head = ''] = name.split(/[._-]|\d+$/)
  if (
    head.length > 2 &&
    /^(?:info|support|contact|kontakt|press|presse|sales|office|service|help|admin|jobs|privacy|security|noreply|billing|team)$/.test(
      head,
    )
  )
    return false
  return !PRETEND.test(domain) && !FILES.test(domain)
}

const WRITTEN =
  /(?<![\p{L}\p{N}._%+@/-])([\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63})@((?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24})(?![\p{L}\p{N}@]|\.\p{L}|:[\p{L}~/])/gu

/** Addresses as they are written. */
function written({ text }: Clear, add: (find: Find) => void): void {
  if (!text.includes('@')) return
  for (const match of text.matchAll(WRITTEN)) {
    const [whole, local, domain] = match as unknown as [string, string, string]
    // A name and password before a server's address are nobody's e-mail.
    if (/\/\/\S*$/.test(before(text, match.index, 60)) || !isPersons(local, domain.toLowerCase())) continue
    add({ kind: 'email', begin: match.index, end: match.index + whole.length, why: 'written_out' })
  }
}

const AT = String.raw`(?: ?[[({<] ?(?:at|@|ät|arroba|chez|a|klammeraffe) ?[\])}>] ?| (?:at|@|arroba|ät|arobase|chiocciola|apenstaartje) )`
const DOT = String.raw`(?: ?[[({<] ?(?:dot|punkt|point|punto|punt|\.) ?[\])}>] ?| (?:dot|punkt|point|punto|punt) |\.)`
const LOCAL = new RegExp(
  String.raw`(?<![\p{L}\p{N}._%+@-])[\p{L}\p{N}][\p{L}\p{N}_%+-]{0,40}(?:${DOT}[\p{L}\p{N}_%+-]{1,40}){0,3}$`,
  'iu',
)
const DOMAIN = new RegExp(
  String.raw`${AT}(?<domain>[\p{L}\p{N}-]{2,40}(?:${DOT}[\p{L}\p{N}-]{2,40}){0,2}?)${DOT}(?<ending>\p{L}{2,10})(?![\p{L}\p{N}-]|'\p{L})`,
  'giu',
)
const ENDINGS =
  /^(?:com|org|net|edu|gov|info|io|me|co|uk|de|fr|es|it|nl|be|at|ch|ie|eu|au|ca|us|nz|in|pl|se|no|dk|fi|pt|br|mx|jp|cn|ru|cz|gr|hu|ro|tr|za|kr|app|dev|social|email|online|xyz|cloud|club|family|name|mobi|biz|tv)$/i
const ABOUT_MAIL =
  /\b(?:e-?mail|mail|mailed|write|writes|wrote|address|adresse|contact|reach|schreib|correo|courriel|indirizzo|inbox|gmail|dm|send|sent|invite|forward|cc)\b/
/** Words that stand before "at" without being anybody's name: "look at amazon dot com". */
const ORDINARY = new Set(
  `look looking looked met meet meeting shop shopping buy bought buying find found available work works working worked
  me us it them him her you is are was were be been here there read reading check checked sell sells selling sold order
  ordered book booked blog see seen live live hosted host hosting up out over sign signed register registered job jobs
  stuff things more info details page site website arrived arrive stay stayed back one two online now day price start
  started starting play played playing watch laugh good great better best bad team email mail`.split(/\s+/),
)
const undot = (spoken: string): string => spoken.replace(new RegExp(DOT, 'giu'), '.').toLowerCase()

/** Whether words before and behind "at" are an address, and not "look at amazon dot com". */
function isMeant(local: string, domain: string, at: string, context: string): boolean {
  if (/[[({<]|^ (?:AT|@) .* DOT /.test(at) || local.includes('.')) return true
  return !ORDINARY.has(local) && (PROVIDERS.test(domain) || /\d/.test(local) || ABOUT_MAIL.test(context))
}

/** Addresses spelled in words: "anna dot keller at gmail dot com", "tom [at] reed [dot] net". */
function spoken({ text, lower }: Clear, add: (find: Find) => void): void {
  for (const match of lower.matchAll(DOMAIN)) {
    const { domain: spelled = '', ending = '' } = match.groups ?? {}
    const name = ENDINGS.test(ending) && LOCAL.exec(text.slice(Math.max(0, match.index - 100), match.index))
    // Written with bare signs all through, it is a mention or an address that was read already.
    if (!name || match[0].startsWith('@')) continue
    const [local, domain] = [undot(name[0]), `${undot(spelled)}.${ending}`]
    const [begin, end] = [match.index - name[0].length, match.index + match[0].length]
    const context = `${before(lower, begin, 60)} ${after(lower, end, 40)}`
    const written = text.slice(match.index, end)
    if (isMeant(local, domain, written, context) && isPersons(local, domain))
      add({ kind: 'email', begin, end, why: 'in_words' })
  }
}

/** E-mail addresses of somebody: not of offices ("info@"), not made-up ones ("example.org"). */
export function emails(text: Clear, add: (find: Find) => void): void {
  written(text, add)
  spoken(text, add)
}

/** An address as it compares, spelled in words or not. */
export function emailKey(text: string): string {
  return undot(text.replace(new RegExp(AT, 'giu'), '@'))
    .replace(/^mailto:/, '')
    .trim()
}
