/** What a drawn map must follow: its element's size, the screen's density, the colour scheme, fonts that load late. */
export interface PageWatch {
  readonly onSize: () => void
  readonly onScheme: () => void
}

const schemes = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)']

/** Returns the function that stops watching. */
export function watchPage(host: HTMLElement, { onSize, onScheme }: PageWatch): () => void {
  const { signal, abort } = makeStop()
  let isFirst = true
  const sizes = new ResizeObserver(() => {
    // The observer always reports the initial size, which the caller knows.
    if (!isFirst) onSize()
    isFirst = false
  })
  // Unlike the content box, this one also reports a move of the window to a screen of another density.
  sizes.observe(host, { box: 'device-pixel-content-box' })
  signal.addEventListener('abort', () => sizes.disconnect())
  for (const scheme of schemes) matchMedia(scheme).addEventListener('change', onScheme, { signal })
  document.fonts.addEventListener('loadingdone', onScheme, { signal })
  return abort
}

function makeStop(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const stop = new AbortController()
  return { signal: stop.signal, abort: () => stop.abort() }
}
