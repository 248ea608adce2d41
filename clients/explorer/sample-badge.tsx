import { useEffect, useState } from 'react';

interface Answer {
  readonly data?: { readonly cities?: { readonly nodes: readonly { readonly name: string }[] } | null } | null;
}

/** Says that what is asked here is generated, when the hub holds the sample city. */
export function SampleBadge() {
  const [name, setName] = useState<string>();
  useEffect(() => {
    const query = '{ cities(filter: { sample: { eq: true } }, first: 1) { nodes { name } } }';
    fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
      .then((response) => response.json() as Promise<Answer>)
      .then(({ data }) => setName(data?.cities?.nodes[0]?.name))
      // Without an answer there is nothing to label; the query itself will say what is wrong.
      .catch(() => undefined);
  }, []);
  if (name === undefined) return null;
  return (
    <small
      className="sunshine-sample"
      title={`${name}的数据均为生成，并非真实 / All data of ${name} is generated, not real`}
    >
      示例数据 · 生成
    </small>
  );
}
