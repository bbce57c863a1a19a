import type { Stage } from '../lib/contract.ts'
import type { Ui } from '../lib/visit.ts'
import { Hull } from './mark.tsx'

const stages = [
  'identification',
  'logging',
  'categorisation',
  'diagnosis',
  'resolution',
  'closure',
  'review',
] as const satisfies readonly Stage[]

/** The seven steps on a waterline; the hull floats where the incident is. */
export function StageBar({ ui, stage }: { ui: Ui; stage: Stage }) {
  const current = stages.indexOf(stage)
  return (
    <div className="stages">
      <ol aria-label={ui.t('stage.list')}>
        {stages.map((name, index) => (
          <li
            key={name}
            data-stage={name}
            className={index < current ? 'stage-past' : index === current ? 'stage-now' : 'stage-next'}
            aria-current={index === current ? 'step' : undefined}
          >
            {index === current && <Hull className="stage-hull" />}
            <span>{ui.t(`stage.${name}`)}</span>
          </li>
        ))}
      </ol>
      <p className="stages-short" aria-hidden="true">
        {ui.t('stage.short', {
          step: String(current + 1),
          steps: String(stages.length),
          name: ui.t(`stage.${stage}`),
        })}
      </p>
    </div>
  )
}
