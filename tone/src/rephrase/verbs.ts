// Base, past and past participle where rules do not give them.
const odd = `
be was been|begin began begun|break broke broken|bring brought brought|build built built|buy bought bought|choose chose chosen|come came come|
cut cut cut|do did done|draw drew drawn|drive drove driven|eat ate eaten|find found found|forget forgot forgotten|get got got|give gave given|go went gone|
have had had|hear heard heard|hold held held|keep kept kept|know knew known|leave left left|let let let|lose lost lost|make made made|mean meant meant|
pay paid paid|put put put|quit quit quit|read read read|run ran run|say said said|see saw seen|sell sold sold|send sent sent|set set set|show showed shown|shut shut shut|
speak spoke spoken|spend spent spent|split split split|take took taken|teach taught taught|tell told told|think thought thought|throw threw thrown|
understand understood understood|wear wore worn|win won won|write wrote written|rewrite rewrote rewritten|steal stole stolen|ride rode ridden|ring rang rung|sit sat sat|feed fed fed|spell spelt spelt|burn burnt burnt`

const forms = new Map<string, [string, string]>()
const bases = new Map<string, string>()
for (const row of odd.replace(/\n/g, '').split('|')) {
  const [base, past, participle] = row.split(' ') as [string, string, string]
  forms.set(base, [past, participle])
  if (past !== base) bases.set(past, base)
  if (participle !== base) bases.set(participle, base)
}

const DOUBLES =
  /^(?:stop|plan|drop|ship|chat|plug|ban|tag|skip|grab|rip|shut|run|cut|put|get|set|sit|let|quit|begin|forget|win|swim|spam|step|wrap|trim|log|beg|dig|hit|spin|map|commit|submit|admit|refer|snap|slam|split|rob|mop|pop|trap)$/

const doubled = (base: string): string => (DOUBLES.test(base) ? base + base.at(-1) : base)

/** "deleting" of "delete". */
export function gerund(base: string): string {
  if (/ie$/.test(base)) return `${base.slice(0, -2)}ying`
  if (/[^eoy]e$/.test(base) && base !== 'be') return `${base.slice(0, -1)}ing`
  return `${doubled(base)}ing`
}

const ENDS_IN_E =
  /(?:clos|us|mak|tak|writ|leav|giv|com|driv|car|shar|chang|updat|delet|merg|prepar|organis|organiz|manag|mov|rot|ignor|arriv|invit|replac|remov|sav|stor|believ|clos|creat|promis|phon|charg|complet|describ|danc|fil|hid|hop|liv|lov|not|plac|prov|rid|schedul|serv|smok|solv|squeez|tim|typ|vot|wast|bak|behav|rais|requir|releas|resolv|cach|handl)$/

/** "fill" of "filling". */
export function baseOf(gerundForm: string): string {
  const stem = gerundForm.slice(0, -3)
  if (/([^aeiouls])\1$/.test(stem)) return stem.slice(0, -1)
  return ENDS_IN_E.test(stem) ? `${stem}e` : stem
}

/** "deleted" of "delete", as in "was deleted". */
export function participle(base: string): string {
  const known = forms.get(base)
  if (known) return known[1]
  if (/e$/.test(base)) return `${base}d`
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`
  return `${doubled(base)}ed`
}

/** Whether a word looks like a past form; "read", "put" and their like are taken for the present. */
export const isPast = (word: string): boolean => bases.has(word) || /[^e]ed$/.test(word)

/** "want" of "wants", as after "few people". */
export function plural(verb: string): string {
  const known: Record<string, string> = {
    is: 'are',
    "isn't": "aren't",
    was: 'were',
    "wasn't": "weren't",
    has: 'have',
    does: 'do',
    "doesn't": "don't",
    goes: 'go',
  }
  if (Object.hasOwn(known, verb)) return known[verb]!
  if (/(?:ss|sh|ch|x|zz)es$/.test(verb)) return verb.slice(0, -2)
  if (/[^aeiou]ies$/.test(verb)) return `${verb.slice(0, -3)}y`
  return /[^s]s$/.test(verb) ? verb.slice(0, -1) : verb
}

/** Whether more than one thing is named: "the docs", "these weeks", "them". */
export function isPlural(thing: string): boolean {
  const [first = '', ...rest] = thing
    .split(/\s+(?:of|in|on|for|before|at|from|with|that|to)\s/)[0]!
    .split(/\s+/)
  const last = rest.at(-1) ?? first
  if (/^(?:them|these|those|they)$/.test(first)) return true
  return /[^sui]s$/.test(last) && !/^(?:this|news|always)$/.test(last)
}
