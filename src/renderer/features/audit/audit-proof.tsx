import { Link2, Unlink } from 'lucide-react'
import type { AuditRow } from '../../../shared/contract/staff-shapes.ts'
import { Button } from '../../ui/button.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './audit-proof.module.css'
import { type Proof, useProof } from './use-proof.ts'

/** [I25] Proves that nothing in the journal was changed, removed or inserted: in all of it, or from the oldest row shown to the newest. */
export function AuditProof({ rows }: { readonly rows: readonly AuditRow[] }) {
  const say = useSay()
  const { proof, prove } = useProof()
  const newest = rows[0]
  const oldest = rows.at(-1)
  const isRunning = proof?.kind === 'running'
  return (
    <section className={styles.proof} aria-label={say('chain.title')}>
      <Button isDisabled={isRunning} onPress={() => void prove({ after: 0, upTo: null })}>
        <Link2 size={18} aria-hidden /> {say('chain.whole')}
      </Button>
      {newest && oldest && (
        <Button
          look="quiet"
          isDisabled={isRunning}
          onPress={() => void prove({ after: oldest.sequence - 1, upTo: newest.sequence })}
        >
          {say('chain.shown')}
        </Button>
      )}
      <div role="status" className={styles.told} data-kind={proof?.kind}>
        {proof && <Told proof={proof} />}
      </div>
    </section>
  )
}

function Told({ proof }: { readonly proof: Proof }) {
  const say = useSay()
  if (proof.kind === 'running')
    return <span>{say('chain.running', { percent: Math.floor(proof.share * 100) })}</span>
  if (proof.kind === 'silent') return <span>{say('chain.silent')}</span>
  if (proof.kind === 'broken')
    return (
      <strong>
        <Unlink size={18} aria-hidden /> {say('chain.broken', { sequence: proof.sequence })}
      </strong>
    )
  const { stretch, count, hash } = proof
  return (
    <>
      <strong>
        {say('chain.unbroken', { count, first: stretch.after + 1, last: stretch.after + count })}
      </strong>{' '}
      <span>
        {say('chain.head')} <bdi className={styles.hash}>{hash}</bdi>
      </span>
    </>
  )
}
