type Rules = { createScriptURL: () => string };
type Factory = { createPolicy(name: string, rules: Rules): { createScriptURL(url: string): string } };

const made = new Map<string, string>();

/**
 * The address of a thread of ours as Trusted Types want it, by a policy that can name this one file and no other
 * (the name must be allowed in the page's policy). A policy is made once: browsers refuse a second one of its name.
 */
export function trustedAddress(policy: string, address: string): string {
  const known = made.get(policy);
  if (known !== undefined) return known;
  const { trustedTypes } = globalThis as { trustedTypes?: Factory };
  const trusted = trustedTypes?.createPolicy(policy, { createScriptURL: () => address }).createScriptURL("") ?? address;
  made.set(policy, trusted);
  return trusted;
}
