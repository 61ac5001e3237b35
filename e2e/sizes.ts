// How many of the journeys a run makes: `npm run e2e` all of them, `npm test` and `npm run test:long` those without the mark `@whole` at the end of their title. It
// is on journeys that are long and whose rules shorter ones or units show too; must never be on the only one that shows a rule.

/**
 * The end of a title that comes several times over, by language, window or paper: the tests make one of them, and not the same
 * everywhere.
 */
export function wholeUnless(isPicked: boolean): '' | ' @whole' {
  return isPicked ? '' : ' @whole'
}
