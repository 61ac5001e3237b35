import { known } from '../../lib/assert.ts'

/** For zones without a colour in the file: most people can tell them apart, and none is the colour of a seat's state. */
const colors = ['#2f6fb0', '#8e4aa8', '#2e7d6b', '#a8662a', '#b3446c', '#5a6b2f', '#4a5aa8', '#7a5c3e']

export function zoneColor(index: number): string {
  return known(colors[index % colors.length], 'zone colour')
}
