import { connect } from 'node:net'

const HEAD_END = Buffer.from('\r\n\r\n')

/** Reads one answer from what has arrived; undefined while it is not whole. */
function readAnswer(buffer) {
  const headEnd = buffer.indexOf(HEAD_END)
  if (headEnd < 0) return undefined
  const head = buffer.toString('latin1', 0, headEnd)
  const status = Number(head.slice(9, 12))
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)
  const body = headEnd + 4
  if (length) {
    const end = body + Number(length[1])
    return buffer.length < end ? undefined : { status, head, begin: body, end }
  }
  if (status === 204 || status === 304) return { status, head, begin: body, end: body }
  return readChunks(buffer, status, head, body)
}

function readChunks(buffer, status, head, body) {
  for (let at = body; ; ) {
    const lineEnd = buffer.indexOf('\r\n', at)
    if (lineEnd < 0) return undefined
    const size = Number.parseInt(buffer.toString('latin1', at, lineEnd), 16)
    at = lineEnd + 2 + size + 2
    if (buffer.length < at) return undefined
    if (size === 0) return { status, head, begin: body, end: at }
  }
}

/** Bytes of a request. */
export function requestBytes({ method = 'GET', path, headers = {}, body }) {
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ]
  if (body !== undefined) lines.push(`content-length: ${Buffer.byteLength(body)}`)
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body ?? ''}`)
}

/**
 * One kept-alive connection that asks one thing after the other. Less work for the machine than a whole
 * HTTP client, which would be measured along with the server.
 */
export function openConnection(port) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let received = Buffer.alloc(0)
  let waiting
  socket.on('data', (data) => {
    received = received.length === 0 ? data : Buffer.concat([received, data])
    const answer = readAnswer(received)
    if (!answer) return
    const bytes = received.subarray(answer.begin, answer.end)
    received = received.subarray(answer.end)
    const { resolve } = waiting
    waiting = undefined
    resolve({ status: answer.status, head: answer.head, bytes })
  })
  const fail = (error) => waiting?.reject(error ?? new Error('The server closed the connection.'))
  socket.on('error', fail)
  socket.on('close', () => fail())
  return {
    ask: (bytes) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(bytes)
      }),
    close: () => socket.destroy(),
  }
}
