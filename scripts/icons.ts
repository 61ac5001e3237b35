// `npm run icons`: the one drawing (src/renderer/public/icon.svg) in the form that each system wants. Run when the drawing changes; the
// files are kept, so that packaging needs no browser. Owns the forms of ICO and ICNS: pictures after a list of them.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser } from '@playwright/test'
import { launchBrowser } from '../e2e/browser.ts'
import { known } from '../src/shared/lib/assert.ts'

const root = join(import.meta.dirname, '..')
const pages = join(root, 'src', 'renderer', 'public')
/** Where electron-builder looks. */
export const iconFolder = join(root, 'build')

/** Windows: the list, the shell, the taskbar, the tiles. */
export const icoSizes = [16, 24, 32, 48, 64, 128, 256] as const
/** Linux: a folder of pictures, named by their size. */
export const pngSizes = [16, 32, 48, 64, 128, 256, 512] as const
/** macOS: its own name for each size, twice where a high-resolution display shows the smaller one. */
export const icnsKinds = {
  ic11: 32,
  ic12: 64,
  ic07: 128,
  ic13: 256,
  ic08: 256,
  ic14: 512,
  ic09: 512,
  ic10: 1024,
} as const
/** For the window itself, and for a browser that shows no SVG icons. */
const WINDOW_SIZE = 256

export type Pictures = ReadonlyMap<number, Buffer>

/** ICONDIR, ICONDIRENTRY each, then the pictures, as PNG (Windows Vista and later). */
export function icoOf(pictures: Pictures): Buffer {
  const head = Buffer.alloc(6 + 16 * icoSizes.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(icoSizes.length, 4)
  let at = head.length
  const bodies = icoSizes.map((size, index) => {
    const body = known(pictures.get(size), `${size} px`)
    const entry = 6 + 16 * index
    // 256 does not fit into the byte, and is written as 0.
    head.writeUInt8(size % 256, entry)
    head.writeUInt8(size % 256, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(body.length, entry + 8)
    head.writeUInt32LE(at, entry + 12)
    at += body.length
    return body
  })
  return Buffer.concat([head, ...bodies])
}

/** `icns` and the total length; then kind, length and PNG of each. */
export function icnsOf(pictures: Pictures): Buffer {
  const parts = Object.entries(icnsKinds).map(([kind, size]) => piece(kind, known(pictures.get(size), kind)))
  return piece('icns', Buffer.concat(parts))
}

function piece(kind: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(kind, 'latin1')
  head.writeUInt32BE(head.length + body.length, 4)
  return Buffer.concat([head, body])
}

async function draw(browser: Browser, svg: string, size: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const style = `html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}`
  await page.setContent(`<style>${style}</style>${svg}`)
  const picture = await page.screenshot({ omitBackground: true })
  await page.close()
  return picture
}

async function main(): Promise<void> {
  const svg = readFileSync(join(pages, 'icon.svg'), 'utf8')
  const browser = await launchBrowser()
  const pictures = new Map<number, Buffer>()
  // oxlint-disable-next-line no-await-in-loop -- one page after the other
  for (const size of new Set([...icoSizes, ...pngSizes, ...Object.values(icnsKinds)]))
    pictures.set(size, await draw(browser, svg, size))
  await browser.close()
  mkdirSync(join(iconFolder, 'icons'), { recursive: true })
  for (const size of pngSizes)
    writeFileSync(join(iconFolder, 'icons', `${size}x${size}.png`), known(pictures.get(size), `${size} px`))
  writeFileSync(join(iconFolder, 'icon.ico'), icoOf(pictures))
  writeFileSync(join(iconFolder, 'icon.icns'), icnsOf(pictures))
  writeFileSync(join(pages, 'icon.png'), known(pictures.get(WINDOW_SIZE), 'the window’s'))
}

if (import.meta.main) await main()
