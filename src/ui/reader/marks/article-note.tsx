import type { Article } from "#domain/article.ts";
import { t } from "#i18n/messages.ts";
import { articleNoteOf, saveArticleNote } from "#library/article-notes.ts";
import { NoteField } from "#ui/components/note-field.tsx";
import { useLive } from "#ui/use-live.ts";
import "./article-note.css";

/** The reader's own words about the whole article, at its end. */
export function ArticleNote({ article: { id } }: { article: Article }) {
  const note = useLive(() => articleNoteOf(id), [id]);
  if (note === undefined) return <div class="article-note" aria-busy="true" />;
  return (
    <div class="article-note">
      <NoteField
        label={t.marks.articleNote}
        hint={t.marks.articleNoteHint}
        kept={note?.text ?? ""}
        onSave={(text) => saveArticleNote(id, text, Date.now())}
      />
    </div>
  );
}
