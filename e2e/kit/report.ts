/** Puts what a long run measured into docs/measurements.md; a short run of `npm test` writes nothing. */
export async function report(
  name: string,
  title: string,
  rows: readonly (readonly [string, string])[],
): Promise<void> {
  if (process.env.KINDLING_ENDURE !== '1') return
  const { publish, table } = (await import('../../bench/lib/report.mjs' as string)) as {
    publish(name: string, title: string, text: string): void
    table(head: string[], rows: readonly (readonly string[])[]): string
  }
  publish(name, title, table(['', 'measured'], rows))
}
