import type { Child } from 'hono/jsx'
import type { FieldErrors, Typed } from '../forms/form.ts'
import type { PageContext } from './context.ts'
import { pageWords as w } from './words.ts'

/** The head of a page: where it belongs in the margin, its one heading in the text. */
export function Head({ side, children, mark }: { side?: Child; children?: Child; mark?: Child }) {
  return (
    <div class="row bare head">
      {mark ? <div class="side mark">{mark}</div> : <p class="side">{side}</p>}
      <div class="wide">
        <h1>{children}</h1>
      </div>
    </div>
  )
}

/** What the house says beside something. */
export function Note({ children }: { children?: Child }) {
  return <p class="note">{children}</p>
}

/** Says, at the top of a refused form, what to look at again; each item leads to its field. */
export function ErrorSummary({ page, errors }: { page: PageContext; errors: FieldErrors | undefined }) {
  const entries = Object.entries(errors ?? {})
  if (entries.length === 0) return null
  return (
    <div class="row bare">
      <section class="main again" role="alert" aria-labelledby="again">
        <h2 class="say" id="again" tabindex={-1}>
          {page.t(w.checkForm, { count: entries.length })}
        </h2>
        <ul>
          {entries.map(([field, message]) => (
            <li>{field ? <a href={`#f-${field}`}>{message}</a> : message}</li>
          ))}
        </ul>
      </section>
    </div>
  )
}

export interface FieldProps {
  name: string
  label: string
  hint?: string
  type?: 'text' | 'email' | 'password' | 'search' | 'number' | 'date' | 'time' | 'url'
  typed?: Typed
  errors?: FieldErrors
  value?: string
  required?: boolean
  autocomplete?: string
  maxlength?: number
  rows?: number
  inputmode?: 'numeric' | 'email' | 'text'
}

/** A labelled field that keeps what was typed and says beside itself what to change. */
export function Field(props: FieldProps) {
  const { name, errors, typed } = props
  const id = `f-${name}`
  const error = errors?.[name]
  const described =
    [props.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  const shared = {
    id,
    name,
    'aria-describedby': described,
    'aria-invalid': error ? ('true' as const) : undefined,
    required: props.required,
    maxlength: props.maxlength,
    autocomplete: props.autocomplete,
  }
  const value = typed?.[name] ?? props.value ?? ''
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
      {props.rows ? (
        <textarea {...shared} rows={props.rows}>{`\n${value}`}</textarea>
      ) : (
        <input {...shared} type={props.type ?? 'text'} inputmode={props.inputmode} value={value} />
      )}
    </div>
  )
}

export interface Choice {
  value: string
  label: string
  hint?: string
}

/** One of several, all in sight. */
export function Choices(props: {
  name: string
  legend: string
  choices: readonly Choice[]
  chosen: string
  errors?: FieldErrors
  hint?: string
}) {
  const error = props.errors?.[props.name]
  return (
    <fieldset id={`f-${props.name}`} aria-describedby={error ? `f-${props.name}-error` : undefined}>
      <legend>{props.legend}</legend>
      {props.hint && <p class="hint">{props.hint}</p>}
      {error && (
        <p class="wrong" id={`f-${props.name}-error`}>
          {error}
        </p>
      )}
      {props.choices.map(({ value, label, hint }) => (
        <label class="pick">
          <input type="radio" name={props.name} value={value} checked={value === props.chosen} />
          <span>
            {label}
            {hint && <span class="hint block">{hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

interface Option {
  value: string
  label: string
}

/** One of many, in a list that opens. */
export function Select(props: {
  name: string
  label: string
  options: readonly Option[]
  typed: Typed
  errors?: FieldErrors | undefined
}) {
  const { name, label, options, typed, errors } = props
  const error = errors?.[name]
  return (
    <div class="set">
      <label for={`f-${name}`}>{label}</label>
      {error && (
        <p class="wrong" id={`f-${name}-error`}>
          {error}
        </p>
      )}
      <select
        id={`f-${name}`}
        name={name}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `f-${name}-error` : undefined}
      >
        {options.map(({ value, label: shown }) => (
          <option value={value} selected={value === typed[name]}>
            {shown}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Yes or no. */
export function Tick(props: {
  name: string
  label: Child
  checked?: boolean
  errors?: FieldErrors
  required?: boolean
}) {
  const error = props.errors?.[props.name]
  return (
    <div class="set">
      {error && (
        <p class="wrong" id={`f-${props.name}-error`}>
          {error}
        </p>
      )}
      <label class="pick">
        <input
          type="checkbox"
          id={`f-${props.name}`}
          name={props.name}
          value="yes"
          checked={props.checked}
          required={props.required}
          aria-describedby={error ? `f-${props.name}-error` : undefined}
          aria-invalid={error ? 'true' : undefined}
        />
        <span>{props.label}</span>
      </label>
    </div>
  )
}

/** Older and newer, by keyset; no totals. */
export function Pager({
  page,
  newer,
  older,
}: {
  page: PageContext
  newer?: string | undefined
  older?: string | undefined
}) {
  if (!newer && !older) return null
  return (
    <nav class="row bare pager">
      <p class="main bar">
        {newer && (
          <a class="b" rel="prev" href={newer}>
            {page.t(w.newer)}
          </a>
        )}
        {older && (
          <a class="b" rel="next" href={older}>
            {page.t(w.older)}
          </a>
        )}
      </p>
    </nav>
  )
}

/** A page one can go to, and one sentence on what is there. */
export interface Way {
  href: string
  label: string
  about: string
}

/** Pages under one roof, for the first page of them. */
export function Ways({ ways }: { ways: readonly Way[] }) {
  return (
    <>
      {ways.map(({ href, label, about }) => (
        <section class="row acted">
          <div class="main tight">
            <h2 class="title">
              <a href={href}>{label}</a>
            </h2>
            <p>{about}</p>
          </div>
        </section>
      ))}
    </>
  )
}
