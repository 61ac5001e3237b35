export const enPrint = {
  'refusal.notFound.paper': 'That paper is not in the queue any more.',
  'audit.kind.paper-saved': 'Changed a venue’s papers',
  'audit.kind.printing-saved': 'Changed how a desk prints',
}
