import { personalData } from '@kindling/tone'

interface Stretch {
  kind: string
  begin: number
  end: number
}

/** Where somebody's personal data stands in a text. Who pipes it in has no own here to leave out. */
export function personalIn(text: string): Stretch[] {
  return personalData(text).map(({ kind, begin, end }) => ({ kind, begin, end }))
}
