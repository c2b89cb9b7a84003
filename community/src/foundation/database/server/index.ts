export { type DatabaseServer, type DatabaseServerOptions, startDatabaseServer } from './start.ts'
