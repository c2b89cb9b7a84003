import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { attributes } from '@kindling/tone'
import { afterEach, expect, test } from 'vitest'
import { texts } from './kit/texts.ts'

const kindling = fileURLToPath(new URL('../bin/kindling.mjs', import.meta.url))
const running: ChildProcessWithoutNullStreams[] = []

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

function start(args: string[]): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [kindling, ...args])
  running.push(child)
  return child
}

interface Done {
  code: number
  lines: string[]
  said: string
}

async function run(args: string[], input: string): Promise<Done> {
  const child = start(args)
  const [out, said]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (part) => out.push(part))
  child.stderr.on('data', (part) => said.push(part))
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const [code] = (await once(child, 'close')) as [number]
  const lines = Buffer.concat(out).toString().split('\n').slice(0, -1)
  return { code, lines, said: Buffer.concat(said).toString() }
}

interface Answer {
  id: unknown
  scores: Record<string, number>
  spans: { begin: number; end: number; attribute: string; score: number }[]
  pause: boolean
  language: { tag: string; measured: boolean }
  model: { name: string; version: string }
  error?: { code: string; message: string }
}

const parse = (line: string): Answer => JSON.parse(line) as Answer

test('OPEN-3 kindling read answers every line in order; a bad one is answered too and the rest goes on', async () => {
  const text = 'You are a pathetic liar 🙂.'
  const { code, lines } = await run(
    ['read'],
    [
      JSON.stringify({ id: 1, text }),
      'not json',
      '{"id":"two","text":5}',
      '',
      JSON.stringify({ id: 'drei', text: 'Das ist nicht dein Ernst, oder?' }),
      JSON.stringify({ id: null, text: '' }),
    ].join('\n'),
  )
  expect(code).toBe(0)
  const answers = lines.map(parse)
  expect(answers.map(({ id, error }) => [id, error?.code])).toEqual([
    [1, undefined],
    [null, 'not_json'],
    ['two', 'no_text'],
    ['drei', undefined],
    [null, undefined],
  ])
  const [first, , , german, empty] = answers
  expect(Object.keys(first!.scores)).toEqual([...attributes])
  expect(first!.pause).toBe(true)
  const insult = first!.spans.find(({ attribute }) => attribute === 'insult')!
  expect(text.slice(insult.begin, insult.end)).toContain('liar')
  expect(german).toMatchObject({ pause: false, language: { tag: 'de', measured: true } })
  expect(empty).toMatchObject({ pause: false, spans: [] })
})

test('a language with a model of its own is read by it, however many ask at once; another has no verdict', async () => {
  const texts = ['병신아, 글도 제대로 못 읽냐?', 'Ik weet niet of dat een goed idee is, en jij ook niet.']
  const input = Array.from({ length: 40 }, (_, id) => JSON.stringify({ id, text: texts[id % 2] })).join('\n')
  const { code, lines, said } = await run(['read', '--reader', 'quick'], input)
  expect([code, said]).toEqual([0, ''])
  for (const [at, answer] of lines.map(parse).entries())
    if (at % 2 === 0) {
      expect(answer).toMatchObject({ pause: true, language: { tag: 'ko', measured: true } })
      expect([answer.model.name, Object.keys(answer.scores)]).toEqual(['quick-ko', ['toxicity']])
    } else expect(answer).toMatchObject({ pause: false, language: { tag: 'nl', measured: false } })
})

test('who writes one line hears one line, before the next', async () => {
  const child = start(['read', '--reader', 'auto'])
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  for (const id of [1, 2, 3]) {
    child.stdin.write(`${JSON.stringify({ id, text: `line ${id}` })}\n`)
    expect(parse((await lines.next()).value as string).id).toBe(id)
  }
})

test.each([[['read', '--reader', 'best'], 'unknown_reader']])(
  'kindling %j ends with 2 and says why',
  async (args, reason) => {
    const { code, lines, said } = await run(args, '{"id":1,"text":"hello"}\n')
    expect([code, lines]).toEqual([2, []])
    expect(said.startsWith(`${reason}: `)).toBe(true)
  },
)

const careful = existsSync(new URL('../tone/dist/model/careful.bin', import.meta.url))
const hundred = texts()
  .filter((text) => text.trim() !== '')
  .slice(0, 100)
const asLines = hundred.map((text, id) => JSON.stringify({ id, text })).join('\n')

test.runIf(careful)('careful reads all of it with care, auto what quick is unsure of, in order', async () => {
  const [quick, slow, auto] = await Promise.all(
    ['quick', 'careful', 'auto'].map(async (reader) => {
      const { code, lines } = await run(['read', '--reader', reader], asLines)
      expect([reader, code]).toEqual([reader, 0])
      return lines.map(parse)
    }),
  )
  expect(slow!.map(({ id, model }) => [id, model.name])).toEqual(hundred.map((_, id) => [id, 'careful']))
  const names = new Set(auto!.map(({ model }) => model.name))
  for (const name of ['quick', 'careful']) expect(names).toContain(name)
  for (const [at, answer] of auto!.entries())
    expect(answer).toEqual((answer.model.name === 'careful' ? slow : quick)![at])
})

test.skipIf(careful)(
  'without a careful model careful ends with 1, and auto says once that quick reads',
  async () => {
    const refused = await run(['read', '--reader', 'careful'], asLines)
    expect([refused.code, refused.lines]).toEqual([1, []])
    expect(refused.said).toMatch(/^model_missing: .*careful\.bin/)
    const auto = await run(['read'], asLines)
    expect(auto.lines.length).toBe(hundred.length)
    for (const line of auto.lines) expect(parse(line).model.name).toMatch(/^quick/)
    expect(auto.said.match(/The quick reader reads everything/g)).toHaveLength(1)
  },
)

test('whoever stops listening stops it, without a fuss', async () => {
  const child = start(['read'])
  const said: Buffer[] = []
  child.stderr.on('data', (part) => said.push(part))
  child.stdin.on('error', () => {})
  child.stdin.write('{"id":1,"text":"hello"}\n')
  await once(child.stdout, 'data')
  child.stdout.destroy()
  const more = '{"id":2,"text":"hello again"}\n'.repeat(20_000)
  child.stdin.end(more)
  await once(child, 'close')
  expect(Buffer.concat(said).toString()).not.toContain('    at ')
})

test('kindling features tells what the quick reader looks at', async () => {
  const { code, lines } = await run(['features'], '{"id":1,"text":"You fool!"}\n{"id":2}\n')
  expect(code).toBe(0)
  const [one, two] = lines.map((line) => JSON.parse(line))
  expect([one.id, one.words.length, one.marks.length]).toEqual([1, 3, 3])
  expect(one.bag.length).toBeGreaterThan(10)
  expect(two).toMatchObject({ id: 2, error: { code: 'no_text' } })
})
