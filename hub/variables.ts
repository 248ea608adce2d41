/** An environment variable of the hub, as the README lists it. */
export interface Variable {
  readonly name: string;
  readonly default: string;
  /** `中文 / English`, one sentence each. */
  readonly doc: string;
}

/** Every environment variable that the hub reads; `config.ts` reads no other. */
export const VARIABLES = [
  { name: 'PORT', default: '4000', doc: '监听端口 / The port to listen on' },
  {
    name: 'HUB_HOST',
    default: '127.0.0.1',
    doc: '监听地址，0.0.0.0 表示所有网卡 / The address to listen on, 0.0.0.0 for every interface',
  },
  {
    name: 'HUB_DATA_DIR',
    default: '.data',
    doc: '数据目录：内置数据库、样例文件、city.yaml / The data directory: built-in database, sample files, city.yaml',
  },
  {
    name: 'DATABASE_URL',
    default: '',
    doc: '自备的 PostgreSQL 18 服务器，设定后不启动内置数据库 / A PostgreSQL 18 server of yours; the built-in one is not started then',
  },
  {
    name: 'HUB_SAMPLE',
    default: 'on',
    doc: '首次启动时是否载入样例城市：on 或 off / Whether the first start loads the sample city: on or off',
  },
  {
    name: 'NODE_ENV',
    default: '',
    doc: 'production 时错误信息不提示字段名 / With production, errors suggest no field names',
  },
  {
    name: 'HUB_INTROSPECTION',
    default: 'on',
    doc: '是否开放内省查询和 /schema.graphql：on 或 off / Whether introspection and /schema.graphql are open: on or off',
  },
  {
    name: 'HUB_CURSOR_SECRET',
    default: '',
    doc: '分页游标的签名密钥，多个副本须相同；不设则在数据目录中生成 / The key that signs cursors, the same for all replicas; made in the data directory if not set',
  },
  {
    name: 'HUB_URL_<SERVICE>',
    default: '',
    doc: 'hub serve gateway 访问各服务的地址，如 HUB_URL_REGISTRY=http://registry:4000/graphql / Where hub serve gateway reaches a service',
  },
] as const satisfies readonly Variable[];
