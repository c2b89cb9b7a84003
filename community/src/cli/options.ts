/** An option of a command that cannot be understood: a sentence that says which and why. */
export class OptionError extends Error {
  override readonly name = 'OptionError'
  readonly code: string

  constructor(message: string, code = 'option_wrong') {
    super(message)
    this.code = code
  }
}

/** The readers that commands offer. */
export const readers = ['quick', 'careful', 'auto'] as const

/** Reads `--name value` and `--name=value`; names in `flags` stand alone. What belongs to no option comes back in `rest`. */
export function optionsOf(
  args: readonly string[],
  known: { values?: readonly string[]; flags?: readonly string[] },
): { options: Map<string, string>; rest: string[] } {
  const options = new Map<string, string>()
  const rest: string[] = []
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!
    if (!arg.startsWith('--')) {
      rest.push(arg)
      continue
    }
    const equals = arg.indexOf('=')
    const name = arg.slice(2, equals < 0 ? undefined : equals)
    if (known.flags?.includes(name) && equals < 0) options.set(name, '')
    else if (known.values?.includes(name)) {
      const value = equals < 0 ? args[++at] : arg.slice(equals + 1)
      if (value === undefined || value === '')
        throw new OptionError(`--${name} needs a value.`, 'value_missing')
      options.set(name, value)
    } else throw new OptionError(`There is no option "${arg}".`, 'unknown_option')
  }
  return { options, rest }
}

/** @throws OptionError with the code `unknown_` and the option's name where it is none of them */
export function oneOf<Value extends string>(name: string, value: string, values: readonly Value[]): Value {
  const found = values.find((one) => one === value)
  if (found !== undefined) return found
  const others = values.slice(0, -1).join(', ')
  throw new OptionError(`--${name} is ${others} or ${values.at(-1)}.`, `unknown_${name}`)
}

/** @throws OptionError where it is no whole number within the bounds */
export function wholeNumber(name: string, value: string, least: number, most: number): number {
  const number = Number(value)
  if (Number.isInteger(number) && number >= least && number <= most) return number
  throw new OptionError(`--${name} is "${value}", but it is a whole number from ${least} to ${most}.`)
}
