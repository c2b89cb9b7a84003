import cluster from 'node:cluster'
import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { ConfigError, type Env, portOf, readEnv, trustsProxy } from '../config/index.ts'
import { hashOfSecret } from '../foundation/secrets/hash-secret.ts'
import {
  type Failure,
  type KeptKey,
  KeyFileError,
  keyFileLine,
  newKey,
  parseKeyFile,
  runProcesses,
  SharedRates,
  type StandaloneOptions,
  startStandalone,
} from '../open/perspective/index.ts'
import { OptionError, oneOf, optionsOf, readers, wholeNumber } from './options.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const complain = (line: string): void => void process.stderr.write(`${line}\n`)

const PORT = 4610
const MOST_A_MINUTE = 1_000_000

export const perspectiveUsage = `Usage: kindling perspective [--port ${PORT}] [--host 127.0.0.1] [--reader quick|careful|auto]
                            [--processes N|all] [--keys FILE] [--per-minute N] [--keep-suggestions FILE] [--trust-proxy]
       kindling perspective key NAME [--per-minute N]   prints a new key, and the line for the file of --keys
       kindling perspective compare FILE [...]          your old scores beside ours, and thresholds that carry over
Answers the Perspective API's calls from this machine, without a database. Nothing is kept.
`

const values = ['port', 'host', 'reader', 'processes', 'keys', 'per-minute', 'keep-suggestions']

interface Wanted extends Omit<StandaloneOptions, 'keys' | 'rates' | 'readerFailed'> {
  processes: number
  keyFile: string | undefined
}

/** @throws OptionError, ConfigError */
export function parsePerspective(args: readonly string[], env: Env = {}): Wanted {
  const { options, rest } = optionsOf(args, { values, flags: ['trust-proxy'] })
  if (rest.length > 0) throw new OptionError(`"${rest[0]}" is no part of this command.`)
  const processes = options.get('processes') ?? '1'
  const port = options.get('port')
  const perMinute = options.get('per-minute')
  return {
    host: options.get('host') ?? env.HOST ?? '127.0.0.1',
    port: port === undefined ? portOf(env.PORT, PORT) : wholeNumber('port', port, 0, 65_535),
    reader: oneOf('reader', options.get('reader') ?? 'quick', readers),
    processes: processes === 'all' ? availableParallelism() : wholeNumber('processes', processes, 1, 256),
    keyFile: options.get('keys'),
    perMinute: perMinute === undefined ? undefined : wholeNumber('per-minute', perMinute, 1, MOST_A_MINUTE),
    keepSuggestions: options.get('keep-suggestions'),
    trustProxy: options.has('trust-proxy') || trustsProxy(env),
  }
}

/** @throws OptionError, KeyFileError */
async function readKeys(file: string | undefined): Promise<KeptKey[] | undefined> {
  if (file === undefined) return undefined
  try {
    const keys = parseKeyFile(await readFile(file, 'utf8'))
    if (keys.length === 0) complain(`The key file ${file} holds no key, so nobody may ask.`)
    return keys
  } catch (error) {
    if (error instanceof KeyFileError) throw error
    throw new OptionError(`The key file ${file} cannot be read.`)
  }
}

async function untilTold(): Promise<void> {
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
}

const refusedToListen: Record<string, (wanted: Wanted) => string> = {
  EADDRINUSE: ({ port }) => `Port ${port} is taken. Choose another with --port.`,
  EACCES: ({ port, keepSuggestions }) =>
    port < 1024
      ? `This account may not open port ${port}. Ports from 1024 on are open to all.`
      : `${keepSuggestions}, named by --keep-suggestions, cannot be written to.`,
  ENOENT: ({ keepSuggestions }) => `There is no folder for ${keepSuggestions}, named by --keep-suggestions.`,
  EROFS: ({ keepSuggestions }) => `${keepSuggestions}, named by --keep-suggestions, cannot be written to.`,
  EISDIR: ({ keepSuggestions }) => `${keepSuggestions}, named by --keep-suggestions, is a folder.`,
  EADDRNOTAVAIL: ({ host }) => `This machine has no address ${host}. Leave out --host, or name one it has.`,
}

const readerFailed = ({ code, message }: Failure): void =>
  complain(`${code}: ${message} The reader is loaded anew in a minute; /readyz says whether it gives scores.`)

async function serveOne(wanted: Wanted, keys: KeptKey[] | undefined): Promise<number> {
  const { processes, keyFile, ...options } = wanted
  try {
    const rates = cluster.isWorker ? { rates: new SharedRates() } : {}
    const running = await startStandalone({ ...options, keys, ...rates, readerFailed })
    say(`The Perspective routes are open at ${running.url} (reader: ${options.reader}).`)
    await untilTold()
    await running.stop()
    // The line to the first process would keep this one.
    if (cluster.isWorker) process.disconnect()
    return 0
  } catch (error) {
    const says = refusedToListen[(error as NodeJS.ErrnoException).code ?? '']
    if (!says) throw error
    complain(says(wanted))
    return 1
  }
}

async function serve(args: readonly string[]): Promise<number> {
  const wanted = parsePerspective(args, readEnv())
  const keys = await readKeys(wanted.keyFile)
  if (wanted.processes > 1 && cluster.isPrimary) return runProcesses(wanted.processes)
  return serveOne(wanted, keys)
}

function printKey(args: readonly string[]): number {
  const { options, rest } = optionsOf(args, { values: ['per-minute'] })
  const [name, ...more] = rest
  if (!name || more.length > 0 || /\s|^#/.test(name))
    throw new OptionError('Give the caller a name without spaces: kindling perspective key forum')
  const limit = options.get('per-minute')
  const perMinute = limit === undefined ? undefined : wholeNumber('per-minute', limit, 1, MOST_A_MINUTE)
  const key = newKey()
  say(`The key, for the caller. It is shown this once: ${key}`)
  say('The line for the file that --keys names:')
  say(keyFileLine({ name, hash: hashOfSecret(key), perMinute }))
  return 0
}

/** `kindling perspective`: the Perspective API's routes alone. */
export async function perspective(args: string[]): Promise<number> {
  if (args.includes('--help')) {
    say(perspectiveUsage)
    return 0
  }
  try {
    if (args[0] === 'key') return printKey(args.slice(1))
    // Loaded late: the routes need none of it.
    if (args[0] === 'compare') return (await import('./perspective-compare.ts')).compare(args.slice(1))
    return await serve(args)
  } catch (error) {
    const isTheirs =
      error instanceof OptionError || error instanceof ConfigError || error instanceof KeyFileError
    if (!isTheirs) throw error
    complain(`${error.message}\n\n${perspectiveUsage}`)
    return 2
  }
}
