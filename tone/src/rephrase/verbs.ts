// Base, past and past participle where rules do not give them.
const odd = `
be was been|begin began begun|break broke broken|bring brought brought|build built built|buy bought bought|choose chose chosen|come came come|
cut cut cut|do did done|draw drew drawn|drive drove driven|eat ate eaten|find found found|forget forgot forgotten|get got got|give gave given|go went gone|
have had had|hear heard heard|hold held held|keep kept kept|know knew known|leave left left|let let let|lose lost lost|make made made|mean meant meant|
pay paid paid|put put put|quit quit quit|read read read|run ran run|say said said|see saw seen|sell sold sold|send sent sent|set set set|show showed shown|shut shut shut|
speak spoke spoken|spend spent spent|split split split|take took taken|teach taught taught|tell told told|think thought thought|throw threw thrown|
understand understood understood|wear wore worn|win won won|write wrote written|rewrite rewrote rewritten|steal stole stolen|ride rode ridden|ring rang rung|sit sat sat|feed fed fed|spell spelt spelt|burn burnt burnt|hide hid hidden|drink drank drunk`

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

/** "taken" of "took" and of "taken", "copied" of "copied". */
export const participleOf = (past: string): string => {
  const base = bases.get(past) ?? past
  return forms.has(base) ? forms.get(base)![1] : past
}

/** Whether a word looks like a past form; "read", "put" and their like are taken for the present. */
export const isPast = (word: string): boolean => bases.has(word) || /[^e]ed$/.test(word)

/** "ask" of "asked", "tell" of "told". */
export const presentOf = (past: string): string =>
  bases.get(past) ?? (/ied$/.test(past) ? `${past.slice(0, -3)}y` : baseOf(`${past.slice(0, -2)}ing`))

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

/** A source for words that stand before "the" or "your" where a sentence begins, and are no verbs that tell somebody what to do. */
export const NO_VERB =
  "(?:in|on|at|of|for|with|without|from|by|to|as|like|about|after|before|over|under|behind|between|during|against|and|but|or|if|when|while|because|since|so|than|that|this|though|although|unless|until|once|whether|is|are|was|were|am|be|been|do|does|did|has|have|had|can|could|will|would|should|shall|may|might|must|all|both|half|not|even|only|just|such|what|which|who|whose|how|why|where|whoever|quite|rather|too|also|again|then|now|still|maybe|perhaps|here|there|yes|no|nope|ok|okay|well|sorry|oh|god|wow|hey|hi|hello|dear|everyone|everybody|nobody|people|same|thanks|cheers|half|twice|lol|omg|bro|dude|man|mate|hope|ffs|wtf|into|out|up|down|off|i|you|u|he|she|we|they|it|your|ur|my|our|the|an?|theres|thats|its|hes|shes|whats|wheres|im|ive|youre|yer|ye|yous|dont|cant|wont|\\w+ly|\\w{2,}ing|\\w{2,}ed|\\w+'\\w+)"

/** A source for verbs that tell somebody what to do, where a sentence or a clause begins with them. */
export const TOLD =
  "(?:get|put|take|give|move|turn|clean|clear|pick|send|use|keep|wait|bring|check|fix|read|write|call|ring|ask|open(?! wide)|close|shut(?! up)|shift|ban|heal|hold|play|listen|look at(?! (?:you|u|him|her|them|yourself)(?![\\w']))|go to|try|add|come|start|stay|tell|let|switch|hang|return|sort|order|rewrite|rename|lock|park|pay|buy|wash|water|share|leave(?! (?:it|this|that) to)|make sure|don't(?! (?:be|come|worry|you))|remove|delete|revert|split|stop(?! (?:being|lying|embarrassing|whining|crying|moaning|wasting|pretending))|answer|reply|test|update|control|feed|mute|scan|hand|tidy|teach|do (?:the|your))(?![\\w'])"
