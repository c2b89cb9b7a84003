import { once } from '../../once.ts'
import type { Clear } from '../clear.ts'
import { marksAfter, marksBefore, marksOf, wordsOf } from '../marks.ts'

/** Words that say whose door it is: somebody's home, or a place for everybody. */
const WORDS = wordsOf({
  moved: 'moved (?:in|to|into)|moves to|moving to|eingezogen|umgezogen|gezogen|emménagé',
  home: "lives?|living|lived|resides?|(?:his|her|their|\\p{L}+'s) (?:new |old |own |parents' |mum's |mom's |dad's |current )?(?:place|house|home|flat|apartment|address|door|doorstep|studio|bungalow|cottage|caravan|dorm|room|postcode|zip ?code)|home address|address is|address:|(?:postal|mailing|private|new|current|old) address|sleeps at|stays (?:at|with)|staying (?:at|with)|flatmates?|neighbou?rs?|tenants?|landlord|rents|renting|bought a house|residence|wohnt|wohnen|wohnhaft|wohnte|lebt|zuhause|zu hause|daheim|adresse|anschrift|wohnung|ihr haus|sein haus|klingel|habite|habitent|habitait|vit|logé|domicile|domicilié[e]?|chez (?:elle|lui|eux)|son appartement|sa maison|vive|viven|domicilio|su casa|su piso|dirección|abita|abitano|casa sua|indirizzo|residente|woont|wonen|zijn huis|haar huis|adres|vive em|mora",
  place:
    'werkstatt|repariert|repair|repairs|bar|expo|entrée libre|marché|atelier|vernissage|choir|rehearsals?|sings|free entry|admission|stalls?|lecture|workshops?|class|classes|fridge|swap|jumble sale|polls|vote|parade|protest|demo|lesung|probe|auftritt|fest|basar|gottesdienst|library|museum|gallery|theatre|theater|cinema|restaurant|café|cafe|coffee|bakery|bistro|pizza|pizzeria|pub|bar|tavern|brewery|hotel|hostel|motel|shop|store|market|supermarket|bookshop|bookstore|boutique|salon|barber|gym|pool|school|college|university|campus|academy|kindergarten|nursery|church|cathedral|mosque|synagogue|temple|chapel|hospital|clinic|surgery|pharmacy|dentist|vet|station|stop|airport|terminal|harbour|office|offices|headquarters|hq|branch|bank|embassy|consulate|court ?house|town hall|city hall|council|parish hall|village hall|community (?:centre|center|hall)|centre|hall|venue|stadium|arena|club ?house|park|playground|zoo|castle|palace|monument|tower|statue|memorial|site|building works|roadworks|warehouse|depot|garage|workshop|showroom|studio opens|factory|plant|opens?|opening|opened|closes?|closed|open|doors|tickets?|event|concert|exhibition|exhibit|show|tour|festival|meetup|meet|meets|meeting|gig|screening|film|movie|novel|book|episode|series|sitcom|song|character|fictional|novels|headquartered|registered|company|gmbh|inc|ltd|charity|shelter|food bank|polling|parking|car ?park|crossing|junction|bus|tram|traffic|accident|fire broke|closed to|listed building|architect|built in|demolished|renovation|bibliothek|bücherei|museum|rathaus|bahnhof|haltestelle|kino|theater|café|restaurant|kneipe|gaststätte|laden|geschäft|filiale|praxis|apotheke|klinik|krankenhaus|schule|kirche|gemeindehaus|verein|vereinsheim|büro|zentrale|treffpunkt|treffen|trifft|öffnet|geöffnet|eröffnet|ausstellung|konzert|veranstaltung|flohmarkt|baustelle|bibliothèque|médiathèque|musée|mairie|gare|cinéma|théâtre|boulangerie|magasin|boutique|cabinet|pharmacie|hôpital|école|église|bureau|siège|rendez-vous|ouvre|ouvert|ouverte|fermé|concert|spectacle|exposition|association|salle|biblioteca|museo|ayuntamiento|estación|tienda|restaurante|colegio|iglesia|abre|abierto|teatro|stazione|negozio|ristorante|scuola|chiesa|comune|aperto|bibliotheek|winkel|stadhuis',
})

export interface Around {
  /** What is said near a stretch: somebody's home wins over a place for everybody. */
  near(begin: number, end: number): 'home' | 'place' | undefined
}

/** Reads what is said around addresses: in their sentence, a little before and behind. */
export function aroundOf({ lower }: Clear): Around {
  const marks = once(() => marksOf<'home' | 'place' | 'moved'>(lower, WORDS))
  const breaks = (from: number, to: number) => /[.!?] |;/.test(lower.slice(from, to))
  return {
    near(begin, end) {
      const seen = new Set<string>()
      for (const mark of marksBefore(lower, marks(), begin, 70)) {
        if (breaks(mark.end, begin)) break
        seen.add(mark.name)
      }
      for (const mark of marksAfter(lower, marks(), end, 50)) {
        if (breaks(end, mark.begin)) break
        seen.add(mark.name)
      }
      if (seen.has('home')) return 'home'
      if (seen.has('place')) return 'place'
      return seen.has('moved') ? 'home' : undefined
    },
  }
}

/** Doors that everybody knows, of governments and of stories. */
const KNOWN = new Set([
  '10 downing street',
  '11 downing street',
  '221b baker street',
  '1600 pennsylvania avenue',
  '350 fifth avenue',
  '4 privet drive',
  '12 grimmauld place',
  '742 evergreen terrace',
  '1313 mockingbird lane',
  '42 wallaby way',
  '124 conch street',
  '17 cherry tree lane',
  '32 windsor gardens',
  '7 eccles street',
  '84 charing cross road',
  '698 sycamore road',
  '0001 cemetery lane',
  '1428 elm street',
  '112 ocean avenue',
  '30 rockefeller plaza',
  '1 infinite loop',
  '1 hacker way',
  '11 wall street',
  '36 craven street',
  '55 rue du faubourg saint-honoré',
  '36 quai des orfèvres',
  '1 dr seuss place',
  '221 baker street',
  '55 central park west',
])
export const isKnown = (street: string): boolean =>
  KNOWN.has(street.toLowerCase().replace(/[.,]/g, '').replace(/\s+/g, ' '))
