export { type DatabaseServer, type DatabaseServerOptions, startDatabaseServer } from './start.ts'
export { joinDatabaseServer, type JoinedServer } from './join.ts'
