export { type Config, ConfigError, makeConfig, type OidcConfig } from './config.ts'
export { type Env, readEnv } from './env.ts'
