/** Text that is an address by its look: with a scheme, with www, or ending in one of the common domains. */
const written =
  /^(?:https?:\/\/(?:[^/@\s]*@)?|www\.)?((?:[\p{L}\p{N}-]+\.)+(?:com|org|net|cn|gov|edu|io|info|co|uk|de|fr|jp|kr|tw|hk|eu|ru)|(?<=\/\/)[^/\s:?#]+)(?=[/:?#\s]|$)/iu;

/** What is not seen, or turns what is seen round: format and control characters. */
const unseen = /[\p{Cf}\p{Cc}]/gu;

/** The host an address leads to, as the network knows it: letters of other scripts in their plain form (xn--…). */
export function realHost(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, host } = new URL(address);
  return /^https?:$/.test(protocol) && host ? host : undefined;
}

/** The host a link's words claim where it is another than the one it leads to; undefined for an honest link. */
export function falseHost(words: string, address: string): string | undefined {
  const real = realHost(address)?.replace(/:\d+$/, "");
  const [, claimed] = written.exec(words.replace(unseen, "").trim()) ?? [];
  if (!real || !claimed || !URL.canParse(`http://${claimed}`)) return undefined;
  const host = new URL(`http://${claimed}`).hostname;
  const isSame = [host, `www.${host}`].includes(real) || real.endsWith(`.${host}`) || host.endsWith(`.${real}`);
  return isSame ? undefined : claimed;
}
