/** Asks a site for something as nobody in particular: no cookie, no referrer, and only what it lets other sites read; throws after `patience` milliseconds. */
export function askWeb(address: string, patience: number): Promise<Response> {
  return fetch(address, {
    mode: "cors",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    signal: AbortSignal.timeout(patience),
  });
}
