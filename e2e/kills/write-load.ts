/** Replies that the server said it had taken, and how often it could not be reached. */
export interface Written {
  acknowledged: Set<string>
  refused: number
  unreachable: number
}

export interface Load {
  written: Written
  stop(): Promise<void>
}

/** Several people answering one post through the API, without a break, until told to stop. */
export function writeWithoutABreak(
  url: () => string,
  post: string,
  tokens: readonly string[],
  writers: number,
): Load {
  const written: Written = { acknowledged: new Set(), refused: 0, unreachable: 0 }
  let going = true
  let next = 0
  const one = async () => {
    const token = tokens[next++ % tokens.length]!
    try {
      const response = await fetch(`${url()}/api/v1/posts/${post}/replies`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ body: `Written while things fall over, ${next}` }),
        signal: AbortSignal.timeout(5_000),
      })
      const answer = (await response.json()) as { id?: string }
      if (response.status === 201 && answer.id) written.acknowledged.add(answer.id)
      else written.refused++
    } catch {
      written.unreachable++
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const loops = Array.from({ length: writers }, async () => {
    while (going) await one()
  })
  return {
    written,
    async stop() {
      going = false
      await Promise.all(loops)
    },
  }
}
