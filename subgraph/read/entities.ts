/** `_entities`: representations are answered by type, each type in one statement, in the order of the question. */
import { GraphQLError, isObjectType } from 'graphql';
import type { AnswerField } from '../execute/execute-operation.js';
import type { EntityModel } from '../model/entity-model.js';
import type { Representation } from './reference.js';
import { selectFrom } from './selection.js';

type Typed = Representation & { readonly __typename: string };

export function answerEntities(models: readonly EntityModel[]): AnswerField {
  const byName = new Map(models.map((model) => [model.name, model]));
  return async (item, { reader }, source) => {
    const representations = item.args['representations'] as readonly Typed[];
    const positions = new Map<string, number[]>();
    representations.forEach(({ __typename }, index) => {
      const same = positions.get(__typename);
      if (same) same.push(index);
      else positions.set(__typename, [index]);
    });
    const answers = await Promise.all(
      [...positions].map(async ([name, indexes]) => {
        const model = byName.get(name);
        const type = source.schema.getType(name);
        if (!model || !isObjectType(type))
          throw new GraphQLError(`${name} is not an entity of this service`, {
            extensions: { code: 'BAD_USER_INPUT' },
          });
        const selected = selectFrom(source, type, item.sets ?? []);
        const keys = indexes.flatMap((index) => representations[index] ?? []);
        return { indexes, text: await reader.references(model, selected, keys) };
      }),
    );
    const [only] = answers;
    return answers.length === 1 && only ? only.text : inOrder(representations.length, answers);
  };
}

function inOrder(length: number, answers: readonly { indexes: readonly number[]; text: string }[]): string {
  const all: unknown[] = Array.from({ length }, () => null);
  for (const { indexes, text } of answers) {
    const rows = JSON.parse(text) as unknown[];
    indexes.forEach((index, at) => (all[index] = rows[at] ?? null));
  }
  return JSON.stringify(all);
}
