// The house's plans: how many seats, which shows use one, and what a new one can start from. Owns the list; an imported plan never
// changes, so drawing begins with a copy, which may become its next version.

import { useState } from 'react'
import { useStore } from 'zustand'
import type { PlanId } from '../../../shared/domain/ids.ts'
import { draftOfPlan } from '../../../shared/domain/plan-import/draft-of-plan.ts'
import { makeTemplate, templates, type TemplateWords } from '../../../shared/domain/plan-edit/templates.ts'
import { ask } from '../../box-office.ts'
import { beginDrawing, layAside, planEdit } from '../../stores/plan-edit.ts'
import { shows } from '../../stores/shows.ts'
import { Button } from '../../ui/button.tsx'
import { OfficeTabs } from '../../ui/office-tabs.tsx'
import table from '../../ui/plain-table.module.css'
import { Unread } from '../../ui/unread.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './plan-list.module.css'
import { familyOf, type PlanHead } from './plan-versions.ts'
import { ReplanDialog } from './replan-dialog.tsx'
import { useProblem } from './use-problem.ts'
import type { NewVersion } from './use-replan.ts'

const askPlans = () => ask('plans', {})

export function PlanList() {
  const say = useSay()
  const { found, hasFailed, load } = useAnswer(askPlans)
  const [problem, setProblem] = useState('')
  const [version, setVersion] = useState<NewVersion | null>(null)
  const problemOf = useProblem()
  const draw = async ({ planId, name }: PlanHead, versionOf: PlanId | null) => {
    const answer = await ask('plan', { planId })
    if (answer.kind !== 'done') return setProblem(problemOf(answer))
    const called = versionOf === null ? say('plans.copyOf', { name }) : name
    beginDrawing({ ...draftOfPlan(answer.value), name: called }, versionOf)
  }
  if (!found) return <Unread text={say('plans.reading')} hasFailed={hasFailed} onAgain={() => void load()} />
  const { plans } = found
  return (
    <div className={styles.plans}>
      <OfficeTabs />
      <header className={styles.head}>
        <h1 className={styles.title}>{say('plans.title')}</h1>
        <NewPlan />
      </header>
      <p role="alert" className={styles.problem}>
        {problem}
      </p>
      <div className={styles.list}>
        <table className={table['table']}>
          <thead>
            <tr>
              <th scope="col">{say('plans.plan')}</th>
              <th scope="col">{say('plans.seats')}</th>
              <th scope="col">{say('plans.usedBy')}</th>
              <th scope="col">{say('plans.change')}</th>
            </tr>
          </thead>
          <tbody>
            {plans.map((plan) => (
              <PlanRow
                key={plan.planId}
                plan={plan}
                family={familyOf(plans, plan.planId)}
                onDraw={(versionOf) => void draw(plan, versionOf)}
                onMove={() => setVersion(versionFor(plans, plan))}
              />
            ))}
          </tbody>
        </table>
      </div>
      {version && <ReplanDialog version={version} onClose={() => setVersion(null)} />}
    </div>
  )
}

function versionFor(plans: readonly PlanHead[], { planId, name }: PlanHead): NewVersion {
  return { name, to: { planId }, planIds: familyOf(plans, planId) }
}

interface PlanRowProps {
  readonly plan: PlanHead
  /** The plan and its other versions. */
  readonly family: ReadonlySet<PlanId>
  /** `versionOf` null: the drawing becomes a plan of its own. */
  readonly onDraw: (versionOf: PlanId | null) => void
  readonly onMove: () => void
}

function PlanRow({ plan, family, onDraw, onMove }: PlanRowProps) {
  const say = useSay()
  const { number } = useFormats()
  const { rows } = useStore(shows)
  const users = [...rows.values()].filter(({ planId }) => planId === plan.planId)
  // Only the newest version can be continued, or its changes would be lost; an earlier one can be copied.
  const newest = Math.max(...family)
  const named = { name: `${isolated(plan.name)} ${say('plans.version', { version: plan.version })}` }
  const titles = [...new Set(users.map(({ title }) => title))]
  return (
    <tr>
      <th scope="row">
        <bdi>{plan.name}</bdi>
        {family.size > 1 && (
          <>
            {' '}
            <small>{say('plans.version', { version: plan.version })}</small>
          </>
        )}
      </th>
      <td>{number(plan.seats)}</td>
      <td>
        {users.length === 0
          ? say('plans.unused')
          : say('plans.shows', {
              count: users.length,
              title: isolated(titles[0] ?? ''),
              titles: titles.length,
            })}
      </td>
      <td>
        <div className={styles.ways}>
          {plan.planId === newest && (
            <Button look="quiet" label={say('plans.edit.of', named)} onPress={() => onDraw(plan.planId)}>
              {say('plans.edit')}
            </Button>
          )}
          <Button look="quiet" label={say('plans.copy.of', named)} onPress={() => onDraw(null)}>
            {say('plans.copy')}
          </Button>
          {family.size > 1 && (
            <Button look="quiet" label={say('plans.moveShows.of', named)} onPress={onMove}>
              {say('plans.moveShows')}
            </Button>
          )}
        </div>
      </td>
    </tr>
  )
}

function NewPlan() {
  const say = useSay()
  const { edit } = useStore(planEdit)
  const words: TemplateWords = {
    plan: say('plans.new.name'),
    section: say('plans.new.section'),
    upper: say('plans.new.upper'),
    zone: say('plans.new.zone'),
    driver: say('plans.new.driver'),
    stage: say('plans.new.stage'),
  }
  return (
    <div role="group" aria-label={say('plans.new')} className={styles.new}>
      {edit && (
        <Button look="next" onPress={() => layAside(false)}>
          {say('plans.goOn', { name: isolated(edit.draft.name) })}
        </Button>
      )}
      <span aria-hidden>{say('plans.new')}</span>
      {templates.map((template) => (
        <Button
          key={template}
          onPress={() => {
            const section = template === 'sleeper' ? say('plans.new.lower') : words.section
            beginDrawing(makeTemplate(template, { ...words, section }))
          }}
        >
          {say(`plans.template.${template}`)}
        </Button>
      ))}
    </div>
  )
}
