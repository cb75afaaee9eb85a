import { type ExportFormat, exportFormats } from "#export/export-articles.ts";
import { t } from "#i18n/messages.ts";
import type { ShelfTable } from "#library/shelf-table.ts";
import { type Scope, scopes, tagsIn } from "./scope.ts";
import "./export-choices.css";

type ScopeChoiceProps = { table: ShelfTable; scope: Scope; onChoose: (scope: Scope) => void };

/** Which of the library goes out: a list, what is read or marked, or a tag. */
export function ScopeChoice({ table, scope, onChoose }: ScopeChoiceProps) {
  const tags = tagsIn(table);
  return (
    <label class="export-choices export-scope">
      <span>{t.exporting.which}</span>
      <select value={scope} onChange={(event) => onChoose(event.currentTarget.value as Scope)}>
        <optgroup label={t.exporting.lists}>
          {scopes.map((one) => (
            <option key={one} value={one}>
              {t.exporting.scopes[one]}
            </option>
          ))}
        </optgroup>
        {tags.length > 0 && (
          <optgroup label={t.exporting.tags}>
            {tags.map((tag) => (
              <option key={tag} value={`#${tag}`}>
                {tag}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </label>
  );
}

type FormatChoiceProps = { chosen: ExportFormat; onChoose: (format: ExportFormat) => void };

/** In which form it goes out, each with what it is for. */
export function FormatChoice({ chosen, onChoose }: FormatChoiceProps) {
  return (
    <fieldset class="export-choices">
      <legend class="unseen">{t.exporting.format}</legend>
      {exportFormats.map((format) => (
        <label key={format} class={`export-format export-format-${format}`}>
          <input
            type="radio"
            name="export-format"
            value={format}
            checked={format === chosen}
            onChange={() => onChoose(format)}
          />
          <span>{t.exporting.formats[format]}</span>
          <small>{t.exporting.about[format]}</small>
        </label>
      ))}
    </fieldset>
  );
}
