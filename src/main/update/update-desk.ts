// [SECURITY 6.1] Newer versions of Guichet on this machine: looked for when somebody asks, checked whole, installed behind a backup. Owns the order of
// those steps and what is said of them; must never install what is not signed, older, or another file than was shown.

import type { KeyObject } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Manifest } from '../../shared/contract/update-manifest.ts'
import type { UpdateProblem, UpdateSource } from '../../shared/contract/update-operations.ts'
import {
  type OfferedUpdate,
  type ReleaseFile,
  type ReleaseProblem,
  judgeRelease,
} from '../../shared/domain/updates.ts'
import type { Log, ShownUpdate, Updates, UpdateState } from '../engine/ports.ts'
import type { Installer } from './installer.ts'
import { dropStaged, forgetWait, keepWait, keptWait } from './kept-wait.ts'
import { readManifest } from './manifest.ts'
import { isStill, stage } from './staged-file.ts'
import { type UpdatePlace, folderPlace } from './update-place.ts'

export interface UpdateParts {
  readonly version: string
  readonly key: KeyObject | null
  /** As they are shown. */
  readonly named: { readonly folder: string; readonly feed: string | null }
  readonly places: { readonly folder: UpdatePlace; readonly feed: UpdatePlace | null }
  readonly installer: Installer
  /** Where a checked file waits. */
  readonly staging: string
  /** 0 to 99, of a version. */
  readonly shareOf: (version: string) => number
  /** Null: it has none, or has not heard of it yet. */
  readonly hubVersion: () => string | null
  /** False: none could be made. */
  readonly backUp: () => Promise<boolean>
  /** The program may begin anew, as the new one: it is in its place, and nobody sells. */
  readonly onInstalled: () => void
  /** The last shift's close is heard of here; nobody tells a kiosk of its hub's. */
  readonly mayWait: boolean
  readonly log: Log
}

interface Offer {
  readonly manifest: Manifest
  /** It, as its maker signed it. */
  readonly signed: string
  readonly file: ReleaseFile
  /** Checked, and ours. */
  readonly place: string
}

type Work = () => Promise<UpdateState['step']>

/** Said, and the end of it. */
class NoUpdate extends Error {
  readonly kind: UpdateProblem
  constructor(kind: UpdateProblem, detail = '') {
    super(detail)
    this.kind = kind
  }
}

export class UpdateDesk implements Updates {
  readonly #parts: UpdateParts
  #step: UpdateState['step'] = 'idle'
  #offer: Offer | null = null
  #problem: UpdateState['problem'] = null
  /** It was asked for, and is still to be done. */
  #waits = false
  /** Of what is under way; for tests, and for a close that waits. */
  #work: Promise<void> = Promise.resolve()

  constructor(parts: UpdateParts) {
    this.#parts = parts
    this.#offer = this.#kept()
    this.#waits = this.#offer !== null
  }

  get settled(): Promise<void> {
    return this.#work
  }

  state(): UpdateState {
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

  /** A folder that whoever stands here has chosen. */
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
    this.#inAnyCase(() => keepWait(this.#parts.staging, offer.signed))
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
    // The file takes its time, too: whoever began to sell meanwhile goes on, and it is the next start's.
    this.#begin('backing-up', work, mayNow)
  }

  /** Null: what is offered is not that, to the last byte. */
  #shown({ version, digest }: ShownUpdate): Offer | null {
    const offer = this.#offer
    return offer?.manifest.version === version && offer.file.sha512 === digest ? offer : null
  }

  #isWaiting(): boolean {
    return this.#waits && !this.#isBusy()
  }

  #waitNoMore(): void {
    this.#waits = false
    this.#inAnyCase(() => forgetWait(this.#parts.staging))
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
      this.#parts.log.error({ error: String(error) }, 'whether an update waits could not be written down')
    }
  }

  /** What waited when this machine was last ended, if it is still what its maker signed, for here, and not what runs by now. */
  #kept(): Offer | null {
    const { key, staging, mayWait } = this.#parts
    const signed = mayWait ? keptWait(staging) : null
    const manifest = signed === null || !key ? null : readManifest(signed, key)
    if (signed === null || manifest === null || typeof manifest === 'string') return null
    const file = this.#judge(manifest, 'folder')
    // Whole it was when it was laid there, and it is looked at again before it is installed.
    if (typeof file !== 'string' && existsSync(join(staging, file.name)))
      return { manifest, signed, file, place: join(staging, file.name) }
    this.#inAnyCase(() => dropStaged(staging))
    return null
  }

  #look(place: UpdatePlace | null, name: string, from: UpdateSource): void {
    if (this.#isBusy() || this.#waits) return
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

  /** `mayEnd`: what runs now may, for the new one. */
  async #run(work: Work, mayEnd: () => boolean): Promise<void> {
    const { log, onInstalled } = this.#parts
    const began = this.#step
    try {
      this.#step = await work()
      if (began !== 'looking') this.#waitNoMore()
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

  #failed(kind: UpdateProblem, detail: string): void {
    if (kind === 'damaged') return this.#drop(kind, detail)
    // Somebody sells again: what waits for the end of that waits on.
    if (kind === 'not-now' && this.#waits) return
    this.#waitNoMore()
    this.#problem = { kind, detail }
    this.#parts.log.info({ problem: this.#problem }, 'no update')
  }

  async #found(place: UpdatePlace | null, name: string, from: UpdateSource): Promise<Offer> {
    const { key, staging } = this.#parts
    if (!key) throw new NoUpdate('no-key')
    const text = await place?.text()
    if (!place || text === null || text === undefined) throw new NoUpdate('nothing', name)
    const manifest = readManifest(text, key)
    if (typeof manifest === 'string') throw new NoUpdate(manifest)
    const file = this.#judge(manifest, from)
    if (typeof file === 'string') throw new NoUpdate(file, manifest.version)
    const staged = join(staging, file.name)
    if (!(await stage(place.file(file.name), staged, file))) throw new NoUpdate('damaged', file.name)
    return { manifest, signed: text, file, place: staged }
  }

  #judge(manifest: Manifest, from: UpdateSource): ReleaseFile | ReleaseProblem {
    const { version, installer, shareOf, hubVersion } = this.#parts
    return judgeRelease(manifest, {
      version,
      packageKind: installer.packageKind,
      hubVersion: hubVersion(),
      // Whoever brings a file means this machine.
      share: from === 'feed' ? shareOf(manifest.version) : null,
    })
  }
}
