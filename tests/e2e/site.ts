// Another site: pages under an origin of their own, with the headers a test wants.
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export type SitePage = { body: string | Uint8Array; type?: string; headers?: Record<string, string> };
export type Site = { url: string; close(): Promise<void> };

/** Serves pages by their path until it is closed, and tells of each request. */
export async function openSite(
  pages: Record<string, SitePage>,
  tell: (request: IncomingMessage) => void = () => {},
): Promise<Site> {
  const server = createServer((request, response) => {
    tell(request);
    const page = pages[new URL(request.url ?? "/", "http://localhost").pathname];
    if (!page) return void response.writeHead(404).end();
    response
      .writeHead(200, { "content-type": page.type ?? "text/html; charset=utf-8", ...page.headers })
      .end(page.body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
