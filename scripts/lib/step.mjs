/**
 * One line for something that takes a while: what, then how long it took. When it fails, what it
 * said follows, and the start ends.
 * @param {() => Promise<{ code: number, output: string }>} work
 */
export async function step(what, work, advice) {
  const began = Date.now()
  process.stdout.write(`${what} ... `)
  const { code, output } = await work()
  if (code === 0) {
    process.stdout.write(`done in ${Math.max(1, Math.round((Date.now() - began) / 1000))} s\n`)
    return
  }
  process.stdout.write('failed\n')
  process.stderr.write(`${output}\n\n${advice}\n`)
  process.exit(1)
}
