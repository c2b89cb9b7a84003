import {
  loadCareful,
  loadQuick,
  type Reading,
  readInItsLanguage,
  rephraseCarefully,
  type Suggestion,
  ToneError,
} from '@kindling/tone'
import { inOrder } from './in-order.ts'
import { linesOf, Out } from './lines.ts'
import { type Message, parseMessage, type Refusal } from './messages.ts'
import { OptionError, oneOf, optionsOf, readers } from './options.ts'
import { personalIn } from './personal.ts'

const say = (line: string): void => void process.stderr.write(`${line}\n`)

const usage = `Usage: kindling read [--reader quick|careful|auto] [--personal] [--rephrase] < messages.jsonl
One message a line: {"id": 1, "text": "..."}, with "lang" and "context" if known. One reading a line comes back, in order.
--personal adds where somebody else's e-mail, telephone, address, numbers or private facts stand.
--rephrase adds kinder words for a message worth a pause, where there are any.
`

type Reader = (typeof readers)[number]

interface Wanted {
  reader: Reader
  /** Whether others' personal data is to be found as well. */
  personal?: true
  /** Whether kinder words are to be looked for as well. */
  rephrase?: true
}

/** Understands the options. @throws OptionError */
export function parseOptions(args: readonly string[]): Wanted {
  const { options, rest } = optionsOf(args, { values: ['reader'], flags: ['personal', 'rephrase'] })
  if (rest.length > 0) throw new OptionError(`There is no option "${rest[0]}".`, 'unknown_option')
  return {
    reader: oneOf('reader', options.get('reader') ?? 'auto', readers),
    ...(options.has('personal') ? { personal: true } : {}),
    ...(options.has('rephrase') ? { rephrase: true } : {}),
  }
}

const rounded = (score: number): number => Math.round(score * 10_000) / 10_000

function answer(id: unknown, { scores, spans, pause, why, language, model }: Reading): object {
  return {
    id,
    scores: Object.fromEntries(Object.entries(scores).map(([name, score]) => [name, rounded(score)])),
    spans: spans.map((span) => ({ ...span, score: rounded(span.score) })),
    pause,
    why: { ...why, likelihood: rounded(why.likelihood) },
    language,
    model,
  }
}

const shown = (suggestions: Suggestion[]) => suggestions.map(({ text, move }) => ({ text, move }))

const missing = new Set<string>()

/** Says once of each language that it could not be loaded. */
function sayMissing(tag: string, { message }: ToneError): void {
  if (!missing.has(tag)) say(`Messages in "${tag}" get no verdict: ${message}`)
  missing.add(tag)
}

/** The answer to one message: its reading and what else was asked for, or a refusal. */
export async function readMessage(message: Message | Refusal, wanted: Wanted): Promise<object> {
  if ('error' in message) return message
  const { id, text, lang, context } = message
  const known = { lang, ...(context ? { context: { answering: context } } : {}) }
  try {
    const reading = await readInItsLanguage(text, { reader: wanted.reader, ...known, failed: sayMissing })
    return {
      ...answer(id, reading),
      ...(wanted.personal ? { personal: personalIn(text) } : {}),
      ...(wanted.rephrase ? { suggestions: shown(await rephraseCarefully(text, reading, known)) } : {}),
    }
  } catch (error) {
    if (!(error instanceof ToneError)) throw error
    return { id, error: { code: error.code, message: error.message } }
  }
}

/** What `auto` can do without: a careful model that is not there, or belongs to another quick one. */
const dispensable: readonly string[] = ['model_missing', 'models_differ']

/** Loads what the reader needs; tells whether it can start. */
async function load(reader: Reader): Promise<boolean> {
  try {
    await loadQuick()
    if (reader === 'quick') return true
    try {
      await loadCareful()
    } catch (error) {
      const known = error instanceof ToneError && dispensable.includes(error.code)
      if (reader === 'careful' || !known) throw error
      say(`The quick reader reads everything: ${error.message}`)
    }
    return true
  } catch (error) {
    if (!(error instanceof ToneError)) throw error
    say(`${error.code}: ${error.message}`)
    return false
  }
}

async function* answers(wanted: Wanted): AsyncGenerator<(() => Promise<object>)[]> {
  for await (const lines of linesOf(process.stdin))
    yield lines
      .map(parseMessage)
      .filter((message) => message !== undefined)
      .map((message) => () => readMessage(message, wanted))
}

/** `kindling read`: a reading for every line of input. Holds one stretch of it at a time, however long it is. */
export async function readLines(args: string[]): Promise<number> {
  let wanted: Wanted
  try {
    wanted = parseOptions(args)
  } catch (error) {
    if (!(error instanceof OptionError)) throw error
    say(`${error.code}: ${error.message}\n${usage}`)
    return 2
  }
  if (!(await load(wanted.reader))) return 1
  const out = new Out(process.stdout)
  for await (const batch of answers(wanted)) {
    for await (const found of inOrder(batch)) {
      out.add(`${JSON.stringify(found)}\n`)
      await out.settle()
      if (out.closed) return 0
    }
    // Whoever asks line by line hears line by line.
    await out.settle(true)
  }
  return 0
}
