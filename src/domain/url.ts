/** Parameters that say who sent the reader and never which page is meant. */
const tracking =
  /^(?:utm_\w+|spm|scm|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|igshid|twclid|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|vero_id|oly_enc_id|oly_anon_id|wt_mc|share_token|share_source|share_medium|share_from|isappinstalled|weibo_id|nsukey)$/i;
/** `from` is a real parameter on many sites; only WeChat's own values of it are known to mean nothing. */
const sharedFrom = /^from=(?:timeline|groupmessage|singlemessage|message|weixin|wechat|qrcode)$/i;
/** What WeChat hangs on an article's address beside the four that name it. */
const weixinTracking =
  /^(?:scene|subscene|ascene|chksm|sharer_\w+|srcid|from|key|uin|pass_ticket|devicetype|version|exportkey|exportkey_token|nettype|wx_header|sessionid|session_us|session_id|enterid|clicktime|poc_token|mpshare|lang|fontscale|acctmode|wxtoken|countrycode|forceh5|click_id|finder_biz_enter_id|ranksessionid|realreporttime)$/i;

/** One address for one page: what `http` addresses of the same page have in common; undefined for any other address. */
export function normalizeUrl(address: string): string | undefined {
  const url = parse(address.trim());
  if (!url) return undefined;
  // Search strings are cut and sorted as they stand: decoding one in GBK as UTF-8 would make two pages one.
  const parameters = url.search
    .slice(1)
    .split("&")
    .filter((parameter) => isMeaningful(parameter, url.hostname));
  const search = parameters.length > 0 ? `?${parameters.sort(byName).join("&")}` : "";
  return `${url.protocol}//${url.host}${trimmed(url.pathname)}${search}${route(url.hash)}`;
}

function parse(address: string): URL | undefined {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.hostname === "" ? undefined : url;
}

function isMeaningful(parameter: string, host: string): boolean {
  const name = nameOf(parameter);
  if (parameter === "" || tracking.test(name) || sharedFrom.test(parameter)) return false;
  return !(host === "mp.weixin.qq.com" && weixinTracking.test(name));
}

function byName(one: string, other: string): number {
  const a = nameOf(one);
  const b = nameOf(other);
  return a < b ? -1 : a > b ? 1 : 0;
}

function nameOf(parameter: string): string {
  return parameter.split("=", 1)[0] ?? "";
}

function trimmed(path: string): string {
  let end = path.length;
  while (end > 1 && path[end - 1] === "/") end--;
  return path.slice(0, end);
}

/** A fragment names a place in a page, except where a page in one file keeps its routes there. */
function route(hash: string): string {
  return /^#[!/]./.test(hash) ? hash : "";
}
