export interface Command {
  /** One line for the list of commands. */
  summary: string
  /** Arguments after the command's name; resolves to the exit code. */
  run(args: string[]): Promise<number>
}

/** What `kindling <name>` can do. Each is loaded when it is asked for: reading lines needs no server. */
export const commands: Record<string, Command> = {
  serve: {
    summary: 'open the community on PORT (4600)',
    run: async () => (await import('./serve.ts')).serve(),
  },
  demo: {
    summary: 'open the sample community; "demo table" opens its first week',
    run: async (args) => (await import('./demo.ts')).demo(args),
  },
  migrate: {
    summary: 'prepare the database and stop',
    run: async () => (await import('./migrate.ts')).migrateOnly(),
  },
  backup: {
    summary: 'write everything into one file: kindling backup <file>',
    run: async (args) => (await import('./backup.ts')).backup(args),
  },
  restore: {
    summary: 'bring a backup back into an empty database: kindling restore <file>',
    run: async (args) => (await import('./restore.ts')).restore(args),
  },
  read: {
    summary:
      'read messages, one a line: kindling read [--reader quick|careful|auto] [--personal] < lines.jsonl',
    run: async (args) => (await import('./read.ts')).readLines(args),
  },
  features: {
    summary: 'what the quick reader looks at: kindling features [--binary FILE] < lines.jsonl',
    run: async (args) => (await import('./features.ts')).printFeatures(args),
  },
  perspective: {
    summary: "answer the Perspective API's calls, without a database: kindling perspective [--port 4610]",
    run: async (args) => (await import('./perspective.ts')).perspective(args),
  },
  'set-up-link': {
    summary: 'print the link that sets up a new place',
    run: async () => (await import('./set-up-link.ts')).setUpLink(),
  },
}

export function usage(): string {
  const lines = Object.entries(commands).map(
    ([name, { summary }]) => `  kindling ${name.padEnd(12)} ${summary}`,
  )
  return `Kindling\n\n${lines.join('\n')}\n\nSettings come from the environment: see docs/settings.md.\n`
}
