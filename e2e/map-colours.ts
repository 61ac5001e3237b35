// Which colours the seat map is drawn in, counted on its canvas.

import type { Page } from '@playwright/test'

/** How many pixels of the map have the colour of a token, or a system colour. */
export function countOnMap(page: Page, token: string): Promise<number> {
  return page.evaluate((name) => {
    const canvas = document.querySelector<HTMLCanvasElement>('main canvas')
    const pen = canvas?.getContext('2d')
    if (!canvas || !pen) throw new Error('no seat map')
    const probe = document.createElement('canvas').getContext('2d')
    if (!probe) throw new Error('no canvas')
    const span = document.body.appendChild(document.createElement('span'))
    span.style.color = name.startsWith('--') ? `var(${name})` : name
    span.style.forcedColorAdjust = 'none'
    probe.fillStyle = getComputedStyle(span).color
    span.remove()
    probe.fillRect(0, 0, 1, 1)
    const [red, green, blue] = probe.getImageData(0, 0, 1, 1).data
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height)
    let count = 0
    for (let at = 0; at < data.length; at += 4)
      if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) count += 1
    return count
  }, token)
}
