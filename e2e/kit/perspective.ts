import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const kindling = fileURLToPath(new URL('../../bin/kindling.mjs', import.meta.url))

export interface PerspectiveServer {
  url: string
  /** Everything it said so far. */
  said(): string
  stop(): Promise<number | null>
  process: ChildProcess
}

/** `kindling perspective` on a free port. */
export async function startPerspective(
  args: string[] = [],
  env: NodeJS.ProcessEnv = {},
  program = kindling,
): Promise<PerspectiveServer> {
  const child = spawn(process.execPath, [program, 'perspective', '--port', '0', ...args], {
    env: { ...process.env, ...env },
  })
  const heard: string[] = []
  child.stderr.on('data', (part) => heard.push(String(part)))
  const lines = createInterface({ input: child.stdout })
  const opened = new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      heard.push(`${line}\n`)
      const [, url] = /open at (\S+)/.exec(line) ?? []
      if (url) resolve(url)
    })
    child.once('exit', (code) => reject(new Error(`It ended with ${code}: ${heard.join('')}`)))
  })
  const url = await opened
  return {
    url,
    process: child,
    said: () => heard.join(''),
    async stop() {
      if (child.exitCode !== null) return child.exitCode
      child.kill('SIGTERM')
      const [code] = await once(child, 'exit')
      return code
    },
  }
}

export interface Score {
  value: number
  type: string
}
export interface Analyzed {
  attributeScores: Record<
    string,
    { summaryScore: Score; spanScores: { begin: number; end: number; score: Score }[] }
  >
  languages: string[]
  detectedLanguages: string[]
  clientToken?: string
}
export interface Refused {
  error: { code: number; message: string; status: string; details?: Record<string, unknown>[] }
}

export async function post<Body>(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Body; headers: Headers }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as Body, headers: response.headers }
}
