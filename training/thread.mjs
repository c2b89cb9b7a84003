// The figures a forecast rests on, for one conversation a line: {"messages": [{"by","text"}], "seen": 4}. The built package
// reads the messages with the quick reader's model; Python never does.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { loadQuick, read, turnOf } from '../tone/dist/index.js'
import { factorNames, figuresOf, recent } from '../tone/dist/thread/factors.js'

await loadQuick(readFileSync(new URL('../tone/dist/model/quick.bin', import.meta.url)))

const write = (line) => process.stdout.write(`${JSON.stringify(line)}\n`)

write(factorNames)
for await (const line of createInterface({ input: process.stdin })) {
  const { messages, seen } = JSON.parse(line)
  write(figuresOf(recent(messages.slice(0, seen).map(({ by, text }) => turnOf(text, read(text), by)))))
}
