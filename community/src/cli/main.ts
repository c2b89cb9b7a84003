import { ConfigError } from '../config/index.ts'
import { commands, usage } from './commands.ts'

/** A sentence for what we know, the whole stack for what we do not. */
async function tell(error: Error): Promise<string> {
  if (error instanceof ConfigError) return error.message
  // Loaded late: most commands read lines and need none of it.
  const { inEnglish, KindlingError } = await import('../foundation/index.ts')
  if (error instanceof KindlingError) return error.sentence(inEnglish)
  return error.stack ?? error.message
}

async function main(): Promise<number> {
  const [name = 'help', ...rest] = process.argv.slice(2)
  const command = commands[name]
  if (!command) {
    process.stderr.write(`${name === 'help' ? '' : `There is no command "${name}".\n\n`}${usage()}`)
    return name === 'help' ? 0 : 2
  }
  try {
    return await command.run(rest)
  } catch (error) {
    process.stderr.write(`${await tell(error as Error)}\n`)
    return 1
  }
}

process.exitCode = await main()
