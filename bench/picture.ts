import type { Page } from '@playwright/test'

/**
 * The share of a screenshot's pixels that differ from its commonest colour: how much is drawn. The page itself decodes the screenshot.
 */
export function inkOf(page: Page, picture: Buffer): Promise<number> {
  return page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob())
    const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    if (!pen) return 0
    pen.drawImage(bitmap, 0, 0)
    const pixels = new Uint32Array(pen.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer)
    const counts = new Map<number, number>()
    for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
    return 1 - Math.max(...counts.values()) / pixels.length
  }, picture.toString('base64'))
}
