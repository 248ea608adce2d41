import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { VARIABLES } from '../../hub/variables.js';
import { type Fence, read, REPOSITORY } from './markdown.js';

/** The `hub` program with every command of `hub/commands/`, as `hub/main.ts` puts it together. */
export async function hubProgram(): Promise<Command> {
  const folder = path.join(REPOSITORY, 'hub', 'commands');
  const program = new Command('hub');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))) {
    const { register } = (await import(path.join(folder, file))) as { register?: (program: Command) => void };
    register?.(program);
  }
  return program;
}

/** The commands of shell fences, one each: without comments, `&&` and line continuations. */
export function commandLines(all: readonly Fence[]): string[] {
  return all
    .filter(({ language }) => ['sh', 'bash', 'shell'].includes(language))
    .flatMap(({ text }) => text.replaceAll('\\\n', ' ').split('\n'))
    .flatMap((line) => line.replace(/(^|\s)#.*$/, '').split('&&'))
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Why a shown command would not run; undefined when it would, or when it is no command of ours. */
export function whyUnknown(line: string, program: Command): string | undefined {
  const words = line.split(/\s+/);
  while (/^[A-Z_]+=/.test(words[0] ?? '')) {
    const name = words.shift()?.split('=')[0] ?? '';
    if (!isVariable(name)) return `no variable ${name}`;
  }
  const [first, second = '', ...rest] = words;
  if (first === 'npx' && second === 'hub') return whyNoCommand(rest, program);
  if (first !== 'npm' || second === 'ci') return undefined;
  const [script = '', ...args] = second === 'run' ? rest : [second, ...rest];
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  if (!(script in scripts)) return `no script ${script}`;
  return script === 'hub' ? whyNoCommand(args[0] === '--' ? args.slice(1) : args, program) : undefined;
}

const isVariable = (name: string): boolean =>
  VARIABLES.some(
    (each) => each.name === name || (each.name.includes('<') && name.startsWith(beforeBracket(each.name))),
  );

const beforeBracket = (name: string): string => name.split('<')[0] ?? name;

function whyNoCommand(words: readonly string[], program: Command): string | undefined {
  let command = program;
  const rest = [...words];
  for (;;) {
    const next = command.commands.find((each) => each.name() === rest[0]);
    if (!next) break;
    command = next;
    rest.shift();
  }
  if (command === program) return `no command ${rest[0] ?? ''}`;
  const given: string[] = [];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!word.startsWith('-')) given.push(word);
    else {
      const option = command.options.find(({ long, short }) => word === long || word === short);
      if (!option) return `${command.name()} has no option ${word}`;
      if (option.required && rest.shift() === undefined) return `${word} needs a value`;
    }
  }
  const needed = command.registeredArguments.filter((each) => each.required).length;
  const isVariadic = command.registeredArguments.some((each) => each.variadic);
  if (given.length < needed) return `${command.name()} needs ${needed} arguments`;
  if (!isVariadic && given.length > command.registeredArguments.length) return `${given.at(-1)} is one too many`;
  return undefined;
}
