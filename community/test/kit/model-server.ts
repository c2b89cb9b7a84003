import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What it was asked, as it came. */
export interface AskedOfModel {
  path: string
  authorization: string | undefined
  body: { model: string; messages: { role: string; content: string }[] } & Record<string, unknown>
}

/** How it answers: drafts, or whatever else a server of models may do. */
export type Answering =
  | { drafts: string[] }
  | { content: string }
  | { status: number; body?: string }
  | { late: number; drafts: string[] }
  | { raw: string }
  | { refuses: string; drafts: string[] }

/** A server of a language model, as small as it can be. */
export interface ModelServer {
  address: string
  answering: Answering
  asked: AskedOfModel[]
  close(): Promise<void>
}

const completion = (content: string): string =>
  JSON.stringify({ choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }] })

async function bodyOf(request: IncomingMessage): Promise<AskedOfModel['body']> {
  let text = ''
  for await (const piece of request) text += piece
  return JSON.parse(text)
}

function answer(response: ServerResponse, answering: Answering, body: AskedOfModel['body']): void {
  const say = (text: string, status = 200) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(text)
  if ('raw' in answering) return void say(answering.raw)
  if ('status' in answering) return void say(answering.body ?? '{}', answering.status)
  if ('content' in answering) return void say(completion(answering.content))
  if ('refuses' in answering && answering.refuses in body)
    return void say(
      JSON.stringify({ error: { message: `Unsupported parameter: '${answering.refuses}'` } }),
      400,
    )
  const whole = completion(JSON.stringify({ drafts: answering.drafts }))
  if ('late' in answering) setTimeout(() => say(whole), answering.late)
  else say(whole)
}

/** Starts one on a port of its own. It answers no draft until it is told to. */
export async function startModelServer(): Promise<ModelServer> {
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request)
    model.asked.push({ path: request.url!, authorization: request.headers.authorization, body })
    answer(response, model.answering, body)
  })
  const model: ModelServer = {
    address: '',
    answering: { drafts: [] },
    asked: [],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  model.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  return model
}
