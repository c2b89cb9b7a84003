import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { makeSocketFolder, type Places } from './places.ts'

/** How connections get in. */
export interface Door {
  settings: Record<string, string>
  /** Content of pg_hba.conf: who may come in, and how they show who they are. */
  access: string
  /** Only where others on the machine could knock as well. */
  passwordFile?: string
  password?: string
  socketFolder?: string
  url(user: string, database: string): string
}

function socketDoor(places: Places): Door {
  const socketFolder = makeSocketFolder(places)
  return {
    settings: {
      listen_addresses: '',
      unix_socket_directories: `"${socketFolder}"`,
      unix_socket_permissions: '0700',
    },
    // Only the account itself (and root) can enter the socket's folder: being there is the proof.
    access: 'local all all trust\n',
    socketFolder,
    url: (user, database) =>
      `postgres://${user}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`,
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

/** Node.js cannot connect to PostgreSQL's sockets on Windows, so there it is a local port and a password. */
async function portDoor(places: Places): Promise<Door> {
  const passwordFile = join(places.home, 'password')
  if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 })
  const password = readFileSync(passwordFile, 'utf8')
  const port = await freePort()
  return {
    settings: { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' },
    access: 'host all all 127.0.0.1/32 scram-sha-256\n',
    passwordFile,
    password,
    url: (user, database) => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`,
  }
}

export async function makeDoor(places: Places): Promise<Door> {
  return process.platform === 'win32' ? portDoor(places) : socketDoor(places)
}
