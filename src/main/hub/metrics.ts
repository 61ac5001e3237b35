// [S3] Metrics of a hub or a kiosk in Prometheus's text format. Owns how they are written; must never say anything about a person.

import { Gauge, Registry, collectDefaultMetrics } from 'prom-client'

/** One metric at the moment of asking. Where several share a name, each has its reason. */
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
