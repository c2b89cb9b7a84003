import { KindlingError } from '../../errors/kindling-error.ts'
import { inEnglish } from '../../i18n/translator.ts'
import { type Control, serverPid } from './control.ts'
import { startServer } from './launch.ts'
import { isRunning } from './processes.ts'

const everyMilliseconds = 1000

/**
 * Starts the server again when it dies under a running Kindling.
 * @returns ends the watch, and waits for a start that is under way
 */
export function watchServer(control: Control): () => Promise<void> {
  let underWay: Promise<void> | undefined
  const restart = async () => {
    control.log('The database server ended unexpectedly. Starting it again.')
    await startServer(control).catch((error: Error) =>
      control.log(error instanceof KindlingError ? error.sentence(inEnglish) : error.message),
    )
    underWay = undefined
  }
  const timer = setInterval(() => {
    const pid = serverPid(control.places)
    if (underWay || (pid !== undefined && isRunning(pid))) return
    underWay = restart()
  }, everyMilliseconds)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await underWay
  }
}
