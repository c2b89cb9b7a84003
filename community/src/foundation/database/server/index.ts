export { type JoinedServer, joinDatabaseServer } from './join.ts'
export { type DatabaseServer, type DatabaseServerOptions, startDatabaseServer } from './start.ts'
