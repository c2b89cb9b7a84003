const FIRST = new Set('i me my mine myself we us our ours ourselves'.split(' '))
const SECOND = new Set('you your yours yourself yourselves thou thee thy thine unu una'.split(' '))

/** Speaks of the writer, alone or with others. */
export const isFirst = (word: string): boolean => FIRST.has(word)
/** Speaks to the reader. */
export const isSecond = (word: string): boolean => SECOND.has(word)
