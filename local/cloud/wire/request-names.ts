import { apiNames } from '../openapi/open-api'
import { databaseActions } from './database'
import { storageActions } from './storage'

/** What fault rules can be about: every request the cloud answers, and calls of these functions. */
export const requestNames = (functions: readonly string[]): string[] => [
  ...Object.keys(databaseActions),
  ...storageActions,
  'functions.invokeFunction',
  ...apiNames.map((name) => `openapi ${name}`),
  ...functions.map((name) => `function ${name}`),
]
