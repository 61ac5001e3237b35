import type { News, Topic } from '../../shared/contract/topics.ts'
import type { DiskHealth } from './disk-health.ts'

/** Topics that concern whoever stands there, signed in or not. */
export type MachineTopic = Extract<Topic, { kind: 'disk' | 'link' | 'recovery' }>

export function isOfMachine(topic: Topic): topic is MachineTopic {
  return topic.kind === 'disk' || topic.kind === 'link' || topic.kind === 'recovery'
}

/**
 * [S3] A house on this machine has no link to a hub that could be lost; [SYNC 4.7] and one that is selling is not waiting for a recovery.
 */
export function ofMachine(
  disk: DiskHealth,
  kind: MachineTopic['kind'],
  listener: (news: News) => void,
): () => void {
  if (kind === 'disk') return disk.subscribe(listener)
  listener(kind === 'link' ? { kind, hub: null } : { kind, state: null })
  return () => {}
}
