import type { Ui } from '../visit.ts'
import type { Step } from './contract.ts'

/** What the sentences of a way name by more than an id. */
export type WayNames = {
  team: (id: string) => string
  /** Undefined for a rule that is gone. */
  rule: (id: string) => string | undefined
  silence: (id: string) => { who: string; reason: string } | undefined
  maintenance: (id: string) => string | undefined
}

/** Why a stage let an alert pass, or what became of it there, in one sentence. */
export function waySentence({ t, clock }: Ui, { code, data = {} }: Step, names: WayNames): string {
  const text = (name: string) => String(data[name] ?? '')
  const until = data.until === undefined ? '' : clock.moment(text('until'))
  switch (code) {
    case 'flapping':
      return t('way.flapping', { times: text('times'), minutes: text('minutes'), until })
    case 'silenced': {
      const silence = names.silence(text('id'))
      return silence ? t('way.silencedBy', { ...silence, until }) : t('way.silenced', { until })
    }
    case 'in_maintenance': {
      const title = names.maintenance(text('id'))
      return title ? t('way.in_maintenanceOf', { title, until }) : t('way.in_maintenance', { until })
    }
    case 'inhibited': {
      const rule = names.rule(text('ruleId'))
      return rule ? t('way.inhibitedBy', { rule }) : t('way.inhibited')
    }
    case 'rule': {
      const team = names.team(text('teamId'))
      const rule = names.rule(text('ruleId'))
      return rule ? t('way.ruleOf', { team, rule }) : t('way.rule', { team })
    }
    case 'source_default':
    case 'unrouted':
      return t(`way.${code}`, { team: names.team(text('teamId')) })
    case 'waits':
      return t('way.waits_until', { until })
    case 'ended_by_hand':
      return t('way.ended_by_hand', { by: text('by') })
    case 'joins_incident':
      return t('way.joins_incident', { incident: text('incidentId') })
    case 'opened_incident':
      return data.incidentId
        ? t('way.opened_incident', { incident: text('incidentId') })
        : t('way.opened_incidentUnnamed')
    default:
      return t(`way.${code}`)
  }
}

/** What waited to open an incident, and has one by now, waits no more. */
export const wayShown = (way: readonly Step[]): readonly Step[] =>
  way.flatMap((step, place) => {
    if (step.code === 'waits' && way[place + 1]?.code === 'opened_incident') return []
    return step.code === 'opened_incident' ? { ...step, stage: 'transient' } : step
  })
