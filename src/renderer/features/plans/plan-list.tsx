// The plans of the house: how many seats, which shows use one, and what a new one begins from. Owns the list; a plan
// never changes once it is here, so that drawing begins with a copy.

import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Output } from '../../../shared/contract/operations.ts'
import { draftOfPlan } from '../../../shared/domain/plan-import/draft-of-plan.ts'
import { makeTemplate, templates, type TemplateWords } from '../../../shared/domain/plan-edit/templates.ts'
import { ask } from '../../box-office.ts'
import { beginDrawing, layAside, planEdit } from '../../stores/plan-edit.ts'
import { shows } from '../../stores/shows.ts'
import { Button } from '../../ui/button.tsx'
import { Waiting } from '../../ui/empty.tsx'
import { OfficeTabs } from '../../ui/office-tabs.tsx'
import table from '../../ui/plain-table.module.css'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './plan-list.module.css'
import { useProblem } from './use-problem.ts'

type PlanHead = Output<'plans'>['plans'][number]

export function PlanList() {
  const say = useSay()
  const [plans, setPlans] = useState<readonly PlanHead[] | null>(null)
  const [problem, setProblem] = useState('')
  const problemOf = useProblem()
  useEffect(() => {
    void ask('plans', {}).then((answer) => {
      if (answer.kind === 'done') setPlans(answer.value.plans)
    })
  }, [])
  const copy = async ({ planId, name }: PlanHead) => {
    const answer = await ask('plan', { planId })
    if (answer.kind !== 'done') return setProblem(problemOf(answer))
    beginDrawing({ ...draftOfPlan(answer.value), name: say('plans.copyOf', { name }) })
  }
  if (!plans) return <Waiting text={say('plans.reading')} />
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
              <PlanRow key={plan.planId} plan={plan} onCopy={() => void copy(plan)} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function PlanRow({ plan, onCopy }: { readonly plan: PlanHead; readonly onCopy: () => void }) {
  const say = useSay()
  const { number } = useFormats()
  const { rows } = useStore(shows)
  const users = [...rows.values()].filter(({ planId }) => planId === plan.planId)
  const titles = [...new Set(users.map(({ title }) => title))]
  return (
    <tr>
      <th scope="row">
        <bdi>{plan.name}</bdi>
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
        <Button look="quiet" label={say('plans.copy.of', { name: isolated(plan.name) })} onPress={onCopy}>
          {say('plans.copy')}
        </Button>
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
