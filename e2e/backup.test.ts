import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, person } from './kit/browser.ts'
import { openPlace, type Place } from './kit/place.ts'
import { signIn } from './kit/sign-in.ts'

let folder: string
const open: Place[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kindling-e2e-backup-'))
})
afterAll(async () => {
  for (const place of open) await place.close()
  await rm(folder, { recursive: true, force: true })
})

/** What somebody reads at some addresses: words and pictures, without what depends on the server. */
async function read({ page }: Person, paths: readonly string[]): Promise<string[]> {
  const seen: string[] = []
  for (const path of paths) {
    const response = await page.goto(path)
    expect(response!.status(), path).toBe(200)
    const pictures = await page
      .locator('main img')
      .evaluateAll((all) => all.map((image) => (image as HTMLImageElement).getAttribute('src')))
    // The clock on the wall goes on between two looks.
    const words = (await page.locator('main').innerText()).replace(/\d\d:\d\d there now/g, 'there now')
    seen.push(`${path}\n${words}\n${pictures.join('\n')}`)
  }
  return seen
}

test('START-4 a backup of a running place, restored into an empty one, shows the same pages to the same people', {
  timeout: 120_000,
}, async () => {
  const file = join(folder, 'monday.tar.gz')
  const demo = await openPlace(['demo'])
  open.push(demo)
  const mira = await person(demo.url, { script: false })
  await signIn(mira, 'mira')
  await mira.page.goto('/new?space=print-room')
  await mira.page.getByLabel('Your post').fill('Written just before the backup.')
  await mira.page.getByRole('button', { name: 'Post', exact: true }).click()
  await mira.page.waitForURL('**/posts/**')
  const post = new URL(mira.page.url()).pathname
  await mira.page.goto('/spaces/long-haul')
  const closed = (await mira.page.locator('h3.title a').nth(1).getAttribute('href'))!
  const paths = [
    '/spaces',
    '/spaces/print-room',
    '/spaces/long-haul',
    post,
    closed,
    '/members/asha',
    '/members/mira',
    '/guidelines',
    '/notices',
    '/search?words=soup',
  ]

  const { code, output } = await demo.run(['backup', file])
  expect(code, output).toBe(0)
  expect(output).toMatch(/\d+ people, 8 spaces, \d+ posts/)
  const before = await read(mira, paths)

  const restored = await openPlace(['serve'], {}, ['restore', file])
  open.push(restored)
  const again = await person(restored.url, { script: false })
  // Nobody signed in reads what only members read.
  expect((await again.page.goto(closed))!.status()).not.toBe(200)
  await signIn(again, 'mira')
  expect(await read(again, paths)).toEqual(before)

  // Nothing is restored over a community that lives, and nothing from a torn file.
  const over = await restored.run(['restore', file])
  expect(over.code, over.output).toBe(1)
  expect(over.output).toContain('This database holds a community already')
  const torn = join(folder, 'torn.tar.gz')
  await writeFile(torn, 'no backup')
  await expect(openPlace(['serve'], {}, ['restore', torn])).rejects.toThrow(
    'This file is no whole backup of Kindling',
  )
})
