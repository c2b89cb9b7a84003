export { addPerspectiveRoutes } from './app.ts'
export { mapped, unanswered } from './attributes.ts'
export { runProcesses, SharedRates } from './cluster.ts'
export {
  type Caller,
  type KeptKey,
  KeyFileError,
  keyFileLine,
  newKey,
  parseKeyFile,
  requireCaller,
} from './keys.ts'
export { MemoryRates } from './rates.ts'
export { type Failure, PerspectiveReader, type ReaderName } from './reader.ts'
export { closed } from './refusal.ts'
export type { Call, Service } from './service.ts'
export { type StandaloneOptions, startStandalone } from './standalone.ts'
export type { Suggestion, Suggestions } from './suggestions.ts'
