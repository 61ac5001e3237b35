// How many of the journeys a run makes: `npm run e2e` all of them, `npm test` and `npm run test:long` those without the mark `@whole` at
// the end of their title. The mark is on long journeys whose rules shorter ones or units show too; it must never be on the only one that
// shows a rule.

/**
 * The mark for a title that exists several times, by language, window or paper: the shorter runs make only the picked one, and not the
 * same one everywhere.
 */
export function wholeUnless(isPicked: boolean): '' | ' @whole' {
  return isPicked ? '' : ' @whole'
}
