// [SECURITY 6.1] Newer versions of Guichet on this machine: looked for when somebody asks, checked whole, installed after a backup. Owns
// the order of those steps and what is said of them; must never install what is not signed, older, or another file than was shown.

import { existsSync } from 'node:fs'
import type { UpdateProblem, UpdateSource } from '../../shared/contract/update-operations.ts'
import type { OfferedUpdate } from '../../shared/domain/updates.ts'
import type { Log, ShownUpdate, Updates, UpdateState } from '../engine/ports.ts'
import { dropStaged, forgetUpdate, keepUpdate, keptUpdate } from './kept-update.ts'
import { isStill, stage } from './staged-file.ts'
import { NoUpdate, type Offer, type OfferedTo, offerOf } from './update-offer.ts'
import { type UpdatePlace, folderPlace } from './update-place.ts'

export interface UpdateParts extends OfferedTo {
  /** The places, as they are shown. */
  readonly named: { readonly folder: string; readonly feed: string | null }
  readonly places: { readonly folder: UpdatePlace; readonly feed: UpdatePlace | null }
  /** False: no backup could be made. */
  readonly backUp: () => Promise<boolean>
  /** The new program is in its place, and nobody sells: the program may restart. */
  readonly onInstalled: () => void
  /** Whether this machine hears of the last shift's close; a kiosk is not told of its hub's. */
  readonly mayWait: boolean
  readonly log: Log
}

type Work = () => Promise<UpdateState['step']>

/** Problems that a start with another key may solve; the others stay. */
const mayPass: ReadonlySet<UpdateProblem> = new Set<UpdateProblem>(['no-key', 'unsigned', 'unreadable'])

export class UpdateDesk implements Updates {
  readonly #parts: UpdateParts
  #step: UpdateState['step'] = 'idle'
  #offer: Offer | null = null
  #problem: UpdateState['problem'] = null
  /** It was asked for, and is still to be done. */
  #waits = false
  /** The signed text of what an earlier start left to an administrator; null: nothing, or it was checked since. */
  #left: string | null = null
  /** Resolves when the current work is done; for tests, and for a close that waits. */
  #work: Promise<void> = Promise.resolve()

  constructor(parts: UpdateParts) {
    this.#parts = parts
    const kept = keptUpdate(parts.staging)
    if (kept?.step === 'ready') this.#left = kept.signed
    else if (kept && parts.mayWait) this.#offer = this.#waited(kept.signed)
    this.#waits = this.#offer !== null
  }

  get settled(): Promise<void> {
    return this.#work
  }

  state(): UpdateState {
    this.#lookAnew()
    const { version, key, named, installer } = this.#parts
    const offer = this.#offer && {
      version: this.#offer.manifest.version,
      digest: this.#offer.file.sha512,
      fileName: this.#offer.file.name,
      sizeBytes: this.#offer.file.size,
      notes: this.#offer.manifest.notes,
      place: this.#offer.place,
      isOwn: installer.replace !== null,
    }
    const step = this.#isWaiting() ? 'waiting' : this.#step
    return { version, ...named, isSigned: key !== null, step, offer, problem: this.#problem }
  }

  offered(): OfferedUpdate | null {
    if (!this.#offer) return null
    const { manifest, file } = this.#offer
    const from = this.#parts.version
    return { version: manifest.version, digest: file.sha512, from, isWaiting: this.#isWaiting() }
  }

  look(from: UpdateSource): void {
    const { places, named } = this.#parts
    this.#look(places[from], named[from] ?? '', from)
  }

  /** A folder that the person at the desk has chosen. */
  lookIn(folder: string): void {
    this.#look(folderPlace(folder), folder, 'folder')
  }

  wait(update: ShownUpdate): void {
    if (this.#isBusy()) return
    const offer = this.#shown(update)
    if (!offer) return this.#drop('another')
    this.#step = 'idle'
    this.#problem = null
    this.#waits = true
    this.#keep('waiting', offer)
  }

  waiting(): ShownUpdate | null {
    return this.#waits ? this.offered() : null
  }

  callOff(): void {
    if (this.#isWaiting()) this.#waitNoMore()
  }

  install(update: ShownUpdate, mayNow: () => boolean): void {
    if (this.#isBusy()) return
    const offer = this.#shown(update)
    if (!offer) return this.#drop('another')
    const work = async () => {
      if (!(await this.#parts.backUp())) throw new NoUpdate('no-backup')
      this.#step = 'installing'
      if (!(await isStill(offer.place, offer.file))) throw new NoUpdate('damaged', offer.file.name)
      const { replace } = this.#parts.installer
      if (!mayNow()) throw new NoUpdate('not-now')
      if (!replace) return 'ready'
      await replace(offer.place)
      return 'installed'
    }
    // Copying the file takes time, too: if somebody began to sell meanwhile, they go on, and the new program runs from the next start.
    this.#begin('backing-up', work, mayNow)
  }

  /** Null: what is offered is not exactly what was shown, to the last byte. */
  #shown({ version, digest }: ShownUpdate): Offer | null {
    const offer = this.#offer
    return offer?.manifest.version === version && offer.file.sha512 === digest ? offer : null
  }

  #isWaiting(): boolean {
    return this.#waits && !this.#isBusy()
  }

  #waitNoMore(): void {
    this.#waits = false
    this.#inAnyCase(() => forgetUpdate(this.#parts.staging))
  }

  #keep(step: 'waiting' | 'ready', { signed }: Offer): void {
    this.#inAnyCase(() => keepUpdate(this.#parts.staging, { step, signed }))
  }

  /** What is here is not what was shown: nothing of it is kept. */
  #drop(kind: UpdateProblem, detail = ''): void {
    this.#waits = false
    this.#offer = null
    this.#problem = { kind, detail }
    this.#parts.log.info({ problem: this.#problem }, 'no update')
    this.#inAnyCase(() => dropStaged(this.#parts.staging))
  }

  /** A disk that refuses keeps nobody from selling. */
  #inAnyCase(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#parts.log.error({ error: String(error) }, 'what becomes of an update could not be written down')
    }
  }

