/** So many are taken out of an answer; more nobody asked for. */
const DRAFTS_AT_MOST = 6

const THOUGHTS = /<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/g
const FENCE = /^\s*```\w*\s*$/gm
const MARKER = /^\s*(?:[-*•–]|\d{1,2}[.)])\s+/
const QUOTES = /^(["“«'‘])([\s\S]*)(["”»'’])$/

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The JSON in an answer, with or without words around it. */
function jsonIn(answer: string): unknown {
  const whole = parsed(answer)
  if (whole !== undefined) return whole
  for (const [open, close] of ['{}', '[]'].map((pair) => pair.split('') as [string, string])) {
    const [begin, end] = [answer.indexOf(open), answer.lastIndexOf(close)]
    const inside = begin >= 0 && end > begin ? parsed(answer.slice(begin, end + 1)) : undefined
    if (inside !== undefined) return inside
  }
  return undefined
}

/** Texts in a list of them, or in the first list that an object has. */
function textsIn(value: unknown): string[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const list = Array.isArray(value) ? value : Object.values(value).find(Array.isArray)
  return list
    ?.map((one: unknown) =>
      typeof one === 'object' && one !== null ? (one as { text?: unknown }).text : one,
    )
    .filter((one: unknown) => typeof one === 'string')
}

const unquoted = (line: string): string => QUOTES.exec(line)?.[2] ?? line

/** One draft a line, with or without numbers; of a message of several lines, the whole answer is one. */
function linesIn(answer: string, message: string): string[] {
  if (message.trim().includes('\n')) return [answer.trim()]
  return answer.split('\n').map((line) => unquoted(line.replace(MARKER, '').trim()))
}

/**
 * The drafts in what a model answered: as JSON, as it was asked to, or as plain lines, as small ones do. Nothing is made of them
 * here; each is checked afterwards.
 */
export function draftsIn(answer: string, message: string): string[] {
  const said = answer.replace(THOUGHTS, '').replace(FENCE, '').trim()
  const texts = textsIn(jsonIn(said)) ?? linesIn(said, message)
  return texts.filter((text) => text.trim() !== '').slice(0, DRAFTS_AT_MOST)
}
