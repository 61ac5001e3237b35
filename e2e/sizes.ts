// How many of the journeys a run makes: `npm run e2e` all of them, before a release; `npm test` and `npm run test:long` those without the
// mark `@whole` at the end of their title, so that both together stay under half an hour. The mark is on journeys that are made once more
// in another language, window or paper, and on details of a screen whose main way another journey shows; it must never be on the only one
// that shows a rule.

/**
 * The mark for a title that exists several times, by language, window or paper: the shorter runs make only the picked one, and not the
 * same one everywhere.
 */
export function wholeUnless(isPicked: boolean): '' | ' @whole' {
  return isPicked ? '' : ' @whole'
}
