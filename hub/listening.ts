import { once } from 'node:events';
import { createServer } from 'node:net';
import { HubProblem } from './problem.js';

/** Runs a `listen` and says in both languages why an address is refused. */
export async function listening<T>(address: { host: string; port: number }, listen: () => Promise<T>): Promise<T> {
  try {
    return await listen();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    const { host, port } = address;
    if (code === 'EADDRINUSE') {
      throw new HubProblem(
        `端口 ${port} 已被占用，请用环境变量 PORT 指定另一个端口`,
        `port ${port} is taken; name another with the environment variable PORT`,
        { cause },
      );
    }
    if (code === 'EACCES') {
      throw new HubProblem(`无权监听端口 ${port}`, `this user may not listen on port ${port}`, { cause });
    }
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new HubProblem(`本机没有地址 ${host}（HUB_HOST）`, `this machine has no address ${host} (HUB_HOST)`, {
        cause,
      });
    }
    throw cause;
  }
}

/** Refuses a taken port before the work of starting is done in vain. */
export function checkAddress(address: { host: string; port: number }): Promise<void> {
  return listening(address, async () => {
    const probe = createServer().listen(address.port, address.host);
    await once(probe, 'listening');
    probe.close();
    await once(probe, 'close');
  });
}
