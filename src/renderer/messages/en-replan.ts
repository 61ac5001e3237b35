// English: shows that go to another version of their plan. ICU messages; a key says where it is used.
// Must hold no message that no screen shows: a test checks it.

export const enReplan = {
  'replan.changed': 'to another version of their plan',
  'replan.title': 'New version of {name}: for which shows?',
  'replan.done.title': 'New version of {name}',
  'replan.trying': 'Looking at each show…',
  'replan.hint':
    'Tickets, holds and prices stay as they are. A show in which somebody would lose a seat stays on the version that it has.',
  'replan.none': 'No coming show is on this plan.',
  'replan.shows': 'Coming shows',
  'replan.same': 'is already on this version',
  'replan.alike': 'no seat changes',
  'replan.displaces':
    '{count, plural, one {stays: # seat that somebody has would be lost} other {stays: # seats that somebody has would be lost}}',
  'replan.count.added': '{count, plural, one {# new seat} other {# new seats}}',
  'replan.count.gone': '{count, plural, one {# seat goes} other {# seats go}}',
  'replan.count.moved': '{count, plural, one {# seat moves} other {# seats move}}',
  'replan.count.recategorised':
    '{count, plural, one {# seat changes its price zone} other {# seats change their price zone}}',
  'replan.count.goneBlocked':
    '{count, plural, one {# of those that go was off sale} other {# of those that go were off sale}}',
  'replan.count.unpriced':
    '{count, plural, one {# seat has no price and is not sold} other {# seats have no price and are not sold}}',
  'replan.booking': 'booking …{number}',
  'replan.why.unpriced': 'no price for its ticket there',
  'replan.why.flags': 'its mark would change',
  'replan.save':
    '{count, plural, =0 {Save, move no show} one {Save and move # show} other {Save and move # shows}}',
  'replan.move': '{count, plural, =0 {No show to move} one {Move # show} other {Move # shows}}',
  'replan.done':
    '{changed, plural, =0 {The version is kept; no show was moved.} one {# show moved.} other {# shows moved.}}{skipped, plural, =0 {} one { # was left.} other { # were left.}}',
  'replan.undone':
    '{changed, plural, =0 {No show was moved back.} one {# show is as it was.} other {# shows are as they were.}}{skipped, plural, =0 {} one { # was left: its new seats were sold.} other { # were left: their new seats were sold.}}',
  'replan.undo': 'Undo',
  'replan.close': 'Done',
} as const
