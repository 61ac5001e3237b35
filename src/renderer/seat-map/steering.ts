// The camera over time: where it is, where it glides to, and whether it has come to rest.
// Owns no clock (every call is told the time) and must never draw.

import {
  between,
  type Bounds,
  type Camera,
  centreOn,
  confine,
  fit,
  isFit,
  toPlan,
  type Viewport,
} from './camera.ts'

/** LOOK.md: 180 ms for anything that moves on the map. */
const GLIDE_MS = 180
/** Time after the last step of a zoom: long enough to bridge two wheel notches, short enough that the blur is not noticed. */
const REST_MS = 120

interface Glide {
  readonly from: Camera
  readonly to: Camera
  readonly startedAtMs: number
}

export class Steering {
  #bounds: Bounds
  #camera: Camera
  #glide: Glide | null = null
  #zoomedAtMs = -Infinity

  constructor(bounds: Bounds) {
    this.#bounds = bounds
    this.#camera = fit(bounds)
  }

  get camera(): Camera {
    return this.#camera
  }

  get bounds(): Bounds {
    return this.#bounds
  }

  /** Where a glide will end, and a further step must start from. */
  get goal(): Camera {
    return this.#glide?.to ?? this.#camera
  }

  jumpTo(camera: Camera, nowMs: number): void {
    this.#glide = null
    this.#put(camera, nowMs)
  }

  glideTo(to: Camera, nowMs: number): void {
    this.#glide = { from: this.#camera, to, startedAtMs: nowMs }
  }

  /** Advances a glide; returns whether the camera moved. */
  tick(nowMs: number): boolean {
    const glide = this.#glide
    if (!glide) return false
    const t = Math.min(1, Math.max(0, (nowMs - glide.startedAtMs) / GLIDE_MS))
    if (t === 1) this.#glide = null
    this.#put(t === 1 ? glide.to : between(glide.from, glide.to, easeOut(t)), nowMs)
    return true
  }

  /** The zoom has come to rest, so sharp painting is worthwhile. */
  isAtRest(nowMs: number): boolean {
    return this.#glide === null && nowMs - this.#zoomedAtMs >= REST_MS
  }

  /** Keeps the whole plan in view if it was, otherwise the same middle. Needs no rest: nothing was zoomed. */
  resize(viewport: Viewport): void {
    const wasFit = isFit(this.#camera, this.#bounds)
    const { width, height } = this.#bounds.viewport
    const middle = toPlan(this.#camera, { x: width / 2, y: height / 2 })
    const { scale } = this.#camera
    this.#bounds = { ...this.#bounds, viewport }
    this.#glide = null
    this.#camera = wasFit ? fit(this.#bounds) : centreOn(middle, scale, this.#bounds)
  }

  #put(camera: Camera, nowMs: number): void {
    const next = confine(camera, this.#bounds)
    if (next.scale !== this.#camera.scale) this.#zoomedAtMs = nowMs
    this.#camera = next
  }
}

function easeOut(t: number): number {
  return 1 - (1 - t) ** 3
}
