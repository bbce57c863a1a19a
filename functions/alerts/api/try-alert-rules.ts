import { ok, operation } from '../../runtime/operation.ts'
import { demandNone } from '../control-refusals.ts'
import { problemsOfDrafts } from '../problems.ts'
import { readWeek } from '../read-week.ts'
import { rulesTried, TrialAnswer, TrialRequest, trial } from '../rule-trial.ts'

export const tryAlertRules = operation({
  method: 'POST',
  path: '/alert-rules/try',
  summary:
    'Try rules on what sources said in the last 7 days, all or one among those in force; nothing is stored',
  action: 'alert.read',
  body: TrialRequest,
  answers: {
    status: 200,
    description:
      'What each rule catches, how many incidents there would have been with and without the change, and examples',
    schema: TrialAnswer,
  },
  load: (_params, { settings }) => settings.current(),
  async perform({ body, subject: settings, now }, services) {
    demandNone(problemsOfDrafts(body, settings))
    return ok(trial(await readWeek(now, services), settings, rulesTried(settings.alertRules, body)))
  },
})
