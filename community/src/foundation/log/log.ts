/** One JSON line per entry. Fields are ids, codes, counts and times: never what people wrote. */
export interface Log {
  info(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}
export type LogFields = Record<string, string | number | boolean | undefined>

/** Writes to standard output; quiet keeps errors only. */
export function makeLog(
  level: 'quiet' | 'info',
  write = (line: string) => process.stdout.write(`${line}\n`),
): Log {
  const entry = (kind: string, event: string, fields?: LogFields) =>
    write(JSON.stringify({ time: new Date().toISOString(), level: kind, event, ...fields }))
  return {
    info: (event, fields) => {
      if (level === 'info') entry('info', event, fields)
    },
    error: (event, fields) => entry('error', event, fields),
  }
}
