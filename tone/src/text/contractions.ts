/** Two words in one: what each part stands for, and how many units the first takes. */
export interface Split {
  first: string
  second: string
  at: number
}

const endings: Record<string, string> = {
  "'re": 'are',
  "'m": 'am',
  "'ve": 'have',
  "'ll": 'will',
  "'d": 'would',
  "'s": "'s",
  "n't": 'not',
}
const odd: Record<string, string> = { "can't": 'can', "won't": 'will', "shan't": 'shall', "ain't": 'is' }

/** As typed in haste. Forms that are words of their own ("well", "were", "ill", "id") are left alone. */
const hasty: Record<string, [string, string, number]> = {
  im: ['i', 'am', 1],
  ive: ['i', 'have', 1],
  youre: ['you', 'are', 3],
  youve: ['you', 'have', 3],
  youll: ['you', 'will', 3],
  theyre: ['they', 'are', 4],
  theyve: ['they', 'have', 4],
  thats: ['that', "'s", 4],
  whats: ['what', "'s", 4],
  hes: ['he', "'s", 2],
  shes: ['she', "'s", 3],
  cannot: ['can', 'not', 3],
  cant: ['can', 'not', 2],
  wont: ['will', 'not', 2],
  dont: ['do', 'not', 2],
  doesnt: ['does', 'not', 4],
  didnt: ['did', 'not', 3],
  isnt: ['is', 'not', 2],
  arent: ['are', 'not', 3],
  wasnt: ['was', 'not', 3],
  werent: ['were', 'not', 4],
  havent: ['have', 'not', 4],
  hasnt: ['has', 'not', 3],
  hadnt: ['had', 'not', 3],
  wouldnt: ['would', 'not', 5],
  couldnt: ['could', 'not', 5],
  shouldnt: ['should', 'not', 6],
  aint: ['is', 'not', 2],
  gonna: ['going', 'to', 3],
  wanna: ['want', 'to', 3],
  gotta: ['got', 'to', 3],
}

const hastily = new Map(Object.entries(hasty))
/** Longer words have no "'s" that is worth taking off. */
const LONGEST = 40

/** Takes "you're", "dont" and their like apart; undefined for any other word. */
export function contraction(word: string): Split | undefined {
  if (word.length > LONGEST) return undefined
  const quick = hastily.get(word)
  if (quick) return { first: quick[0], second: quick[1], at: quick[2] }
  const mark = word.lastIndexOf("'")
  if (mark < 1) return undefined
  const negated = word.endsWith("n't") && word.length > 3
  const at = negated ? word.length - 3 : mark
  const second = endings[word.slice(at)]
  if (second === undefined) return undefined
  const first = Object.hasOwn(odd, word) ? odd[word]! : word.slice(0, at)
  return { first, second, at }
}
