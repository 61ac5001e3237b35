import type { Page } from '@playwright/test'

/** Loads the page again; from then on it hears that the house failed at this operation. The returned function ends that. */
export async function failing(page: Page, operation: string): Promise<() => void> {
  let isFailing = true
  await page.routeWebSocket(/\/ws$/, (ws) => {
    const hub = ws.connectToServer()
    ws.onMessage((frame) => {
      const { id, name } = JSON.parse(String(frame)) as { readonly id: number; readonly name?: string }
      if (name !== operation || !isFailing) return hub.send(frame)
      const answer = { kind: 'fault', incidentId: 'K-7', reason: 'bug' }
      return ws.send(JSON.stringify({ t: 'answer', id, answer, nowMs: Date.now() }))
    })
  })
  await page.reload()
  return () => {
    isFailing = false
  }
}
