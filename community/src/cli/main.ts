import { ConfigError } from '../config/index.ts'
import { commands, usage } from './commands.ts'

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
    const told = error as Error & { code?: string }
    const expected = error instanceof ConfigError || told.name === 'KindlingError'
    process.stderr.write(expected ? `${told.message}\n` : `${told.stack ?? told.message}\n`)
    return 1
  }
}

process.exitCode = await main()
