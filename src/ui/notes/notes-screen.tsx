import { useSignal } from "@preact/signals";
import type { Noted } from "#domain/highlight.ts";
import { notesToJson, notesToMarkdown } from "#domain/notes-file.ts";
import { t } from "#i18n/messages.ts";
import { allNoted } from "#library/noted.ts";
import { Icon } from "#ui/components/icon.tsx";
import { Menu } from "#ui/components/menu.tsx";
import { hrefOf, route } from "#ui/router.ts";
import { saveFile } from "#ui/save-file.ts";
import { say } from "#ui/toasts.ts";
import { useLive } from "#ui/use-live.ts";
import { NotedArticle } from "./noted-article.tsx";
import { countEntries, firstEntries, type NotesFilter, narrow, notesFilters } from "./notes-filter.ts";
import "./notes-screen.css";

/** Entries drawn at first, and at each "more": several screens full, and quickly drawn. */
const page = 100;

/** Everything the reader marked and wrote, the latest first, by article. */
export function NotesScreen() {
  const all = useLive(allNoted);
  const query = useSignal("");
  const filter = useSignal<NotesFilter>("all");
  const article = useSignal<string | undefined>(undefined);
  const most = useSignal(page);
  if (!all) return <div class="notes-screen" aria-busy="true" />;
  const found = narrow(all, { query: query.value, filter: filter.value, article: article.value });
  const count = countEntries(found);
  const only = all.find((noted) => noted.article.id === article.value)?.article;
  return (
    <div class="notes-screen">
      <header class="screen-bar">
        <a class="icon-button notes-back" href={hrefOf({ screen: "me" })} aria-label={t.notes.back}>
          <Icon name="back" />
        </a>
        <h1>{t.notes.title}</h1>
        {count > 0 && <Export noted={found} />}
      </header>
      {all.length === 0 ? (
        <div class="notes-empty">
          <Icon name="pencil" />
          <p class="notes-empty-title">{t.notes.empty}</p>
          <p>{t.notes.emptyHint}</p>
        </div>
      ) : (
        <div class="notes-scroll">
          <search class="notes-field">
            <Icon name="search" />
            <input
              type="search"
              autocomplete="off"
              placeholder={t.notes.search}
              aria-label={t.notes.search}
              value={query.value}
              onInput={(event) => (query.value = event.currentTarget.value)}
            />
          </search>
          <Filters all={all} chosen={filter.value} onChoose={(choice) => (filter.value = choice)} />
          {only && (
            <button type="button" class="notes-only" onClick={() => (article.value = undefined)}>
              <span>{t.notes.only(only.title)}</span>
              <Icon name="close" />
              <span class="unseen">{t.notes.everyArticle}</span>
            </button>
          )}
          <p class="notes-count" role="status">
            {count > 0 ? t.notes.count(count) : t.notes.none}
          </p>
          <ul>
            {firstEntries(found, most.value).map((noted) => (
              <NotedArticle
                key={noted.article.id}
                noted={noted}
                open={noted.article.id === route.value.article}
                onOnly={only || all.length < 2 ? undefined : () => (article.value = noted.article.id)}
              />
            ))}
          </ul>
          {count > most.value && (
            <button type="button" class="quiet-button notes-more" onClick={() => (most.value += page)}>
              {t.notes.more(Math.min(page, count - most.value))}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

type FiltersProps = { all: readonly Noted[]; chosen: NotesFilter; onChoose: (filter: NotesFilter) => void };

/** Chips only for what there is. */
function Filters({ all, chosen, onChoose }: FiltersProps) {
  const count = (filter: NotesFilter) => countEntries(narrow(all, { query: "", filter, article: undefined }));
  const offered = notesFilters.filter((filter) => filter === "all" || filter === chosen || count(filter) > 0);
  const words = { all: t.notes.all(count("all")), noted: t.notes.withNote, ...t.marks.names };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would name a form, and these only narrow a list
    <div class="notes-chips" role="group" aria-label={t.notes.filters}>
      {offered.map((filter) => (
        <button
          key={filter}
          type="button"
          class={`notes-chip-${filter}`}
          aria-pressed={filter === chosen}
          onClick={() => onChoose(filter)}
        >
          {words[filter]}
        </button>
      ))}
    </div>
  );
}

/** What is shown, as a file. */
function Export({ noted }: { noted: readonly Noted[] }) {
  const save = (ending: string, type: string, content: string) => {
    const day = new Date().toISOString().slice(0, 10);
    saveFile(`${t.notes.fileName}-${day}.${ending}`, new Blob([content], { type }));
    say(t.notes.exported(countEntries(noted)));
  };
  return (
    <Menu label={t.notes.export}>
      <button
        type="button"
        class="notes-markdown"
        onClick={() => save("md", "text/markdown;charset=utf-8", notesToMarkdown(t.notes.fileTitle, noted))}
      >
        <Icon name="file" />
        {t.notes.markdown}
      </button>
      <button type="button" class="notes-json" onClick={() => save("json", "application/json", notesToJson(noted))}>
        <Icon name="file" />
        {t.notes.json}
      </button>
    </Menu>
  );
}
