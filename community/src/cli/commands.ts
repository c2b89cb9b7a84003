import { backup } from './backup.ts'
import { demo } from './demo.ts'
import { migrateOnly } from './migrate.ts'
import { restore } from './restore.ts'
import { serve } from './serve.ts'
import { setUpLink } from './set-up-link.ts'

export interface Command {
  /** One line for the list of commands. */
  summary: string
  /** Arguments after the command's name; resolves to the exit code. */
  run(args: string[]): Promise<number>
}

/** What `kindling <name>` can do. */
export const commands: Record<string, Command> = {
  serve: { summary: 'open the community on PORT (4600)', run: serve },
  demo: { summary: 'open the sample community; "demo table" opens its first week', run: demo },
  migrate: { summary: 'prepare the database and stop', run: migrateOnly },
  backup: { summary: 'write everything into one file: kindling backup <file>', run: backup },
  restore: { summary: 'bring a backup back into an empty database: kindling restore <file>', run: restore },
  'set-up-link': { summary: 'print the link that sets up a new place', run: setUpLink },
}

export function usage(): string {
  const lines = Object.entries(commands).map(
    ([name, { summary }]) => `  kindling ${name.padEnd(12)} ${summary}`,
  )
  return `Kindling\n\n${lines.join('\n')}\n\nSettings come from the environment: see docs/settings.md.\n`
}
