// [S3] What a hub or a kiosk says of itself to whoever watches over it, as Prometheus reads it. Owns how it is written; must never say
// anything about anybody.

import { Gauge, Registry, collectDefaultMetrics } from 'prom-client'

/** One of them, as it is at the moment of asking. Of several with one name each has its reason. */
export interface Figure {
  readonly name: `guichet_${string}`
  readonly help: string
  readonly value: number
  readonly reason?: string
}

export interface Metrics {
  readonly contentType: string
  text(): Promise<string>
}

export function makeMetrics(figures: () => readonly Figure[]): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const gauges = new Map<string, Gauge>()
  const gaugeOf = ({ name, help, reason }: Figure): Gauge => {
    const labelNames = reason === undefined ? [] : ['reason']
    const gauge = gauges.get(name) ?? new Gauge({ name, help, labelNames, registers: [registry] })
    gauges.set(name, gauge)
    return gauge
  }
  return {
    contentType: registry.contentType,
    text: () => {
      for (const figure of figures())
        gaugeOf(figure).set(figure.reason === undefined ? {} : { reason: figure.reason }, figure.value)
      return registry.metrics()
    },
  }
}
