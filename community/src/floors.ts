/**
 * Which folder stands on which floor. A folder imports only lower floors, through their index, and never its
 * own floor; what lives higher appears lower through slots. floors.test.ts walks the imports.
 */
export const floors: readonly (readonly string[])[] = [
  ['config'],
  ['foundation'],
  ['members'],
  ['attention', 'experiments', 'notices'],
  ['bounds'],
  ['spaces'],
  ['composer'],
  ['conversation'],
  ['messages'],
  ['norms', 'thanks'],
  ['care', 'listen', 'talk', 'lifting', 'team'],
  ['shine', 'mend'],
  ['pulse'],
  ['open', 'admin'],
  ['site'],
  ['cli'],
]

/** Files directly in src put the house together; only the command line and tests import them. */
export const composition: readonly string[] = [
  'app.ts',
  'features.ts',
  'floors.ts',
  'house.ts',
  'main.ts',
  'words.ts',
]
