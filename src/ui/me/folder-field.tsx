import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "#i18n/messages.ts";
import { forgetFolder, keepFolder, keptFolder } from "#library/backup-folder.ts";
import { allowed, canPickFolder, pickFolder } from "#ui/backup-folder-access.ts";
import { sayFailure } from "./backup-words.ts";

/** The folder for automatic backups, where the browser lets one be chosen. */
export function FolderField() {
  const folder = useSignal<FileSystemDirectoryHandle | undefined>(undefined);
  const isAllowed = useSignal(true);
  const word = useSignal("");
  useEffect(() => {
    if (!canPickFolder()) return;
    keptFolder()
      .then(async (found) => {
        isAllowed.value = found === undefined || (await allowed(found, "query"));
        folder.value = found;
      })
      .catch(reportError);
  }, []);
  if (!canPickFolder()) return null;

  const attempt = (deed: () => Promise<unknown>) => () =>
    deed().catch((error) => {
      word.value = error instanceof DOMException ? t.backup.folder.refused : sayFailure(error);
    });
  const choose = attempt(async () => {
    const found = await pickFolder();
    if (!found) return;
    await keepFolder(found);
    isAllowed.value = true;
    folder.value = found;
    word.value = "";
  });
  const allow = attempt(async () => {
    if (folder.value) isAllowed.value = await allowed(folder.value, "request");
    word.value = isAllowed.value ? "" : t.backup.folder.refused;
  });
  const forget = attempt(async () => {
    await forgetFolder();
    folder.value = undefined;
  });
  return (
    <>
      <h3>{t.backup.folder.title}</h3>
      <p class="backup-aside">{folder.value ? t.backup.folder.chosen(folder.value.name) : t.backup.folder.hint}</p>
      {!folder.value && (
        <button type="button" class="quiet-button backup-folder" onClick={choose}>
          {t.backup.folder.choose}
        </button>
      )}
      {folder.value && !isAllowed.value && (
        <button type="button" class="main-button" onClick={allow}>
          {t.backup.folder.allow}
        </button>
      )}
      {folder.value && (
        <button type="button" class="quiet-button" onClick={forget}>
          {t.backup.folder.forget}
        </button>
      )}
      <p role="status">{word.value}</p>
    </>
  );
}
