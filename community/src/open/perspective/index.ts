export { addPerspectiveRoutes, perspectiveApp } from './app.ts'
export { mapped, unanswered } from './attributes.ts'
export { runProcesses, SharedRates } from './cluster.ts'
export {
  type Caller,
  hashOfKey,
  type KeptKey,
  KeyFileError,
  keyFileLine,
  newKey,
  parseKeyFile,
} from './keys.ts'
export { MemoryRates, type Rates } from './rates.ts'
export { type Failure, PerspectiveReader, type ReaderName, readers } from './reader.ts'
export { closed, keyMissing, keyUnknown } from './refusal.ts'
export type { Call, Service } from './service.ts'
export { type Standalone, type StandaloneOptions, startStandalone } from './standalone.ts'
