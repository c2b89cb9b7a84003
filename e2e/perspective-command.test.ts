import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import {
  type Analyzed,
  type PerspectiveServer,
  post,
  type Refused,
  startPerspective,
} from './kit/perspective.ts'

const kindling = fileURLToPath(new URL('../bin/kindling.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'kindling-keys-'))
const running: PerspectiveServer[] = []

async function start(args: string[]): Promise<PerspectiveServer> {
  const server = await startPerspective(args)
  running.push(server)
  return server
}
afterEach(async () => {
  for (const server of running.splice(0)) expect(await server.stop()).toBe(0)
})

const say = (args: string[]) =>
  execFileSync(process.execPath, [kindling, 'perspective', ...args], { encoding: 'utf8' })
const comment = (text: string) => ({ comment: { text }, requestedAttributes: { TOXICITY: {} } })
const ask = <Body>({ url }: PerspectiveServer, key: string, text = 'You are a pathetic liar.') =>
  post<Body>(`${url}/v1alpha1/comments:analyze?key=${key}`, comment(text))

/** A new key and the line for the file. */
function makeKey(...args: string[]): { key: string; line: string } {
  const said = say(['key', ...args])
  return { key: /: (kdp_\S+)/.exec(said)![1]!, line: said.trim().split('\n').at(-1)! }
}

test('OPEN-1 keys: none asks for none, one, and many; only their hashes lie in the file', async () => {
  const [forum, paper] = [makeKey('forum'), makeKey('paper', '--per-minute', '2')]
  const file = join(folder, 'keys')
  writeFileSync(file, `# who may ask\n${forum.line}\n${paper.line}\n`)
  expect(readFileSync(file, 'utf8')).not.toContain(forum.key.slice(4))
  const open = await start([])
  expect((await ask(open, '')).status).toBe(200)
  const closed = await start(['--keys', file])
  expect((await ask<Refused>(closed, '')).status).toBe(403)
  expect((await ask<Refused>(closed, 'AIzaSyOld')).body.error.message).toBe(
    'API key not valid. Please pass a valid API key.',
  )
  expect((await ask(closed, forum.key)).status).toBe(200)
  expect([(await ask(closed, paper.key)).status, (await ask(closed, paper.key)).status]).toEqual([200, 200])
  expect((await ask<Refused>(closed, paper.key)).status).toBe(429)
  expect(closed.said()).not.toContain(forum.key)
})

test('OPEN-1 several processes share one port and count together', async () => {
  const server = await start(['--processes', '2', '--per-minute', '5'])
  // Each on a connection of its own, so that both processes are asked.
  const answers = await Promise.all(
    Array.from({ length: 12 }, () =>
      fetch(`${server.url}/v1alpha1/comments:analyze`, {
        method: 'POST',
        headers: { connection: 'close' },
        body: JSON.stringify(comment('Lovely soup.')),
      }),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(5)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(7)
})

test('OPEN-1 the careful reader answers where it was chosen, and where quick is unsure', async () => {
  const careful = await start(['--reader', 'careful'])
  const { body, headers } = await ask<Analyzed>(careful, 'a', 'Bless your heart, you tried.')
  expect(headers.get('x-kindling-model')).toMatch(/^careful /)
  expect(body.attributeScores.TOXICITY!.spanScores).toHaveLength(1)
  const auto = await start(['--reader', 'auto'])
  const sure = await ask<Analyzed>(auto, 'a', 'Lovely soup, thank you.')
  expect(sure.headers.get('x-kindling-model')).toMatch(/^quick /)
  const long = await ask<Analyzed>(auto, 'a', 'Bless your heart, you tried. '.repeat(100))
  expect(long.headers.get('x-kindling-model')).toMatch(/^quick /)
})

test('OPEN-1 suggested scores are kept in a file of their own where that is wanted, readable by its owner alone', async () => {
  const file = join(folder, 'suggested.jsonl')
  const server = await start(['--keep-suggestions', file])
  await post(`${server.url}/v1alpha1/comments:suggestscore`, {
    comment: { text: 'Fair point.' },
    attributeScores: { TOXICITY: { summaryScore: { value: 0 } } },
    sessionId: 'https://paper.example_42',
  })
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    text: 'Fair point.',
    scores: { toxicity: 0 },
    languages: [],
  })
  expect(statSync(file).mode & 0o077).toBe(0)
})

test('OPEN-1 old thresholds carry over: a table, a picture, and plain words about whose scores these are', () => {
  const texts = ['You are a pathetic liar.', 'Lovely soup, thank you.', 'Shut up, idiot.', 'See you at six.']
  const rows = Array.from({ length: 60 }, (_, at) => {
    const text = `${texts[at % 4]} ${at}`
    return `"${text}",${at % 2 === 0 ? 0.8 + at / 1000 : at / 1000}`
  })
  const [file, plot] = [join(folder, 'old.csv'), join(folder, 'plot.svg')]
  writeFileSync(file, `text,TOXICITY\n${rows.join('\n')}\n`)
  const said = say(['compare', file, '--at', 'TOXICITY=0.5', '--plot', plot])
  expect(said).toContain('TOXICITY: 60 texts, rank correlation')
  expect(said).toMatch(/0\.5\s+30\s+50\.0%/)
  expect(said).toContain("These scores are not Google's")
  expect(said).not.toContain('pathetic')
  expect(readFileSync(plot, 'utf8')).toMatch(/^<svg[^>]* role="img"/)
})

test('what watches it is answered', async () => {
  const { url } = await start([])
  expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: 'ready', reader: 'quick' })
  await ask({ url } as PerspectiveServer, 'a')
  expect(await (await fetch(`${url}/metrics`)).text()).toContain(
    'kindling_requests_total{route="/v1alpha1/:method",method="POST",status="2xx"} 1',
  )
})

test.each([
  [['--reader', 'best'], '--reader is quick, careful or auto.'],
  [['--port', 'often'], '--port is "often", but it is a whole number from 0 to 65535.'],
  [['--keys', join(folder, 'nothing')], 'cannot be read.'],
  [['--keys'], '--keys needs a value.'],
  [['--nonsense'], 'There is no option "--nonsense".'],
  [['key'], 'Give the caller a name without spaces'],
])('%j ends with a sentence', (args, sentence) => {
  const { status, stderr } = spawnSync(process.execPath, [kindling, 'perspective', ...args], {
    encoding: 'utf8',
  })
  expect(status).toBe(2)
  expect(stderr).toContain(sentence)
})

test('a port that is taken is said in a sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as { port: number }
  const args = [kindling, 'perspective', '--port', String(port)]
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toContain(`Port ${port} is taken.`)
  other.close()
})
