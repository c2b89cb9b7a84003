import type { FieldErrors } from '../../foundation/index.ts'

let zones: string[] | undefined

/** All time zones by continent, as the browser's own list shows them. */
function allZones(): string[] {
  zones ??= ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
  return zones
}

/** One of all time zones; typing the name of a city finds it. */
export function ZoneChoice(props: {
  label: string
  hint?: string
  chosen: string
  empty?: string
  errors?: FieldErrors | undefined
  name?: string
}) {
  const name = props.name ?? 'timeZone'
  const id = `f-${name}`
  const error = props.errors?.[name]
  const known = allZones().includes(props.chosen)
  const described =
    [props.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div class="set">
      <label for={id}>{props.label}</label>
      {props.hint && (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {error && (
        <p class="wrong" id={`${id}-error`}>
          {error}
        </p>
      )}
      <select id={id} name={name} aria-describedby={described} aria-invalid={error ? 'true' : undefined}>
        {props.empty !== undefined && <option value="">{props.empty}</option>}
        {!known && props.chosen && (
          <option value={props.chosen} selected>
            {props.chosen.replaceAll('_', ' ')}
          </option>
        )}
        {allZones().map((zone) => (
          <option value={zone} selected={zone === props.chosen}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
    </div>
  )
}
