export { type Config, ConfigError, makeConfig, type OidcConfig } from './config.ts'
export { readEnv } from './env.ts'
