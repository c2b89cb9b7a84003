import { loadQuick, type Reading, read, ToneError } from '@kindling/tone'
import { linesOf, Out } from './lines.ts'
import { type Message, parseMessage, type Refusal } from './messages.ts'

const say = (line: string): void => void process.stderr.write(`${line}\n`)

const usage = `Usage: kindling read [--reader quick|careful|auto] < messages.jsonl
One message a line: {"id": 1, "text": "..."}, with "lang" and "context" if known. One reading a line comes back, in order.
`

/** What was asked for, or why it cannot be had: a stable code and a sentence. */
type Asked = { reader: 'quick' } | { code: string; message: string }

const missing = {
  careful: {
    code: 'reader_missing',
    message: 'The careful reader is not part of this version; --reader quick reads everything.',
  },
  rephrase: {
    code: 'rephrase_missing',
    message: 'Suggestions are not part of this version; leave out --rephrase for the readings alone.',
  },
} as const

/** Understands the options. `auto` is the quick reader for as long as it is the only one. */
export function parseOptions(args: readonly string[]): Asked {
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!
    if (arg === '--rephrase') return missing.rephrase
    const [name, value = args[++at]] = arg.split('=', 2)
    if (name !== '--reader') return { code: 'unknown_option', message: `There is no option "${arg}".` }
    if (value === 'careful') return missing.careful
    if (value !== 'quick' && value !== 'auto')
      return { code: 'unknown_reader', message: '--reader is quick, careful or auto.' }
  }
  return { reader: 'quick' }
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

function readMessage(message: Message | Refusal): object {
  if ('error' in message) return message
  const { id, text, lang, context } = message
  try {
    return answer(id, read(text, { lang, ...(context ? { context: { answering: context } } : {}) }))
  } catch (error) {
    if (!(error instanceof ToneError)) throw error
    return { id, error: { code: error.code, message: error.message } }
  }
}

/** `kindling read`: a reading for every line of input. Holds one stretch of it at a time, however long it is. */
export async function readLines(args: string[]): Promise<number> {
  const asked = parseOptions(args)
  if ('code' in asked) {
    say(`${asked.code}: ${asked.message}`)
    if (asked.code.startsWith('unknown')) say(usage)
    return 2
  }
  try {
    await loadQuick()
  } catch (error) {
    if (!(error instanceof ToneError)) throw error
    say(`${error.code}: ${error.message}`)
    return 1
  }
  const out = new Out(process.stdout)
  for await (const lines of linesOf(process.stdin)) {
    for (const line of lines) {
      const message = parseMessage(line)
      if (message === undefined) continue
      out.add(`${JSON.stringify(readMessage(message))}\n`)
      await out.settle()
      if (out.closed) return 0
    }
    // Whoever asks line by line hears line by line.
    await out.settle(true)
  }
  return 0
}
