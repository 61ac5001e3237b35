// Who receives a scan. Owns the order: the part of the screen that subscribed last gets it alone, so that a gate's scan opens no
// booking.

type Hear = (text: string) => void

interface Hearer {
  readonly hear: Hear
  /** It accepts any code, not only our tickets. */
  readonly takesAll: boolean
}

const hearers: Hearer[] = []

export function onScan(hear: Hear, takesAll = false): () => void {
  const hearer = { hear, takesAll }
  hearers.push(hearer)
  return () => {
    hearers.splice(hearers.indexOf(hearer), 1)
  }
}

export function tellScan(text: string): void {
  hearers.at(-1)?.hear(text)
}

export function takesAllNow(): boolean {
  return hearers.at(-1)?.takesAll ?? false
}
