import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { keepRule, ownRules, removeRule } from "#capture/own-rules.ts";
import { builtInRules } from "#domain/extract/rules/built-in.ts";
import { checkRule } from "#domain/extract/rules/check-rule.ts";
import type { SiteRule } from "#domain/extract/rules/site-rule.ts";
import { t } from "#i18n/messages.ts";
import { Sheet } from "#ui/components/sheet.tsx";
import { saveFile } from "#ui/save-file.ts";
import { RuleTrial } from "./rule-trial.tsx";
import "./rules-sheet.css";

type Word = { text: string; bad?: boolean; undo?: () => void };

/** The reader's own rules, to add, try, change and remove; below them those that ship. */
export function RulesSheet({ onClose }: { onClose: () => void }) {
  const own = useSignal(ownRules());
  const written = useSignal("");
  const word = useSignal<Word | undefined>(undefined);
  const field = useRef<HTMLTextAreaElement>(null);
  const checked = written.value.trim() === "" ? undefined : checkRule(written.value, document);

  /** Says how it went and shows what is kept now. */
  function tell(done: boolean, text: string, undo?: () => void) {
    own.value = ownRules();
    word.value = done ? { text, ...(undo && { undo }) } : { text: t.rules.unstored, bad: true };
  }

  function keep() {
    if (!checked) return;
    if ("fault" in checked) {
      word.value = { text: t.rules.faults[checked.fault.code](checked.fault.at), bad: true };
      field.current?.focus();
      return;
    }
    const done = keepRule(checked.rule);
    if (done) written.value = "";
    tell(done, t.rules.kept(checked.rule.name));
  }

  function edit(rule: SiteRule) {
    written.value = JSON.stringify(rule, null, 2);
    word.value = undefined;
    field.current?.focus();
  }

  const remove = (rule: SiteRule) =>
    tell(removeRule(rule.name), t.rules.removed(rule.name), () => {
      tell(keepRule(rule), t.rules.kept(rule.name));
    });

  return (
    <Sheet label={t.rules.title} onClose={onClose}>
      <div class="rules-sheet">
        <h2>{t.rules.title}</h2>
        <h3>{t.rules.own}</h3>
        {own.value.length === 0 && <p>{t.rules.none}</p>}
        <RuleList rules={own.value} onEdit={edit} editWord={t.rules.edit} onRemove={remove} />
        <textarea
          ref={field}
          rows={written.value === "" ? 3 : 9}
          spellcheck={false}
          autocapitalize="off"
          aria-label={t.rules.field}
          aria-invalid={word.value?.bad === true}
          placeholder={t.rules.field}
          value={written.value}
          onInput={(event) => {
            written.value = event.currentTarget.value;
            word.value = undefined;
          }}
        />
        <p class="rules-word" role={word.value?.bad ? "alert" : "status"}>
          {word.value?.text}
          {word.value?.undo && (
            <button type="button" class="quiet-button" onClick={word.value.undo}>
              {t.rules.undo}
            </button>
          )}
        </p>
        <div class="rules-deeds">
          <label class="quiet-button">
            {t.rules.file}
            <input
              type="file"
              class="unseen"
              accept=".json,application/json"
              onChange={async (event) => {
                const [file] = event.currentTarget.files ?? [];
                event.currentTarget.value = "";
                if (file) written.value = await file.text().catch(() => "");
                word.value = undefined;
              }}
            />
          </label>
          {checked && (
            <button type="button" class="quiet-button rules-keep" onClick={keep}>
              {t.rules.keep}
            </button>
          )}
        </div>
        {checked && "rule" in checked && <RuleTrial rule={checked.rule} />}
        <details>
          <summary>{t.rules.shipped(builtInRules.length)}</summary>
          <RuleList rules={builtInRules} onEdit={edit} editWord={t.rules.start} />
        </details>
        <button type="button" class="main-button" onClick={onClose}>
          {t.rules.close}
        </button>
      </div>
    </Sheet>
  );
}

type ListProps = {
  rules: readonly SiteRule[];
  editWord: string;
  onEdit: (rule: SiteRule) => void;
  onRemove?: (rule: SiteRule) => void;
};

function RuleList({ rules, editWord, onEdit, onRemove }: ListProps) {
  return (
    <ul>
      {rules.map((rule) => (
        <li key={rule.name}>
          <b>{rule.name}</b>
          <small>{rule.hosts.join(" · ")}</small>
          <span>
            <Deed name={editWord} of={rule} run={onEdit} />
            {onRemove && <Deed name={t.rules.export} of={rule} run={download} />}
            {onRemove && <Deed name={t.rules.remove} of={rule} run={onRemove} />}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Deed({ name, of, run }: { name: string; of: SiteRule; run: (rule: SiteRule) => void }) {
  return (
    <button type="button" aria-label={`${name} ${of.name}`} onClick={() => run(of)}>
      {name}
    </button>
  );
}

/** Gives a rule to the reader as a file. */
function download(rule: SiteRule) {
  saveFile(`${rule.hosts[0] ?? "rule"}.json`, new Blob([JSON.stringify(rule, null, 2)], { type: "application/json" }));
}