  /** What waited when this machine was last ended, if it is still what its maker signed, is meant for here, and does not run yet. */
  #waited(signed: string): Offer | null {
    const offer = offerOf(signed, this.#parts, 'folder')
    // It was whole when it was put there, and it is checked again before it is installed.
    if (!(offer instanceof NoUpdate) && existsSync(offer.place)) return offer
    if (offer instanceof NoUpdate && mayPass.has(offer.kind)) return null
    this.#inAnyCase(() => dropStaged(this.#parts.staging))
    return null
  }

  /** Once, when somebody asks: it reads the whole file, which a start should not wait for. */
  #lookAnew(): void {
    const signed = this.#left
    this.#left = null
    if (signed !== null && !this.#isBusy()) this.#begin('looking', () => this.#stillReady(signed))
  }

  /** An administrator may have installed it since, or it may have been damaged. */
  async #stillReady(signed: string): Promise<UpdateState['step']> {
    const offer = offerOf(signed, this.#parts, 'folder')
    if (offer instanceof NoUpdate) {
      if (offer.kind !== 'same' && offer.kind !== 'older') throw offer
      this.#inAnyCase(() => dropStaged(this.#parts.staging))
      return 'idle'
    }
    const { place, file } = offer
    if (!existsSync(place) || !(await isStill(place, file))) throw new NoUpdate('damaged', file.name)
    this.#offer = offer
    return 'ready'
  }

  #look(place: UpdatePlace | null, name: string, from: UpdateSource): void {
    if (this.#isBusy() || this.#waits) return
    this.#left = null
    this.#offer = null
    this.#begin('looking', async () => {
      this.#offer = await this.#found(place, name, from)
      return 'idle'
    })
  }

  #isBusy(): boolean {
    return ['looking', 'backing-up', 'installing', 'installed'].includes(this.#step)
  }

  #begin(step: UpdateState['step'], work: Work, mayEnd = () => false): void {
    this.#step = step
    this.#problem = null
    this.#work = this.#run(work, mayEnd)
  }

  /** `mayEnd`: whether the running program may end for the new one. */
  async #run(work: Work, mayEnd: () => boolean): Promise<void> {
    const { log, onInstalled } = this.#parts
    const began = this.#step
    try {
      this.#step = await work()
      if (began !== 'looking') this.#settle()
      log.info({ step: this.#step, offer: this.offered() }, 'an update')
      if (this.#step === 'installed' && mayEnd()) onInstalled()
    } catch (error) {
      const usual = began === 'looking' ? 'unreachable' : 'failed'
      const detail = error instanceof Error ? error.message : String(error)
      const kind = error instanceof NoUpdate ? error.kind : usual
      this.#step = 'idle'
      this.#failed(kind, detail)
    }
  }

  /** It was installed, or is left to an administrator, until it runs. */
  #settle(): void {
    if (this.#step !== 'ready' || !this.#offer) return this.#waitNoMore()
    this.#waits = false
    this.#keep('ready', this.#offer)
  }

  #failed(kind: UpdateProblem, detail: string): void {
    if (kind === 'damaged') return this.#drop(kind, detail)
    // Somebody sells again: what waits for the end of that goes on waiting.
    if (kind === 'not-now' && this.#waits) return
    if (this.#waits) this.#waitNoMore()
    this.#problem = { kind, detail }
    this.#parts.log.info({ problem: this.#problem }, 'no update')
  }

  async #found(place: UpdatePlace | null, name: string, from: UpdateSource): Promise<Offer> {
    if (!this.#parts.key) throw new NoUpdate('no-key')
    const text = await place?.text()
    if (!place || text === null || text === undefined) throw new NoUpdate('nothing', name)
    const offer = offerOf(text, this.#parts, from)
    if (offer instanceof NoUpdate) throw offer
    const { file } = offer
    if (!(await stage(place.file(file.name), offer.place, file))) throw new NoUpdate('damaged', file.name)
    return offer
  }
}
