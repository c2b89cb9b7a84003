export { type Config, ConfigError, makeConfig, type OidcConfig, portOf, trustsProxy } from './config.ts'
export { type Env, readEnv } from './env.ts'
