/** The inputs of the step, as the runner passes them. */
import type { Given } from '../edge/given.js'
import { givenByInputs, givenByVariables, mergeGiven, readFlag, readValue } from '../edge/given.js'
import type { SettingsFacts } from '../edge/settings.js'
import { makeSettings } from '../edge/settings.js'
import type { Environment } from '../host.js'
import type { Settings } from '../settings.js'

export type JobSummary = 'always' | 'on-failure' | 'never'

export type StepInputs = { readonly settings: Settings; readonly activateEnvironment: boolean }

/** What was given by inputs, and below them by `WHEELCREW_*` variables. Throws the usage errors of options. */
export function readInputs(env: Environment): Given {
  return mergeGiven(givenByInputs(env), givenByVariables(env))
}

/** The settings of the step. Throws the usage error OPTION_INVALID. */
export function interpretInputs(given: Given, facts: SettingsFacts): StepInputs {
  return { settings: makeSettings(given, facts), activateEnvironment: readFlag(given, 'activate-environment') }
}

/** When the step writes a job summary; read apart, since a failure to read the other inputs has one too. */
export function readJobSummary(given: Given): JobSummary {
  return (['on-failure', 'never'] as const).find(word => word === readValue(given, 'job-summary')) ?? 'always'
}
