// English: pictures of a listing. ICU messages; a key says where it is used. Must hold no message that no screen shows: a test checks it.

export const enImages = {
  'refusal.notFound.picture': 'There is no such picture here.',
  'images.title': 'Pictures',
  'images.of': '{title}: {count, plural, =0 {no pictures} one {# picture} other {# pictures}}',
  'images.changed': '{count, plural, =0 {no pictures} one {# picture} other {# pictures}}',
  'images.dialog': 'Pictures of {title}',
  'images.choose': 'Choose pictures',
  'images.drop': 'Up to {limit, number}: JPEG, PNG or WebP. They can be dropped here.',
  'images.alt': 'Picture {place}: description',
  'images.earlier': 'Picture {place}: earlier',
  'images.later': 'Picture {place}: later',
  'images.remove': 'Picture {place}: remove',
  'images.keep': 'Save',
  'images.kept': 'Saved.',
  'images.undone': 'Undone.',
  'images.describe': 'Describe each picture.',
  'images.problem.no-picture': '{file} is not a picture that can be read.',
  'images.problem.too-large': '{file} is too large: at most 5 MB and 25 million pixels.',
  'images.problem.too-many': 'There is no room for {file}.',
  'images.problem.twice': '{file} is here already.',
} as const
