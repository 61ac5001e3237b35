import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../temp-folder.fixture.ts'
import { ownAppImage } from './own-app-image.ts'

const image = '/opt/Guichet.AppImage'

/** What an AppImage's loader does: it unpacks the image somewhere and starts the program in there. */
function unpacked() {
  const room = tempFolder()
  const [folder, beside] = [join(room, '.mount_guichet'), join(room, '.mount_guichet-of-another')]
  for (const each of [folder, beside]) mkdirSync(each)
  return { room, folder, beside }
}

test('[6.1] an AppImage is ours where we run out of what it was unpacked to, by whatever way that folder is named', () => {
  const { room, folder } = unpacked()
  const environment = { APPIMAGE: image, APPDIR: folder }
  expect(ownAppImage(environment, join(folder, 'guichet'))).toBe(image)
  expect(ownAppImage(environment, join(folder, 'usr', 'bin', 'guichet'))).toBe(image)
  expect(ownAppImage({ APPIMAGE: image, APPDIR: `${folder}/` }, join(folder, '..guichet'))).toBe(image)
  symlinkSync(folder, join(room, 'link'))
  expect(ownAppImage({ APPIMAGE: image, APPDIR: join(room, 'link') }, join(folder, 'guichet'))).toBe(image)
})

test('[6.1] the AppImage of a terminal that Guichet was started from is another program’s: it is neither replaced nor started', () => {
  const { room, folder, beside } = unpacked()
  const environment = { APPIMAGE: '/opt/Terminal.AppImage', APPDIR: folder }
  for (const program of ['/opt/Guichet/guichet', join(beside, 'guichet'), join(room, 'guichet'), folder])
    expect(ownAppImage(environment, program)).toBeNull()
})

test('[6.1] without both of its loader’s words, there is no AppImage', () => {
  const { folder } = unpacked()
  const program = join(folder, 'guichet')
  for (const environment of [
    {},
    { APPIMAGE: image },
    { APPDIR: folder },
    { APPIMAGE: '', APPDIR: folder },
    { APPIMAGE: image, APPDIR: '' },
  ])
    expect(ownAppImage(environment, program)).toBeNull()
})
