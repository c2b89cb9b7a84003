import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './place.mjs'
import { freePort } from './server.mjs'

/** Opens the sample community as `kindling demo` does, in a folder of its own. */
export async function openDemo() {
  const port = await freePort()
  const data = mkdtempSync(join(tmpdir(), 'kindling-bench-'))
  const env = { ...process.env, PORT: String(port), KINDLING_DATA: data, KINDLING_LOG: 'quiet' }
  delete env.DATABASE_URL
  delete env.KINDLING_URL
  const child = spawn(process.execPath, [join(root, 'bin', 'kindling.mjs'), 'demo'], { env, stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  const end = Date.now() + 90_000
  while (
    !(await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null || Date.now() > end) throw new Error('The sample community did not open.')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
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
