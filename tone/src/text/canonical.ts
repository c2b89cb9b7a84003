import { squeeze, undisguise } from './spelling.ts'

/** Spellings of the same small word, as chats and dialects have them. */
const same: Record<string, string> = {
  u: 'you',
  ya: 'you',
  yu: 'you',
  yuh: 'you',
  ye: 'you',
  yous: 'you',
  youse: 'you',
  yall: 'you',
  "y'all": 'you',
  ur: 'your',
  yer: 'your',
  urself: 'yourself',
  r: 'are',
  thx: 'thanks',
  thanx: 'thanks',
  tnx: 'thanks',
  ty: 'thanks',
  tysm: 'thanks',
  thankyou: 'thanks',
  pls: 'please',
  plz: 'please',
  ppl: 'people',
  cuz: 'because',
  cos: 'because',
  coz: 'because',
  bc: 'because',
  gr8: 'great',
  h8: 'hate',
  l8r: 'later',
  b4: 'before',
  srsly: 'seriously',
  sry: 'sorry',
  soz: 'sorry',
  congrats: 'congratulations',
  grats: 'congratulations',
  gz: 'congratulations',
  nvm: 'nevermind',
  dat: 'that',
  dis: 'this',
  da: 'the',
  de: 'the',
  dem: 'them',
  // Said of her as of him: the reading does not tell the two apart.
  she: 'he',
  him: 'his',
  her: 'his',
  hers: 'his',
  herself: 'himself',
}

const others = new Map(Object.entries(same))

export interface Canonical {
  word: string
  /** Spelled longer or otherwise than usual, to be heard or to hide. */
  dressed: boolean
}

/** The word that a normalised spelling stands for. */
export function canonical(spelling: string): Canonical {
  const plain = undisguise(spelling)
  if (plain) return { word: plain, dressed: true }
  const squeezed = squeeze(spelling)
  return { word: others.get(squeezed) ?? squeezed, dressed: squeezed !== spelling }
}
