import type { Case } from '../case.js';

const PAGE = 20;

interface Answer {
  readonly contractingProcesses: { readonly nodes: unknown };
}

/** A word in Chinese text, newest first. */
export const search: Case = {
  name: 'search',
  title: '20 newest processes whose text holds a Chinese word',
  variables: async () => ['视频监控', '印刷服务', '物业管理', '食堂'].map((word) => ({ word })),
  raw: {
    text: `
select json_build_object('contractingProcesses', json_build_object('nodes', coalesce(json_agg(row_to_json(node)), '[]')))::text
from (
  select ocid, title, published_on::text "publishedOn", budget_amount::text "budgetAmount"
  from procurement.contracting_process p
  where jurisdiction = $1 and hub.bigrams(search_text) @> hub.bigrams(hub.fold_text($2))
    and strpos(search_text, hub.fold_text($2)) > 0
  order by p.published_on desc nulls last, ocid desc limit ${PAGE}
) node`,
    values: ({ word }, { jurisdiction }) => [jurisdiction, word],
  },
  graphql: {
    query: `query Search($word: String!) {
  contractingProcesses(search: $word, orderBy: [{ field: PUBLISHED_ON, direction: DESC }], first: ${PAGE}) {
    nodes { ocid title publishedOn budgetAmount }
  }
}`,
  },
  postgraphile: {
    query: `query Search($city: String!, $word: String!) {
  benchSearchProcesses(
    word: $word
    filter: { jurisdiction: { equalTo: $city } }
    orderBy: [PUBLISHED_ON_DESC, OCID_DESC]
    first: ${PAGE}
  ) {
    nodes { ocid title publishedOn budgetAmount }
  }
}`,
    shaped: ({ benchSearchProcesses }: { benchSearchProcesses: unknown }) => ({
      contractingProcesses: benchSearchProcesses,
    }),
  },
  comparable: ({ contractingProcesses }: Answer) => contractingProcesses.nodes,
};
