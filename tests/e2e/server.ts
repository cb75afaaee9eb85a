// A static server that can be given a new build, killed and brought up again: a dead server is the honest "offline".
import { readFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

type Hit = { method: string; path: string };

export type AppServer = {
  /** Ends in a slash. */
  url: string;
  hits: Hit[];
  /** From now on another folder is served, as after an upload of a new build. */
  deploy(folder: string): void;
  kill(): Promise<void>;
  /** The same address answers again. */
  up(): Promise<void>;
};

const types: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** Serves a folder below `mount`, which begins and ends in a slash, each answer with these headers. */
export async function serve(folder: string, mount = "/", headers: Record<string, string> = {}): Promise<AppServer> {
  let root = folder;
  let server: Server;
  let port = 0;
  const hits: Hit[] = [];

  async function up() {
    server = createServer(async (request, response) => {
      const { pathname } = new URL(request.url ?? "/", "http://localhost");
      hits.push({ method: request.method ?? "", path: pathname });
      if (request.method === "GET" && pathname.startsWith(mount))
        await answer(response, root, pathname.slice(mount.length), headers);
      else refuse(response);
    });
    await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
    port = (server.address() as AddressInfo).port;
  }

  async function kill() {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  function deploy(next: string) {
    root = next;
  }

  await up();
  return { url: `http://localhost:${port}${mount}`, hits, deploy, kill, up };
}

async function answer(response: ServerResponse, root: string, path: string, headers: Record<string, string>) {
  const name = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  try {
    const body = await readFile(join(root, decodeURIComponent(name)));
    // no-store: what works offline must come from the service worker, not by luck from the HTTP cache.
    response.writeHead(200, {
      "content-type": types[extname(name)] ?? "application/octet-stream",
      "cache-control": "no-store",
      ...headers,
    });
    response.end(body);
  } catch {
    refuse(response);
  }
}

function refuse(response: ServerResponse) {
  response.writeHead(404, { "content-type": "text/plain" }).end("not here");
}
