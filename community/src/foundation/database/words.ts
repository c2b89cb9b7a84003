import { words } from '../i18n/words.ts'

/** Why a database that somebody named cannot be used. */
export const databaseErrors = words('database.errors', {
  away: 'DATABASE_URL leads to {host}, and no database answers there. Start it, or correct the address.',
  nowhere: 'DATABASE_URL leads to {host}, and there is no such machine. Correct the address.',
  locked:
    'The database at {host} does not let us in ({said}). Look at the name and password in DATABASE_URL.',
  missing: 'There is no database "{database}" at {host}. Create it, or name another one in DATABASE_URL.',
  tooOld: 'The database is PostgreSQL {version}. Kindling needs 15 or later.',
})
