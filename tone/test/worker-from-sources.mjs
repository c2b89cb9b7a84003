// The careful reader's thread, from sources: a thread of Node.js reads no TypeScript by itself.
import { register } from 'tsx/esm/api'

register()
await import('../src/node/careful-worker.ts')
