import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Trial, TrialPage } from "#capture/try-rule.ts";
import type { SiteRule } from "#domain/extract/rules/site-rule.ts";
import { t } from "#i18n/messages.ts";

/** The beginning of an article is enough to see whether it is the right one, in characters. */
const shown = 160;

type State = { page: TrialPage; trial: Trial } | "unread" | undefined;

/** Tries a rule on an article's page or on a saved one, and says what the rule itself found. */
export function RuleTrial({ rule }: { rule: SiteRule }) {
  const offered = useSignal<{ id: string; title: string }[]>([]);
  const state = useSignal<State>(undefined);
  useEffect(() => {
    import("#capture/try-rule.ts")
      .then(({ articlesToTry }) => articlesToTry())
      .then((articles) => {
        offered.value = articles;
      }, reportError);
  }, []);

  async function attempt(find: () => Promise<TrialPage | null>) {
    try {
      const [page, { tryRule }] = await Promise.all([find(), import("#capture/try-rule.ts")]);
      state.value = page ? { page, trial: tryRule(rule, page) } : "unread";
    } catch {
      state.value = "unread";
    }
  }

  // A rule that has been changed is tried again on the page chosen before.
  useEffect(() => {
    const before = state.peek();
    if (before && before !== "unread") void attempt(async () => before.page);
  }, [JSON.stringify(rule)]);

  return (
    <section class="rules-trial" aria-label={t.rules.trial}>
      <h3>{t.rules.trial}</h3>
      {offered.value.length > 0 && (
        <select
          aria-label={t.rules.pick}
          onChange={(event) => {
            const id = event.currentTarget.value;
            if (id) void attempt(async () => (await import("#capture/try-rule.ts")).keptPage(id));
          }}
        >
          <option value="">{t.rules.pick}</option>
          {offered.value.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      )}
      <label class="quiet-button">
        {t.rules.saved}
        <input
          type="file"
          class="unseen"
          accept=".html,.htm,.mht,.mhtml,.webarchive"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = "";
            if (file) void attempt(async () => (await import("#capture/try-rule.ts")).pageInFile(file));
          }}
        />
      </label>
      <div role="status">
        {state.value === "unread" && <p>{t.rules.unread}</p>}
        {state.value && state.value !== "unread" && <Outcome trial={state.value.trial} />}
      </div>
    </section>
  );
}

function Outcome({ trial: { claimed, reading, article } }: { trial: Trial }) {
  if (!claimed) return <p class="rules-verdict">{t.rules.unclaimed}</p>;
  if (!reading) return <p class="rules-verdict">{t.rules.nothing}</p>;
  const { body, posts, rows, fields } = reading;
  const parts = [
    body.length > 0 && t.rules.bodies,
    posts.length > 0 && t.rules.posts(posts.length),
    rows.length > 0 && t.rules.rows(rows.length),
  ].filter((part) => part !== false);
  const names = t.mend.names;
  const found = [
    [names.title, fields.title],
    [names.byline, fields.byline],
    [names.source, fields.siteName],
    [names.published, fields.published],
    [t.rules.text, `${article.textContent.slice(0, shown)}…`],
  ];
  return (
    <>
      <p class="rules-verdict">
        {parts.length === 0
          ? t.rules.partly
          : t.rules.found(new Intl.ListFormat(document.documentElement.lang).format(parts))}
      </p>
      <dl>{found.map(([name, value]) => value && <Fact key={name} name={name ?? ""} value={value} />)}</dl>
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
