import type { BrowserContext } from '@playwright/test'

/** What no screen may do unnoticed: an error in its console, an error of its page, a request that fails. */
export class Troubles {
  readonly #seen: string[] = []
  readonly #expected: RegExp[] = []

  /** A test that breaks something on purpose announces the messages it will cause. */
  expect(words: RegExp): void {
    this.#expected.push(words)
  }

  add(trouble: string): void {
    this.#seen.push(trouble)
  }

  watch(context: BrowserContext): void {
    context.on('console', (message) => {
      if (message.type() === 'error') this.add(`console: ${message.text()} (${message.location().url})`)
    })
    context.on('weberror', (error) => this.add(`page: ${error.error().stack ?? error.error().message}`))
    context.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? ''
      // The page itself cancelled it, by navigating or reloading: nothing failed.
      if (reason !== 'net::ERR_ABORTED') this.add(`request: ${request.url()} ${reason}`)
    })
    context.on('response', (response) => {
      if (response.status() >= 400) this.add(`request: ${response.url()} answered ${response.status()}`)
    })
  }

  unexpected(): readonly string[] {
    return this.#seen.filter((trouble) => !this.#expected.some((words) => words.test(trouble)))
  }
}
