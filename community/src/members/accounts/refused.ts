/** The code of what the library refused, or undefined for anything that broke. */
export function refusedCode(error: unknown): string | undefined {
  const { statusCode, body } = error as { statusCode?: number; body?: { code?: string } }
  if (statusCode === undefined || statusCode >= 500) return undefined
  return body?.code ?? 'REFUSED'
}

/** Runs what the library may refuse; a refusal comes back as its code, all else is thrown on. */
export async function orRefused<Value>(
  work: Promise<Value>,
): Promise<{ value: Value; refused?: undefined } | { refused: string; value?: undefined }> {
  try {
    return { value: await work }
  } catch (error) {
    const refused = refusedCode(error)
    if (refused === undefined) throw error
    return { refused }
  }
}
