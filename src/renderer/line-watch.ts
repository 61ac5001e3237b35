/**
 * [SYNC 5.7] Looks in a regular beat whether a line still brings anything. A pulled cable reports nothing, and a browser keeps the hub's
 * pings to itself, so a line that is silent is asked for a sign. Beats are counted, not time: a page that slept finds its line as it was.
 */
export class LineWatch {
  #silentBeats = 0

  /** Anything has come. */
  heard(): void {
    this.#silentBeats = 0
  }

  /** `ask`: something must be sent that is answered. `dead`: nobody is there, whatever the socket says. */
  beat(): 'sound' | 'ask' | 'dead' {
    this.#silentBeats += 1
    if (this.#silentBeats === 1) return 'sound'
    return this.#silentBeats <= SILENT_BEATS_MAX ? 'ask' : 'dead'
  }
}

/** Asked twice without any sign. */
const SILENT_BEATS_MAX = 3
