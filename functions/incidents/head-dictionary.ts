/**
 * What most heads say, for the packing of what is theirs alone: it makes them half as long. What was packed with it
 * can be read with it only, so it never changes; another one would need a name of its own beside the packed part.
 */
export const headDictionary = Buffer.from(
  [
    '"priorityOverride":{"at":"2026-"reopened":{"at":"2026-"watchers":[{"id":""name":""followsId":"INC-00',
    '"major":{"triage":{"categoryId":"cat_"teamId":"team_"confidence":0."words":[["by":"classifier","by":"rule"',
    '"mode":"auto""mode":"recommend""status":"applied""status":"suggested"',
    '"holdReason":"awaiting_requester""holdReason":"awaiting_vendor""holdUntil":"2026-',
    '"resolution":{"code":"fixed"},"resolvedAt":"2026-"closedAt":"2026-"cancelReason":"duplicate"',
    '"survey":{"status":"requested","requestedAt":"2026-"expiresAt":"2026-"level":{"since":"2026-"had":["team_"bounces":1',
    '"acknowledgedBy":{"id":""name":""assignee":{"id":"","name":""reportedBy":{"id":""name":"',
    '"close":"2026-"close_reminder":"2026-"hold":"2026-"resume":"2026-"pauses":[{"from":"2026-"to":"2026-"why":"',
    '"dueAt":"2026-"endedAt":"2026-","touchedAt":"2026-"status":"ended""status":"acknowledged"',
    '{"impact":"high","urgency":"high","impact":"medium","urgency":"medium","impact":"low","urgency":"low",',
    '"requester":{"id":"","name":"","locale":"de","locale":"en","organisationId":"org_"},"reopenCount":0,',
    '"publicChain":{"seq":1,"hash":""},"internalChain":{"seq":0,"hash":"INC-000"},',
    '"timers":{"level":"2026-11-2:00.000Z","escalation":"2026-11-2:00.000Z","sla":"2026-11-2:00.000Z"},',
    '"slices":{"completeness":{"percent":100,"missing":["description","error_message","service","category"]},',
    '"escalation":{"policyId":"pol_major","steps":[{"delayMinutes":5,"targets":[{"kind":"team","id":"team_service_desk"}]},',
    '{"delayMinutes":10,"targets":[{"kind":"team","id":"team_infrastructure"}]},',
    '{"delayMinutes":15,"targets":[{"kind":"team","id":"team_database"}]}],"next":0,"status":"running"},',
    '"sla":{"response":{"policyId":"sla_default","calendarId":"cal_office","minutes":15,"dueAt":"2026-11-2:00.000Z"},',
    '"resolution":{"policyId":"sla_default","calendarId":"cal_always","minutes":240,"dueAt":"2026-11-2:00.000Z"}}}}',
  ].join(''),
)
