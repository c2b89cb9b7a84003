import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/kit/database.ts'
import { makeConfig } from '../../config/index.ts'
import { connect, type Database } from '../database/connect.ts'
import { newId } from '../ids/uuid.ts'
import { makeLog } from '../log/log.ts'
import { layOut } from './letter.ts'
import { type Mail, makeMail } from './mail.ts'
import { recentLetters } from './store.ts'

let fresh: FreshDatabase
let database: Database
let server: Server
let taken: string[] = []
let refusing = false
const logged: string[] = []

/** A mail server that takes everything, or refuses everybody. */
function startServer(): Promise<Server> {
  const made = createServer((socket) => {
    let data = false
    let text = ''
    const say = (line: string) => socket.write(`${line}\r\n`)
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      text += chunk.toString()
      if (data) {
        if (!text.includes('\r\n.\r\n')) return
        taken.push(text)
        data = false
        text = ''
        return say('250 taken')
      }
      for (const line of text.split('\r\n').filter(Boolean)) {
        if (/^(EHLO|HELO)/i.test(line)) say('250 here')
        else if (/^RCPT/i.test(line)) say(refusing ? '550 nobody here' : '250 fine')
        else if (/^DATA/i.test(line)) {
          data = true
          say('354 go on')
        } else if (/^QUIT/i.test(line)) say('221 bye')
        else say('250 fine')
      }
      text = ''
    })
    say('220 here')
  })
  return new Promise((resolve) => made.listen(0, '127.0.0.1', () => resolve(made)))
}

beforeAll(async () => {
  fresh = await freshDatabase()
  database = connect(fresh.url, { max: 2 })
  server = await startServer()
})
afterAll(async () => {
  server.close()
  await database.close()
  await fresh.drop()
})

let mail: Mail
let communityId: string
const letter = () => ({
  communityId,
  to: 'noor@example.org',
  subject: 'Your sign-in link',
  ...layOut({ paragraphs: ['Hello.'], link: { label: 'Sign in', url: 'http://here.example/?a=1&b=2' } }),
})
const kept = () => recentLetters(database.db, communityId)

function open(smtp: boolean): void {
  const config = makeConfig(
    {},
    {
      url: 'http://here.example',
      mailFrom: 'street@here.example',
      smtp: smtp ? `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` : undefined,
    },
  )
  mail = makeMail({
    db: database.db,
    config,
    log: makeLog('info', (line) => logged.push(line) > 0),
    clock: { now: () => new Date() },
  })
}
beforeEach(() => {
  communityId = newId()
  taken = []
  refusing = false
})

test('without a mail server letters wait on the outbox page', async () => {
  open(false)
  await mail.send(letter())
  expect(await kept()).toMatchObject([
    { to: 'noor@example.org', subject: 'Your sign-in link', sentAt: undefined, failedAt: undefined },
  ])
  expect(mail.works).toBe(false)
  await expect(mail.sendNow(letter())).rejects.toMatchObject({ code: 'mail_not_configured' })
})

test('with one they go, as text and as HTML, and are not kept', async () => {
  open(true)
  await mail.send({ ...letter(), listUnsubscribe: 'http://here.example/unsubscribe/1' })
  await mail.close()
  expect(taken).toHaveLength(1)
  expect(taken[0]).toMatch(/From: street@here\.example/)
  expect(taken[0]).toContain('List-Unsubscribe: <http://here.example/unsubscribe/1>')
  expect(taken[0]).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(taken[0]).toMatch(/text\/plain[\s\S]*text\/html/)
  expect(await kept()).toEqual([])
})

test('what the mail server refuses is kept and tried again', async () => {
  open(true)
  refusing = true
  await mail.send(letter())
  await mail.close()
  expect(await kept()).toMatchObject([{ subject: 'Your sign-in link' }])
  expect((await kept())[0]!.failedAt).toBeInstanceOf(Date)
  open(true)
  expect(await mail.retry()).toBe(0)
  refusing = false
  expect(await mail.retry()).toBe(1)
  expect(await kept()).toEqual([])
  await mail.close()
  expect(logged.join()).toContain('letter_refused')
  expect(logged.join()).not.toContain('noor@')
})

test('the test letter says what went wrong', async () => {
  open(true)
  refusing = true
  await expect(mail.sendNow(letter())).rejects.toMatchObject({ code: 'mail_refused' })
  refusing = false
  await mail.sendNow(letter())
  await mail.close()
})

test('words in a letter cannot become HTML', () => {
  const { html, text } = layOut({
    paragraphs: ['<b>Hello</b> & "you"'],
    link: { label: 'See', url: 'http://here.example/?a="&b' },
    foot: ['Bye'],
  })
  expect(html).toContain('&lt;b&gt;Hello&lt;/b&gt; &amp; &quot;you&quot;')
  expect(html).toContain('href="http://here.example/?a=&quot;&amp;b"')
  expect(text).toContain('See:\nhttp://here.example/?a="&b')
})
