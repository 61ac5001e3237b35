/** Runs frames only on request: an idle map costs nothing. */
export class FrameLoop {
  readonly #run: (nowMs: number) => void
  #asked: number | null = null

  /** `run` gets the frame's time in ms (the page's monotonic clock) and may ask for the next. */
  constructor(run: (nowMs: number) => void) {
    this.#run = run
  }

  ask(): void {
    this.#asked ??= requestAnimationFrame((nowMs) => {
      this.#asked = null
      this.#run(nowMs)
    })
  }

  /** Draws within this task: a resize empties the canvas, and an empty canvas must not be seen. */
  runNow(): void {
    this.stop()
    this.#run(performance.now())
  }

  stop(): void {
    if (this.#asked !== null) cancelAnimationFrame(this.#asked)
    this.#asked = null
  }
}
