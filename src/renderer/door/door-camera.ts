// A camera in use at a door: its picture on the screen, and the codes in it. Owns the camera while it is on, and releases it at the
// end; what a code means is up to the caller.

// oxlint-disable-next-line import/default -- the build creates the address of the reader, which is a file of its own
import readerAddress from './code-reader-worker.ts?worker&url'
import type { Picture } from './code-reader-worker.ts'
import { Repeats } from './repeats.ts'

export type Facing = 'environment' | 'user'

export interface CameraState {
  /** `denied`: a person or the system refused. `none`: there is none (any more), or it is in use elsewhere. `away`: its reader could not be loaded. */
  readonly is: 'starting' | 'on' | 'denied' | 'none' | 'away'
  readonly hasOther: boolean
  /** Null if it has no lamp. */
  readonly lamp: boolean | null
}

interface Parts {
  readonly video: HTMLVideoElement
  readonly facing: Facing
  readonly onCode: (text: string) => void
  readonly onState: (state: CameraState) => void
}

/** Ten pictures a second: a ticket is held up longer than that, and a phone stays cool. */
const PICTURE_EVERY_MS = 100
/**
 * Pixels: enough to read a ticket's code of 60 modules a side from a hand's breadth away; four times the pixels take four times as
 * long.
 */
const PICTURE_WIDTH = 800

export class DoorCamera {
  readonly #parts: Parts
  readonly #reader = new Worker(ownScript(readerAddress))
  readonly #repeats = new Repeats()
  readonly #canvas = document.createElement('canvas')
  #stream: MediaStream | null = null
  #timer: ReturnType<typeof setInterval> | undefined
  #isReading = false
  #isStopped = false
  #state: CameraState = { is: 'starting', hasOther: false, lamp: null }

  constructor(parts: Parts) {
    this.#parts = parts
    this.#reader.addEventListener('message', ({ data }: MessageEvent<string | null>) => this.#read(data))
    // Otherwise pictures would be taken forever that nothing reads.
    this.#reader.addEventListener('error', () => this.#end('away'))
    void this.#start()
  }

  stop(): void {
    this.#isStopped = true
    clearInterval(this.#timer)
    this.#reader.terminate()
    for (const track of this.#stream?.getTracks() ?? []) track.stop()
  }

  async light(lamp: boolean): Promise<void> {
    const [track] = this.#stream?.getVideoTracks() ?? []
    const wish: LampWish = { torch: lamp }
    try {
      await track?.applyConstraints({ advanced: [wish] })
      this.#tell({ lamp })
    } catch {
      // The lamp is as it was, and the button says so.
    }
  }

  async #start(): Promise<void> {
    const { facing, video } = this.#parts
    try {
      const wish = { facingMode: { ideal: facing }, width: { ideal: 1280 } }
      const stream = await navigator.mediaDevices.getUserMedia({ video: wish, audio: false })
      this.#stream = stream
      // The caller has gone meanwhile: the camera is turned off again at once.
      if (this.#isStopped) return this.stop()
      // Unplugged, or taken away by the system: its last picture would stand there like a live one.
      for (const track of stream.getTracks()) track.addEventListener('ended', () => this.#end('none'))
      video.srcObject = stream
      await video.play()
      const cameras = (await navigator.mediaDevices.enumerateDevices()).filter(
        ({ kind }) => kind === 'videoinput',
      )
      if (this.#isStopped) return
      this.#tell({ is: 'on', hasOther: cameras.length > 1, lamp: hasLamp(stream) ? false : null })
      this.#timer = setInterval(() => this.#take(), PICTURE_EVERY_MS)
    } catch (error) {
      const isDenied = error instanceof DOMException && error.name === 'NotAllowedError'
      this.#end(isDenied ? 'denied' : 'none')
    }
  }

  #end(is: CameraState['is']): void {
    this.#tell({ is })
    this.stop()
  }

  /** One picture at a time: a slow machine reads fewer. */
  #take(): void {
    const { video } = this.#parts
    const { videoWidth, videoHeight } = video
    if (this.#isReading || videoWidth === 0) return
    const width = Math.min(videoWidth, PICTURE_WIDTH)
    const height = Math.round((videoHeight * width) / videoWidth)
    this.#canvas.width = width
    this.#canvas.height = height
    const drawing = this.#canvas.getContext('2d', { willReadFrequently: true })
    if (!drawing) return
    drawing.drawImage(video, 0, 0, width, height)
    const { buffer } = drawing.getImageData(0, 0, width, height).data
    this.#isReading = true
    const picture: Picture = { width, height, pixels: buffer }
    this.#reader.postMessage(picture, [buffer])
  }

  #read(text: string | null): void {
    this.#isReading = false
    if (text !== null && this.#repeats.isNew(text, performance.now())) this.#parts.onCode(text)
  }

  #tell(news: Partial<CameraState>): void {
    if (this.#isStopped) return
    this.#state = { ...this.#state, ...news }
    this.#parts.onState(this.#state)
  }
}

/** A camera's lamp: supported by browsers, but missing in TypeScript's list of camera capabilities. */
interface LampWish extends MediaTrackConstraintSet {
  readonly torch: boolean
}

function hasLamp(stream: MediaStream): boolean {
  const [track] = stream.getVideoTracks()
  return track !== undefined && 'torch' in track.getCapabilities()
}

interface ScriptPolicy {
  createScriptURL(address: string): string
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): ScriptPolicy
}

/** Created once: the page may not create a second policy of the same name. */
let scriptPolicy: ScriptPolicy | null = null

/** The page may start no script given as text (trusted types), except this one, at the address that the build gave it. */
function ownScript(address: string): string {
  const { trustedTypes } = window as Window & { readonly trustedTypes?: TrustedTypes }
  if (!trustedTypes) return address
  const rules = { createScriptURL: (wanted: string) => (wanted === readerAddress ? wanted : '') }
  scriptPolicy ??= trustedTypes.createPolicy('guichet-code-reader', rules)
  return scriptPolicy.createScriptURL(address)
}
