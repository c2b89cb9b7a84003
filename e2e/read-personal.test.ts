import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const kindling = fileURLToPath(new URL('../bin/kindling.mjs', import.meta.url))

async function read(args: string[], messages: object[]): Promise<{ personal?: object[] }[]> {
  const child = spawn(process.execPath, [kindling, 'read', '--reader', 'quick', ...args])
  child.stdin.end(messages.map((message) => `${JSON.stringify(message)}\n`).join(''))
  const parts: Buffer[] = []
  for await (const part of child.stdout) parts.push(part as Buffer)
  const lines = Buffer.concat(parts).toString().trim().split('\n')
  return lines.map((line) => JSON.parse(line) as { personal?: object[] })
}

const messages = [
  { id: 1, text: '🙂 Call her: 07700 900123' },
  { id: 2, text: 'Order 100045678912 arrived broken.' },
  { id: 3, text: 'My number is 07700 900123.' },
]

test("OPEN-3 kindling read --personal says where others' personal data stands, and only when asked", async () => {
  const found = await read(['--personal'], messages)
  expect(found.map(({ personal }) => personal)).toEqual([[{ kind: 'phone', begin: 13, end: 25 }], [], []])
  for (const answer of await read([], messages)) expect(answer).not.toHaveProperty('personal')
})
