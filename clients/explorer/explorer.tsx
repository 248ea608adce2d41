import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import type { ComponentProps } from 'react';
import { EXAMPLES_PLUGIN } from './examples-plugin.js';
import { EXAMPLES } from './examples.js';
import { isNarrow } from './is-narrow.js';
import { SampleBadge } from './sample-badge.js';

type Fetcher = ComponentProps<typeof GraphiQL>['fetcher'];

/** Asks the hub that serves this page; an answer that is not JSON is shown as what it is. */
const fetcher: Fetcher = async ({ query, operationName, variables }, options) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...options?.headers },
    body: JSON.stringify({ query, operationName, variables }),
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return { errors: [{ message: `${response.status} ${text.slice(0, 500)}` }] };
  }
};

const EMPTY = `# 左侧「示例」中有可以直接运行的查询；数据目录见「Docs」。
# The examples on the left run as they are; the schema is under "Docs".
`;

/** GraphiQL over the hub, with the saved queries at its side. */
export function Explorer() {
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={[EXAMPLES_PLUGIN, HISTORY_PLUGIN]}
      visiblePlugin={isNarrow() ? undefined : EXAMPLES_PLUGIN.title}
      defaultQuery={EXAMPLES[0]?.query ?? EMPTY}
      defaultEditorToolsVisibility={false}
      shouldPersistHeaders={false}
    >
      <GraphiQL.Logo>
        <a className="sunshine-logo" href="/explorer/">
          <img src={new URL('./sun.svg', import.meta.url).href} alt="" width="20" height="20" />
          <span>阳光图谱</span>
          <SampleBadge />
        </a>
      </GraphiQL.Logo>
    </GraphiQL>
  );
}
