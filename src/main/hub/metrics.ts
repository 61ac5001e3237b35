// [S3] What a hub says of itself to whoever watches over it, as Prometheus reads it. Owns the names of the figures; must never say anything
// about anybody.

import { Gauge, Registry, collectDefaultMetrics } from 'prom-client'

/** As they are at the moment of asking. */
export interface Figures {
  /** The newest row of the journal. */
  readonly sequence: number
  /** Of the LAN, connected now. */
  readonly kiosks: number
  /** Who was turned away at the door to the LAN, by why, since the start. */
  readonly refused: ReadonlyMap<string, number>
}

export interface Metrics {
  readonly contentType: string
  text(): Promise<string>
}

/** Null figures: a joined kiosk, whose hub has them. */
export function makeMetrics(figures: () => Figures | null): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const gauge = (name: string, help: string, value: (figures: Figures) => number): Gauge =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        const now = figures()
        if (now) this.set(value(now))
      },
    })
  gauge('guichet_journal_sequence', 'Number of the newest row of the journal', ({ sequence }) => sequence)
  gauge('guichet_kiosks_connected', 'Kiosks of the LAN that are connected', ({ kiosks }) => kiosks)
  void new Gauge({
    name: 'guichet_lan_refused',
    help: 'Who was turned away at the door to the LAN since the start, by reason',
    labelNames: ['reason'],
    registers,
    collect() {
      for (const [reason, count] of figures()?.refused ?? []) this.set({ reason }, count)
    },
  })
  return { contentType: registry.contentType, text: () => registry.metrics() }
}
