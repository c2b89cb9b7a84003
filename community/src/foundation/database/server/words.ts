import { words } from '../../i18n/words.ts'

export const serverErrors = words('databaseServer.errors', {
  noAccountForDatabase:
    'PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to run it as. Make one, run Kindling as another account, or set DATABASE_URL.',
  noDatabaseBinaries:
    "Kindling's own PostgreSQL cannot run here ({why}). Set DATABASE_URL to a PostgreSQL 15 or later that you run.",
  databaseNotCreated: 'PostgreSQL could not make a new database in {data}: {line}',
  databaseVersion:
    'The database in {data} was made by PostgreSQL {found}, and this Kindling brings {wanted}. Make a backup with the Kindling that made it, and restore that into a new data folder.',
  dataFolderInUse:
    'The data folder {dataFolder} is in use by another Kindling (process {pid}). Stop that one first, or set KINDLING_DATA to another folder.',
  dataFolderUnusable:
    'Kindling cannot write to {folder} ({code}). Run it as the account that owns the data folder, or set KINDLING_DATA to another one.',
  databaseNotStarted: 'PostgreSQL did not start. Its log {log} says why.',
  dataFolderNotMade:
    'Kindling cannot make the data folder {path} ({code}). Allow it, or set KINDLING_DATA to a folder it may write to.',
  databaseUnreachable:
    'The database in {home} is run by the account "{name}", which cannot get there any more. Let it pass through the folders above (chmod o+x), or move the data folder.',
})
