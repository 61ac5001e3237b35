import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { icnsKinds, icnsOf, iconFolder, icoOf, icoSizes, pngSizes } from './icons.ts'
import { packageConfig } from './package-config.ts'

/** Width and height from its header. */
function sizeOf(png: Buffer): readonly number[] {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

test('[6.4] every picture that a system asks for is there, in the size that it says', () => {
  for (const size of pngSizes)
    expect(sizeOf(readFileSync(join(iconFolder, 'icons', `${size}x${size}.png`)))).toEqual([size, size])
  const ico = readFileSync(join(iconFolder, 'icon.ico'))
  expect([ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([1, icoSizes.length])
  icoSizes.forEach((size, index) => {
    const entry = 6 + 16 * index
    const [length, at] = [ico.readUInt32LE(entry + 8), ico.readUInt32LE(entry + 12)]
    expect(ico.readUInt8(entry)).toBe(size % 256)
    expect(sizeOf(ico.subarray(at, at + length))).toEqual([size, size])
  })
  const icns = readFileSync(join(iconFolder, 'icon.icns'))
  expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length])
  let at = 8
  for (const [kind, size] of Object.entries(icnsKinds)) {
    expect(icns.toString('latin1', at, at + 4)).toBe(kind)
    expect(sizeOf(icns.subarray(at + 8, at + icns.readUInt32BE(at + 4)))).toEqual([size, size])
    at += icns.readUInt32BE(at + 4)
  }
})

test('[6.4] a picture that is missing makes no icon', () => {
  expect(() => icoOf(new Map())).toThrow()
  expect(() => icnsOf(new Map())).toThrow()
})

test('[6.4] the packages of each system have it', () => {
  const wish = { arch: 'x64', electron: '', electronVersion: '', out: '' } as const
  const { linux, win, mac } = packageConfig({ ...wish, system: 'linux' })
  for (const icon of [linux?.icon, win?.icon, mac?.icon])
    expect(() =>
      readFileSync(join(iconFolder, '..', `${icon}${icon === 'build/icons' ? '/512x512.png' : ''}`)),
    ).not.toThrow()
})
