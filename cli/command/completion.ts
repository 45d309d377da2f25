import type { Locale } from '../text/labels.ts'
import type { Command, Option } from './types.ts'

export type Shell = 'bash' | 'zsh' | 'fish'

/** What may follow the words typed so far, by those words. */
interface Step {
  readonly path: string
  readonly words: readonly (readonly [word: string, help: string])[]
  readonly options: readonly Option[]
}

export function completionScript(shell: Shell, commands: readonly Command[], everywhere: readonly Option[], locale: Locale): string {
  const steps = stepsOf(commands, locale)
  return { bash, zsh, fish }[shell](steps, everywhere, locale)
}

function stepsOf(commands: readonly Command[], locale: Locale): Step[] {
  const steps = new Map<string, { words: Map<string, string>; options: readonly Option[] }>()
  const at = (path: string): { words: Map<string, string>; options: readonly Option[] } => {
    const step = steps.get(path) ?? { words: new Map<string, string>(), options: [] }
    steps.set(path, step)
    return step
  }
  for (const { path, summary, options = [], args = [] } of commands) {
    path.forEach((word, index) => at(path.slice(0, index).join(' ')).words.set(word, index === path.length - 1 ? summary[locale] : ''))
    const own = at(path.join(' '))
    own.options = options
    for (const choice of args.flatMap(({ choices = [] }) => choices)) own.words.set(choice, '')
  }
  return [...steps].map(([path, { words, options }]) => ({ path, words: [...words], options }))
}

const optionWords = (options: readonly Option[]): string => options.map(({ name }) => `--${name}`).join(' ')

function choiceCases(options: readonly Option[]): string[] {
  return options.flatMap(({ name, choices }) => (choices ? [`    --${name}) COMPREPLY=($(compgen -W '${choices.join(' ')}' -- "$word")); return ;;`] : []))
}

function bash(steps: readonly Step[], everywhere: readonly Option[]): string {
  const all = [...everywhere, ...steps.flatMap(({ options }) => options)]
  const seen = new Map(all.map((option) => [option.name, option]))
  return [
    '# bash completion of coulisses', '_coulisses() {', '  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" path="" index one',
    '  case "$before" in', ...choiceCases([...seen.values()]), '  esac',
    '  for ((index = 1; index < COMP_CWORD; index++)); do', '    one="${COMP_WORDS[index]}"', '    [[ $one == crm && -z $path ]] && continue', '    [[ $one == -* ]] && continue',
    '    case "$path $one" in', ...steps.filter(({ path }) => path !== '').map(({ path }) => `      ' ${path}'|'${path}') path='${path}' ;;`), '    esac', '  done',
    '  case "$path" in',
    ...steps.map(({ path, words, options }) => `    '${path}') COMPREPLY=($(compgen -W '${[...(path === '' ? ['crm'] : []), ...words.map(([one]) => one), optionWords([...options, ...everywhere])].join(' ')}' -- "$word")) ;;`),
    '  esac', '}', 'complete -o default -F _coulisses coulisses', '',
  ].join('\n')
}

const quote = (text: string): string => text.replaceAll('\'', '’').replaceAll(':', ' ').replaceAll(/[[\]]/g, '')

function zsh(steps: readonly Step[], everywhere: readonly Option[], locale: Locale): string {
  const described = (options: readonly Option[]): string => options.map(({ name, help }) => `'--${name}:${quote(help[locale])}'`).join(' ')
  return [
    '#compdef coulisses', '_coulisses() {', '  local path="" one', '  local -a found', '  for one in ${words[2,CURRENT-1]}; do', '    [[ $one == crm && -z $path ]] && continue', '    [[ $one == -* ]] && continue',
    '    case "$path $one" in', ...steps.filter(({ path }) => path !== '').map(({ path }) => `      ' ${path}'|'${path}') path='${path}' ;;`), '    esac', '  done',
    '  case "$path" in',
    ...steps.map(({ path, words, options }) => `    '${path}') found=(${words.map(([word, help]) => `'${word}${help === '' ? '' : `:${quote(help)}`}'`).join(' ')} ${described([...options, ...everywhere])}) ;;`),
    '  esac', '  _describe coulisses found', '}', '_coulisses "$@"', '',
  ].join('\n')
}

function fish(steps: readonly Step[], everywhere: readonly Option[], locale: Locale): string {
  const condition = (path: string): string => `__coulisses_at '${path}'`
  return [
    '# fish completion of coulisses', 'function __coulisses_at', '  set -l words', '  for one in (commandline -opc)[2..]', '    string match -q -- "-*" $one; or test $one = crm; or set -a words $one', '  end', '  test "$words" = "$argv[1]"', 'end',
    'complete -c coulisses -f',
    ...everywhere.map((option) => fishOption('', option, locale)),
    ...steps.flatMap(({ path, words, options }) => [
      ...words.map(([word, help]) => `complete -c coulisses -n "${condition(path)}" -a '${word}'${help === '' ? '' : ` -d '${quote(help)}'`}`),
      ...options.map((option) => fishOption(` -n "${condition(path)}"`, option, locale)),
    ]), '',
  ].join('\n')
}

const fishOption = (when: string, { name, short, value, help, choices }: Option, locale: Locale): string =>
  `complete -c coulisses${when} -l ${name}${short === undefined ? '' : ` -s ${short}`}${value ? ' -r' : ''}${choices ? ` -a '${choices.join(' ')}'` : ''} -d '${quote(help[locale])}'`
