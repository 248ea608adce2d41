import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { EXAMPLES, type Example } from './examples.js';
import { isNarrow } from './is-narrow.js';

/** The list of saved queries as a panel of GraphiQL's side bar. */
export const EXAMPLES_PLUGIN: GraphiQLPlugin = {
  title: '示例 / Examples',
  icon: () => (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round">
      <path d="M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01" />
    </svg>
  ),
  content: ExampleList,
};

function ExampleList() {
  const open = useOpenExample();
  return (
    <section aria-label="示例查询 / Example queries">
      <div className="graphiql-doc-explorer-title">示例查询</div>
      <ul className="sunshine-examples">
        {EXAMPLES.map((example) => (
          <li key={example.file}>
            <button type="button" onClick={() => open(example)}>
              <span lang="zh-CN">{example.zh}</span>
              {example.en && <small lang="en">{example.en}</small>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Shows the query: in the tab that already holds it, in this tab if it is empty or an untouched example, else in a new one. */
function useOpenExample(): (example: Example) => void {
  const { addTab, changeTab, setVisiblePlugin } = useGraphiQLActions();
  const { tabs, queryEditor } = useGraphiQL(({ tabs, queryEditor }) => ({ tabs, queryEditor }));
  return ({ query }) => {
    if (isNarrow()) setVisiblePlugin(null);
    const holding = tabs.findIndex((tab) => tab.query?.trim() === query.trim());
    if (holding >= 0) return changeTab(holding);
    const shown = queryEditor?.getValue().trim() ?? '';
    const isUntouched = shown === '' || EXAMPLES.some((example) => example.query.trim() === shown);
    if (!isUntouched) addTab();
    queryEditor?.setValue(query);
  };
}
