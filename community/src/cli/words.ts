import { words } from '../foundation/index.ts'

export const cliErrors = words('cli.errors', {
  backupDamaged:
    'This file is no whole backup of Kindling: it was cut short or changed. Nothing has been restored. Try an earlier one.',
  databaseNotEmpty:
    'This database holds a community already, and restoring would mix the two. Set KINDLING_DATA to a new folder, or DATABASE_URL to an empty database.',
  databaseInUse:
    'A Kindling is running on this database. Stop it first; a backup goes into a database that nobody uses.',
  backupNewer: 'This backup was made by a newer Kindling. Install that version or a later one, then restore.',
  backupMissing: 'There is no file {path}.',
  backupFileThere: '{path} is there already. Give another name: a backup never writes over one.',
  notADemo:
    'This database holds a community of its own, and the sample community will not touch it. Set KINDLING_DATA to another folder.',
})
