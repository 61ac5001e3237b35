/**
 * What a file should have where it has something else, in plain English; screens translate these exact texts into the user's
 * language.
 */
export const expected = {
  object: 'object',
  list: 'list',
  text: 'text',
  number: 'number',
  plainText: 'text without control characters',
  newId: 'an id that no other seat has',
  newNumber: 'a number that no other seat of the row has',
  placeToo: 'a number: other seats have a place of their own',
  quotes: 'quotation marks in pairs, around whole cells',
  oneColumn: 'one column of this kind only',
  column: 'a column of this name',
  onlyStanding: 'nothing, unless the kind is standing',
  words: 'seat, standing, gap, wheelchair, companion, restricted view, aisle or ladies',
  seatNumber: 'the number of the seat',
  wholeNumber: 'a whole number',
  sectionKind: 'seats or standing',
  categoryKey: 'the key of a category that the chart has',
} as const

export function numberBetween(min: number, max: number): string {
  return `number from ${min} to ${max}`
}

/** Of a line that is longer than the heading. */
export function cellsBeyond(found: number, heading: number): string {
  return `${found} cells, the heading has ${heading}`
}

export function textUpTo(characters: number): string {
  return `text of at most ${characters} characters`
}
