import {
  loadCareful,
  loadQuick,
  type Reading,
  rephraseCarefully,
  type Suggestion,
  ToneError,
} from '@kindling/tone'
import { readInItsLanguage } from './in-its-language.ts'
import { inOrder } from './in-order.ts'
import { linesOf, Out } from './lines.ts'
import { type Message, parseMessage, type Refusal } from './messages.ts'
import { personalIn } from './personal.ts'

const say = (line: string): void => void process.stderr.write(`${line}\n`)

const usage = `Usage: kindling read [--reader quick|careful|auto] [--personal] [--rephrase] < messages.jsonl
One message a line: {"id": 1, "text": "..."}, with "lang" and "context" if known. One reading a line comes back, in order.
--personal adds where somebody else's e-mail, telephone, address, numbers or private facts stand.
--rephrase adds kinder words for a message worth a pause, where there are any.
`

type Reader = 'quick' | 'careful' | 'auto'
const readers: readonly string[] = ['quick', 'careful', 'auto'] satisfies Reader[]

interface Wanted {
  reader: Reader
  /** Whether others' personal data is to be found as well. */
  personal?: true
  /** Whether kinder words are to be looked for as well. */
  rephrase?: true
}
/** What was asked for, or why it cannot be had: a stable code and a sentence. */
type Asked = Wanted | { code: string; message: string }

/** Understands the options. */
export function parseOptions(args: readonly string[]): Asked {
  let reader: Reader = 'auto'
  const also: Pick<Wanted, 'personal' | 'rephrase'> = {}
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!
    if (arg === '--personal' || arg === '--rephrase') {
      also[arg === '--personal' ? 'personal' : 'rephrase'] = true
      continue
    }
    const [name, value = args[++at] ?? ''] = arg.split('=', 2)
    if (name !== '--reader') return { code: 'unknown_option', message: `There is no option "${arg}".` }
    if (!readers.includes(value))
      return { code: 'unknown_reader', message: '--reader is quick, careful or auto.' }
    reader = value as Reader
  }
  return { reader, ...also }
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

/** The answer to one message: its reading and what else was asked for, or a refusal. */
export async function readMessage(message: Message | Refusal, wanted: Wanted): Promise<object> {
  if ('error' in message) return message
  const { id, text, lang, context } = message
  const before = context ? { context: { answering: context } } : {}
  const read = (one: string) => readInItsLanguage(one, { reader: wanted.reader, lang, ...before }, say)
  try {
    const reading = await read(text)
    return {
      ...answer(id, reading),
      ...(wanted.personal ? { personal: personalIn(text) } : {}),
      ...(wanted.rephrase ? { suggestions: shown(await rephraseCarefully(text, reading, { read })) } : {}),
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
  const asked = parseOptions(args)
  if ('code' in asked) {
    say(`${asked.code}: ${asked.message}`)
    if (asked.code.startsWith('unknown')) say(usage)
    return 2
  }
  if (!(await load(asked.reader))) return 1
  const out = new Out(process.stdout)
  for await (const batch of answers(asked)) {
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
