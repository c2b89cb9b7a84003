import { before, type Clear } from './clear.ts'

const MINE =
  '(?:my|our|mein(?:e|er|en|em)?|unsere?|mon|ma|mes|notre|nos|mi|mis|nuestr[oa]|mio|mia|mijn|ons|onze)'
const SORT =
  '(?:new|old|work|home|personal|private|mobile|cell|phone|direct|own|e-?mail|current|business|bank|card|neue|alte|private|nueva?|nouveau|nouvelle|numéro de|nummer|número de|numero di|adresse|dirección de|indirizzo)'
const THING =
  '(?:number|phone|mobile|cell|e-?mail|mail|address|nummer|telefonnummer|handynummer|handy|adresse|mailadresse|e-mail-adresse|numéro|téléphone|portable|mail|courriel|número|teléfono|móvil|correo|dirección|numero|telefono|cellulare|indirizzo|adres|iban|konto|kontonummer|card|ssn|passport|steuer-?id|house|flat|place|apartment|wohnung|work|iban|account|dni|nie|bsn|postcode|licen[cs]e|insurance|security)'
/** "My new number is", "mine:", "reach me on", "ich wohne in der": what stands right before belongs to the writer. */
const OWN = new RegExp(
  [
    `\\b${MINE} (?:${SORT} ){0,3}${THING}(?: (?:number|no|address|id|nummer|adresse|de|di|téléphone|portable))*\\.?(?: for (?:\\w+ ?){1,3})?(?:,? ?(?:it is|le|the|is|are|was|'s|ist|lautet|est|c'est|es|è|:|now|at|in|still|jetzt|now at|under) ?){0,3}[ :(=\\->"']*$`,
    `\\b(?:i|we)(?:'m| am|'ve| have| are|'re)?(?: \\w+){0,2} (?:live|living|lived|stay|staying|moved|move|based)(?: \\w+)?(?: at| in| on| to)?[ :(]*$`,
    `\\bich (?:wohne|lebe)(?: \\w+){0,3}[ :(]*$`,
    `\\bj'(?:habite|ai déménagé)(?: \\w+)?[ :(]*$`,
    `\\b(?:vivo en|abito in|ik woon (?:op|in|aan)(?: de)?)[ :(]*$`,
    `\\b(?:call|text|ring|phone|reach|contact|e-?mail|mail|message|write(?: to)?|ping|whatsapp) (?:me|us)\\b(?: \\w+)?(?: at| on| under| via)?[ :(,\\->]*$`,
    `\\b(?:reach|contact|find|catch|get hold of|see) (?:me|us)\\b[^.!?]{0,25}$`,
    `\\b(?:erreichst|erreicht|erreichen sie|ruf|schreib|schreibt) (?:du |ihr )?(?:mich|uns|mir)(?: \\w+){0,2}[ :(]*$`,
    `\\b(?:appelle|appelez|écris|écrivez|joindre)[- ](?:moi|nous)(?: au| à| sur)?[ :(]*$`,
    `\\b(?:llámame|escríbeme|chiamami|scrivimi|bel me|mail me)(?: al| a| op| en)?[ :(]*$`,
    `\\bmine(?: is|'s|:| at) *$`,
  ].join('|'),
)

const WRITER =
  /(?:^|[^\p{L}])(?:m[ey]|mine|our|us|i|we|ich|m(?:ich|ir|eine?[rmn]?)|uns(?:ere?)?|moi|nous|mon|ma|mes|j|mi|mis|vivo|abito|ik|mijn|onze?|notre|nos|mi[oa]|nuestr[oa]|(?:llám|escríb)ame|escríbeme|chiamami|scrivimi)(?![\p{L}])/u

/** Whether somebody else is speaking there: in a quotation that is still open, or a quoted line. */
const isQuoted = (line: string): boolean => /^\s*>/.test(line) || (line.split('"').length - 1) % 2 === 1

/** Whether the words right before a find say that it is the writer's own. */
export function isClaimed({ lower }: Clear, begin: number): boolean {
  const lead = before(lower, begin, 64)
  return WRITER.test(lead) && OWN.test(lead) && !isQuoted(before(lower, begin, 200))
}
