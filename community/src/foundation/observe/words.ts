import { words } from '../i18n/words.ts'

export const observeErrors = words('observe.errors', {
  migrationsMissing: 'The database is older than this version. Run "kindling migrate".',
  databaseSilent: 'The database does not answer.',
  metricsClosed: 'Metrics are read on the machine itself, or with the token from KINDLING_METRICS_TOKEN.',
})
