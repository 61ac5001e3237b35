import type { LinkProblem, News } from '../../shared/contract/topics.ts'

type Listener = (news: News) => void
type Hub = NonNullable<Extract<News, { kind: 'link' }>['hub']>

/** [S3] Tells screens the state of the line to the hub: they show it, and what may be done meanwhile. */
export class LinkNews {
  readonly #listeners = new Set<Listener>()
  #hub: Hub

  constructor(host: string) {
    this.#hub = { host, isOpen: false, problem: null, copy: null }
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    listener({ kind: 'link', hub: this.#hub })
    return () => this.#listeners.delete(listener)
  }

  /** An open line clears the problem of the one before. */
  become(isOpen: boolean): void {
    this.#tell({ ...this.#hub, isOpen, problem: isOpen ? null : this.#hub.problem })
  }

  fail(problem: LinkProblem): void {
    this.#tell({ ...this.#hub, isOpen: false, problem })
  }

  /** [SYNC 5.6] How far the kiosk's own copy has come: told while it is catching up, and not with each sale. */
  hasCopy(copy: Hub['copy']): void {
    const isCommon = (copy?.behind ?? -1) === 0 && this.#hub.copy?.behind === 0
    if (isCommon) this.#hub = { ...this.#hub, copy }
    else this.#tell({ ...this.#hub, copy })
  }

  /** Told once: further tries that fail for the same reason are no news. */
  #tell(hub: Hub): void {
    const { isOpen, problem, copy } = this.#hub
    const isSame = hub.isOpen === isOpen && hub.problem === problem && hub.copy?.behind === copy?.behind
    this.#hub = hub
    if (isSame) return
    for (const listener of this.#listeners) listener({ kind: 'link', hub })
  }
}
