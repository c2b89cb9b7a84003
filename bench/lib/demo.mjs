import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './place.mjs'
import { freePort, untilOpen } from './server.mjs'

/** Opens the sample community as `kindling demo` does, in a folder of its own. */
export async function openDemo() {
  const port = await freePort()
  const data = mkdtempSync(join(tmpdir(), 'kindling-bench-'))
  const env = { ...process.env, PORT: String(port), KINDLING_DATA: data, KINDLING_LOG: 'quiet' }
  delete env.DATABASE_URL
  delete env.KINDLING_URL
  const child = spawn(process.execPath, [join(root, 'bin', 'kindling.mjs'), 'demo'], { env, stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  await untilOpen(child, `${url}/readyz`, 90)
  return {
    url,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Signs in one of the people whom the sample community lets a visitor be. */
export async function signIn(page, nick) {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(`${nick}@lantern.example`)
  await page.getByLabel('Password').fill('a light at number 40')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'))
}
