import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const source = fileURLToPath(new URL('../../src/', import.meta.url))

/**
 * Files that read posts or replies without the visibility piece, each with its reason. Whoever adds a line
 * here has asked: can a person see through this what the rule would hide?
 */
const withReason: Record<string, string> = {
  'admin/set-up/take-steps.ts': 'asks only whether anything was written yet, for who sets the place up',
  'conversation/heat/store.ts':
    'reads what everybody in a thread sees, to whether it heats up and who is in it; asks when its asker last answered',
  'conversation/came-of.ts':
    'counts what entries drew, for sums over many members; nobody reads an entry by it',
  'conversation/search/read-found.ts': 'reads what candidates.ts has found by the visibility piece',
  'conversation/stage.ts': 'counts people of a whole place, to a size and no further',
  'conversation/store.ts':
    'writes; reads what its writer said themselves, parents that were seen, and how many are pinned',
  'conversation/words-store.ts': 'gives what was typed after readEntry has shown the entry',
  'lifting/store.ts': 'finds the writer inside a transaction, after readEntry has shown the answer',
  'mend/came-of.ts': 'says whether an answer was reported, for sums over many members; to nobody else',
  'mend/read-held.ts':
    'what is held, for who looks after its space: heldInReach, also across the blocks of its author',
  'mend/read-notices.ts': 'why something is hidden, for its own author and for who may decide the case',
  'mend/stands-between.ts':
    'asks whether a report of the viewer’s own is about words with a name, and says no more than yes or no',
  'mend/entry-store.ts':
    'copies the reported words into a case after readReportable or heldInReach has shown the entry; finds where one stands',
  'shine/order/read-candidates.ts':
    'finds what an order may move, as it stands for everybody; readInOrder asks for each reader before it is shown',
  'shine/spotlights/read-candidates.ts':
    'asks only whether a member wrote somewhere besides support and family, for a lot; nobody reads an entry by it',
  'shine/rituals/notice-kinds.ts':
    'finds who wrote in the last two of a ritual, to tell them of the next; whoMayRead leaves out who may not see it',
  'shine/rituals/voices.ts': 'counts who spoke in a thread, to whether there were three and no further',
  'thanks/read-notes.ts': 'joins notes of a thread that readTopic has shown',
  'thanks/shared-conversation.ts':
    'asks whether two ever wrote in one thread, to whether a note waits; says no more than yes or no, to nobody',
  'thanks/store.ts': 'finds the receiver inside a transaction, after readTarget has shown the entry',
}

/** Only writing, by primary key, after a use case decided. */
const writes =
  /\b(insertInto|updateTable|deleteFrom)\('(posts|replies)'\)|\b(insert into|update|delete from) (posts|replies)\b/
const reads =
  /selectFrom\('(posts|replies)( as \w+)?'\)|(innerJoin|leftJoin)\('(posts|replies)( as \w+)?'|\b(from|join) (posts|replies)\b/
/** The last one starts from the first. */
const piece = /\b(entryVisible|entryListed|hearingVisible)\b/

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? files(join(folder, entry.name))
      : /(?<!\.test)\.tsx?$/.test(entry.name)
        ? [join(folder, entry.name)]
        : [],
  )
}

/** SQL and code without comments: a comment about posts is no query. */
function code(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
}

test('the check sees a query, and is content with one that starts from the piece', () => {
  expect(reads.test("db.selectFrom('posts')")).toBe(true)
  expect(reads.test('select 1 from replies r')).toBe(true)
  expect(writes.test("trx.insertInto('posts')")).toBe(true)
  expect(piece.test('where ${entryListed(p)}')).toBe(true)
})

test('whatever reads posts or replies starts from the visibility piece, or says why it need not', () => {
  const without = files(source)
    .map((file) => [relative(source, file), code(file)] as const)
    .filter(([name, text]) => !name.endsWith('migrations.ts') && reads.test(text) && !piece.test(text))
    .map(([name]) => name)
  expect(without.filter((name) => !(name in withReason))).toEqual([])
})

test('no reason is kept for a file that is gone or reads nothing any more', () => {
  const stale = Object.keys(withReason).filter((name) => {
    try {
      return !reads.test(code(join(source, name)))
    } catch {
      return true
    }
  })
  expect(stale).toEqual([])
})

const messageTables = /\b(messages|message_(conversations|sides|openings|settings))\b/
const names = (text: string) =>
  [
    ...text.matchAll(
      /(?:selectFrom|insertInto|updateTable|deleteFrom|innerJoin|leftJoin)\('(\w+)|\b(?:from|join|update|into) (\w+)/g,
    ),
  ].map((match) => match[1] ?? match[2]!)

test('CARE-5 nothing outside its own folder reads direct messages, and what reads them there starts from one’s own side', () => {
  const all = files(source).map((file) => [relative(source, file), code(file)] as const)
  const reading = all.filter(([, text]) => names(text).some((name) => messageTables.test(name)))
  expect(reading.map(([name]) => name).filter((name) => !name.startsWith('messages/'))).toEqual([])
  const lists = reading.filter(([, text]) => /from message_sides s\b/.test(text))
  expect(lists.length).toBeGreaterThan(2)
  expect(lists.filter(([, text]) => !text.includes('ownSide(')).map(([name]) => name)).toEqual([])
})
