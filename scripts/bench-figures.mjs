// How the figures of a benchmark are summed up.

/** The share of a list for which a claim holds; empty for none. */
export function share(list, claim) {
  return list.length ? round(list.filter(claim).length / list.length, 3) : "";
}

/** The time, in milliseconds, within which so much (0 to 1) of the answers came; empty for none. */
export function quantile(answers, part) {
  const times = answers.map(({ time }) => time).sort((a, b) => a - b);
  return times.length ? round(times[Math.min(Math.floor(times.length * part), times.length - 1)]) : "";
}

/** The middle one of some numbers. */
export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** A number with so many digits after the point. */
export function round(number, digits = 1) {
  return Number(number.toFixed(digits));
}

/** The mean share of the true ids of each query that its answer has. */
export function recallOf(truth, answers) {
  const shares = Object.values(truth).map((ids, at) => {
    const found = new Set(answers[at].ids);
    return ids.length ? ids.filter((id) => found.has(id)).length / ids.length : 1;
  });
  return round(shares.reduce((a, b) => a + b, 0) / shares.length, 3);
}
