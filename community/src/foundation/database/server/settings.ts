/**
 * For a small machine that also runs Kindling. The log tells about the server, never about what people
 * wrote: statements stay out, and so do error messages, because PostgreSQL quotes values in them.
 */
export const baseSettings: Record<string, string> = {
  max_connections: '60',
  shared_buffers: '128MB',
  fsync: 'on',
  synchronous_commit: 'on',
  // Compiling a query pays off for reports over millions of rows, not for pages.
  jit: 'off',
  datestyle: 'iso, ymd',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  default_text_search_config: 'pg_catalog.simple',
  log_destination: 'stderr',
  log_line_prefix: '%m [%p] ',
  // "log" ranks above "error": starts, stops and crashes are told, failed statements are not.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_min_duration_statement: '-1',
  log_statement: 'none',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_autovacuum_min_duration: '-1',
  log_checkpoints: 'off',
}

/** The content of postgresql.conf. */
export function settingsFile(settings: Record<string, string>): string {
  const lines = Object.entries(settings).map(
    ([name, value]) => `${name} = '${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`,
  )
  return `# Written by Kindling at every start. Lasting changes belong into ALTER SYSTEM.\n${lines.join('\n')}\n`
}
