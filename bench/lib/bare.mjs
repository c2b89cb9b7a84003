// The least that an answer costs on this machine: Node.js sends 40 KB that lie ready, and does nothing else.
import { createServer } from 'node:http'

const page = Buffer.alloc(40_000, 'a page of forty kilobytes ')
const headers = { 'content-type': 'text/html; charset=UTF-8', 'content-length': page.length }

createServer((_, answer) => answer.writeHead(200, headers).end(page)).listen(
  Number(process.env.PORT),
  '127.0.0.1',
)
