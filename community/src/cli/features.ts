import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { Bag, type Features, features, Pieces } from '@kindling/tone'
import { linesOf, Out } from './lines.ts'
import { type Message, parseMessage, type Refusal } from './messages.ts'

const say = (line: string): void => void process.stderr.write(`${line}\n`)

function toJson({ id }: Message, { words, marks, bag }: Features): string {
  return `${JSON.stringify({ id, words: [...words], marks: [...marks], bag: [...bag.ids.subarray(0, bag.length)] })}\n`
}

/** One record of the binary form: u16 tokens, u16 bag, then {u32 word, u16 marks} a token, then u32 a bag entry. */
export function toRecord(found: Features | undefined): Buffer {
  if (!found) return Buffer.alloc(4)
  const { words, marks, bag } = found
  const record = Buffer.allocUnsafe(4 + words.length * 6 + bag.length * 4)
  record.writeUInt16LE(words.length, 0)
  record.writeUInt16LE(bag.length, 2)
  let at = 4
  for (let token = 0; token < words.length; token++, at += 6) {
    record.writeUInt32LE(words[token]!, at)
    record.writeUInt16LE(marks[token]!, at + 4)
  }
  for (let entry = 0; entry < bag.length; entry++, at += 4) record.writeUInt32LE(bag.ids[entry]!, at)
  return record
}

const bag = new Bag()

const featuresOf = ({ text, context }: Message): Features =>
  features(text, context ? { answering: context } : undefined, bag)

async function* messages(): AsyncGenerator<(Message | Refusal)[]> {
  for await (const lines of linesOf(process.stdin))
    yield lines.map(parseMessage).filter((found) => found !== undefined)
}

async function writeJson(): Promise<number> {
  const out = new Out(process.stdout)
  for await (const batch of messages()) {
    for (const message of batch) {
      out.add('error' in message ? `${JSON.stringify(message)}\n` : toJson(message, featuresOf(message)))
      await out.settle()
      if (out.closed) return 0
    }
  }
  await out.settle(true)
  return 0
}

/** One record of the careful reader's binary form: u16 pieces, then u16 a piece. */
export function toPieceRecord(pieces: Pieces, found: Features | undefined): Buffer {
  const ids = found ? pieces.of(found.tokens).ids : new Uint16Array(0)
  const record = Buffer.allocUnsafe(2 + ids.length * 2)
  record.writeUInt16LE(ids.length, 0)
  for (const [at, id] of ids.entries()) record.writeUInt16LE(id, 2 + at * 2)
  return record
}

async function writeRecords(
  path: string,
  magic: string,
  toRecord: (found: Features | undefined) => Buffer,
): Promise<number> {
  const file = createWriteStream(path)
  const written = finished(file)
  written.catch(() => {})
  file.write(magic)
  let [count, refused] = [0, 0]
  for await (const batch of messages()) {
    const records = batch.map((message) => {
      if ('error' in message) refused++
      return toRecord('error' in message ? undefined : featuresOf(message))
    })
    count += records.length
    if (!file.write(Buffer.concat(records))) await Promise.race([once(file, 'drain'), written])
  }
  file.end()
  await written
  say(`${count} messages in ${path}, ${refused} of them empty because their lines could not be read.`)
  return 0
}

async function writePieces(path: string, vocabulary: string): Promise<number> {
  const pieces = new Pieces((await readFile(vocabulary, 'utf8')).trimEnd().split('\n'))
  return writeRecords(path, 'KPC1', (found) => toPieceRecord(pieces, found))
}

/** `kindling features [--binary FILE | --pieces FILE --vocabulary FILE]`: what the readers look at, for training. */
export async function printFeatures(args: string[]): Promise<number> {
  const [option, path, second, vocabulary] = args
  if (args.length === 0) return writeJson()
  if (option === '--binary' && path && args.length === 2) return writeRecords(path, 'KFT1', toRecord)
  if (option === '--pieces' && path && second === '--vocabulary' && vocabulary)
    return writePieces(path, vocabulary)
  say('Usage: kindling features [--binary FILE | --pieces FILE --vocabulary FILE] < messages.jsonl')
  return 2
}
