// What most commands do without: questions, the full screen, imports. One file, read when it is first needed.
export { askConflict } from './ask/conflict.ts'
export { askChanges, askMissing } from './ask/form.ts'
export { askCode, askPasswordAgain } from './ask/password.ts'
export { askChoice, askSearch, askSecret, askText, askYes } from './ask/prompt.ts'
export { importFile } from './commands/import.ts'
export { importList, importUndo } from './commands/importUndo.ts'
export { ui } from './ui/index.tsx'
