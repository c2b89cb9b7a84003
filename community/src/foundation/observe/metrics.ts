/** Seconds; a page takes a few thousandths. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const

interface Durations {
  /** How many took at most as long as each bound, not yet added up. */
  counts: number[]
  sum: number
  count: number
}

/** A figure read when somebody asks, as Prometheus writes it. */
export interface Figure {
  name: string
  help: string
  type: 'gauge' | 'counter'
  /** Labels are fixed words of ours: never an id, an address or what people wrote. */
  values: readonly { labels?: Record<string, string>; value: number }[]
}

const quoted = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

function labelled(labels: Record<string, string> = {}): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${quoted(value)}"`)
  return pairs.length > 0 ? `{${pairs.join(',')}}` : ''
}

function showFigure({ name, help, type, values }: Figure): string {
  const lines = values.map(({ labels, value }) => `${name}${labelled(labels)} ${value}`)
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines].join('\n')
}

/** Counts what the server does, in memory, since it started. */
export class Metrics {
  readonly #requests = new Map<string, { labels: Record<string, string>; count: number }>()
  readonly #durations = new Map<string, Durations>()
  readonly #sources: (() => Figure[])[] = []

  /** One answered request. `route` is the pattern, not the address: "/posts/:id". */
  request(route: string, method: string, status: number, seconds: number): void {
    const kind = `${Math.floor(status / 100)}xx`
    const key = `${method} ${route} ${kind}`
    const known = this.#requests.get(key)
    if (known) known.count++
    else this.#requests.set(key, { labels: { route, method, status: kind }, count: 1 })
    const durations = this.#durations.get(route) ?? { counts: BUCKETS.map(() => 0), sum: 0, count: 0 }
    const bucket = BUCKETS.findIndex((bound) => seconds <= bound)
    if (bucket >= 0) durations.counts[bucket]!++
    durations.sum += seconds
    durations.count++
    this.#durations.set(route, durations)
  }

  /** Adds figures of a part of the house, read at each asking. */
  add(source: () => Figure[]): void {
    this.#sources.push(source)
  }

  #showDurations(): string {
    const name = 'kindling_request_seconds'
    const lines = [`# HELP ${name} Time from request to answer.`, `# TYPE ${name} histogram`]
    for (const [route, { counts, sum, count }] of this.#durations) {
      let total = 0
      counts.forEach((more, index) => {
        total += more
        lines.push(`${name}_bucket${labelled({ route, le: String(BUCKETS[index]) })} ${total}`)
      })
      lines.push(`${name}_bucket${labelled({ route, le: '+Inf' })} ${count}`)
      lines.push(`${name}_sum${labelled({ route })} ${sum}`, `${name}_count${labelled({ route })} ${count}`)
    }
    return lines.join('\n')
  }

  /** Everything in the text format of Prometheus. */
  show(): string {
    const requests: Figure = {
      name: 'kindling_requests_total',
      help: 'Answered requests by route pattern and status class.',
      type: 'counter',
      values: [...this.#requests.values()].map(({ labels, count }) => ({ labels, value: count })),
    }
    const figures = [requests, ...this.#sources.flatMap((source) => source())]
    return `${[...figures.map(showFigure), this.#showDurations()].join('\n')}\n`
  }
}
