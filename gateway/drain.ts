import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Requests still under way this long after the server was asked to stop are cut off. */
const DRAIN_MS = 10_000;

/**
 * Gives the way to stop a server: answers under way are finished, connections without one are closed at once.
 * Node's own `closeIdleConnections` spares connections that never sent anything, and they would hold up the end.
 */
export function drainable(http: Server): () => Promise<void> {
  const underWay = new Map<Socket, number>();
  let isDraining = false;
  http.on('connection', (socket: Socket) => {
    underWay.set(socket, 0);
    socket.once('close', () => underWay.delete(socket));
  });
  http.on('request', ({ socket }, response) => {
    underWay.set(socket, (underWay.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const left = (underWay.get(socket) ?? 1) - 1;
      if (!socket.destroyed) underWay.set(socket, left);
      if (isDraining && left === 0) socket.destroySoon();
    });
  });
  return async () => {
    if (!http.listening) return;
    isDraining = true;
    const ended = new Promise<void>((resolve) => http.close(() => resolve()));
    for (const [socket, requests] of underWay) if (requests === 0) socket.destroy();
    const patience = setTimeout(() => http.closeAllConnections(), DRAIN_MS);
    await ended;
    clearTimeout(patience);
  };
}
