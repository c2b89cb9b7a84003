const PLACE = /^ {4}at .*:\d+:\d+\)?$/

/**
 * Where an error came from, for the log: its stack without its message. A message may repeat what somebody
 * wrote, over several lines that look like anything, so it is cut away before lines are told apart.
 */
export function stackOf(error: Error): string | undefined {
  const { stack, message } = error
  if (!stack) return undefined
  const at = message ? stack.indexOf(message) : -1
  const rest = at < 0 ? stack : stack.slice(at + message.length)
  return rest
    .split('\n')
    .filter((line) => PLACE.test(line))
    .slice(0, 5)
    .map((line) => line.trim())
    .join(' | ')
}
