import * as z from 'zod/mini'
import { AnnouncementAnswer } from '../announcements/answers.ts'
import { componentStates } from '../announcements/component-state.ts'
import { Component } from './component.ts'

const ComponentAnswer = z.extend(Component, { state: z.enum(componentStates) })

export const ComponentPage = z.object({ items: z.array(ComponentAnswer) })

export const StatusAnswer = z.object({
  state: z.enum(componentStates),
  components: z.array(ComponentAnswer),
  announcements: z.array(AnnouncementAnswer),
  updatedAt: z.iso.datetime(),
})
