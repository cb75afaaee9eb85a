import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "#i18n/messages.ts";
import "./note-field.css";

type NoteFieldProps = {
  label: string;
  hint: string;
  /** What is kept now. */
  kept: string;
  /** Whether one has come to write: the field has the focus when it appears. */
  writing?: boolean;
  /** Keeps the words; the field says "saved" only when this has come to its end. */
  onSave: (words: string) => Promise<unknown>;
};

/** Words are kept this long after the last key, in milliseconds; leaving the field or the page keeps them at once. */
const pause = 600;

/** A field for the reader's own words, kept as they are typed. */
export function NoteField({ label, hint, kept, writing = false, onSave }: NoteFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const state = useSignal<"still" | "saved" | "failed">("still");
  const timer = useRef(0);
  const lastSaved = useRef(kept);
  const save = useRef(onSave);
  save.current = onSave;

  const saveNow = useRef(async () => {
    clearTimeout(timer.current);
    timer.current = 0;
    const words = field.current?.value ?? lastSaved.current;
    if (words === lastSaved.current) return;
    const before = lastSaved.current;
    lastSaved.current = words;
    try {
      await save.current(words);
      if (field.current?.value === words) state.value = "saved";
    } catch {
      lastSaved.current = before; // tried again with the next key, or when the field is left
      state.value = "failed";
    }
  });

  useEffect(() => {
    if (writing) field.current?.focus();
  }, []);

  useEffect(() => {
    const leave = () => void saveNow.current();
    addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", leave);
    const shown = field.current;
    return () => {
      field.current ??= shown; // the element has gone from the page, its words have not
      leave();
      removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", leave);
    };
  }, []);

  useEffect(() => {
    // Changed elsewhere, in another tab perhaps: shown here unless the reader is writing.
    if (!field.current || timer.current || kept === lastSaved.current || document.activeElement === field.current)
      return;
    lastSaved.current = kept;
    field.current.value = kept;
  }, [kept]);

  /** Half-typed pinyin is not kept: an input method says when it is done. */
  const take = (event: InputEvent | CompositionEvent) => {
    if (event instanceof InputEvent && event.isComposing) return;
    state.value = "still";
    clearTimeout(timer.current);
    timer.current = window.setTimeout(saveNow.current, pause);
  };

  return (
    <label class="note-field">
      <span class="unseen">{label}</span>
      <textarea
        ref={field}
        rows={3}
        defaultValue={kept}
        placeholder={hint}
        onInput={take}
        onCompositionEnd={take}
        onBlur={() => void saveNow.current()}
      />
      <small role="status">
        {state.value === "saved" && t.marks.saved}
        {state.value === "failed" && t.marks.notSaved}
      </small>
    </label>
  );
}
