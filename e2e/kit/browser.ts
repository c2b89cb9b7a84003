import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll } from 'vitest'

let running: Promise<Browser> | undefined

/** One browser for a test file, found by npm test or named in CHROMIUM. */
export function browser(): Promise<Browser> {
  running ??= chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  return running
}

afterAll(async () => {
  await (await running)?.close()
  running = undefined
})

export interface PersonOptions {
  /** False: this person's browser runs no script. */
  script?: boolean
  width?: number
  dark?: boolean
}

/** Somebody with a browser of their own. What the console complained about is kept for `quiet`. */
export interface Person {
  page: Page
  context: BrowserContext
  complaints: string[]
}

export async function person(url: string, options: PersonOptions = {}): Promise<Person> {
  const context = await (await browser()).newContext({
    baseURL: url,
    javaScriptEnabled: options.script ?? true,
    viewport: { width: options.width ?? 1280, height: 900 },
    colorScheme: options.dark ? 'dark' : 'light',
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return { page, context, complaints }
}
