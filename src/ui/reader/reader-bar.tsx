import { useSignal } from "@preact/signals";
import type { Article } from "#domain/article.ts";
import { t } from "#i18n/messages.ts";
import { Icon } from "#ui/components/icon.tsx";
import { later } from "#ui/components/later.tsx";
import { Menu } from "#ui/components/menu.tsx";
import { deleteWithUndo, toggleFavourite } from "#ui/deeds.ts";
import { tagging } from "#ui/tagging.ts";
import { canSpeak, fewestHeadings, headingCount, openAid, readFrom } from "./aids/aid.ts";
import { AidIcon } from "./aids/aid-icon.tsx";
import { MarkMenuItem } from "./marks/mark-menu-item.tsx";
import { TypeSheet } from "./type/type-sheet.tsx";
import "./reader-bar.css";

const ReceiptSheet = later(async () => (await import("./receipt-sheet.tsx")).ReceiptSheet);
const MarkList = later(async () => (await import("./marks/mark-list.tsx")).MarkList);
const MendScreen = later(async () => (await import("./mend/mend-screen.tsx")).MendScreen); // it brings extraction with it

type ReaderBarProps = {
  article: Article;
  /** The character the page stands at when it is asked; none while there are no words yet. */
  offset?: () => number;
  /** Whether all of it is wanted: what is in the menu can come after the words. */
  isWhole?: boolean;
  onBack: () => void;
};

/** The bar above an article: back, star, type, and the rest in a menu. */
export function ReaderBar({ article, offset, isWhole = true, onBack }: ReaderBarProps) {
  const typeOpen = useSignal(false);
  const receiptOpen = useSignal(false);
  const marksOpen = useSignal(false);
  const mendOpen = useSignal(false);
  const favourite = article.favouritedAt !== undefined;
  return (
    <header class="reader-bar">
      <button type="button" class="icon-button reader-back" aria-label={t.reader.back} onClick={onBack}>
        <Icon name="back" />
      </button>
      <span />
      <button
        type="button"
        class={`icon-button reader-star ${favourite ? "seal" : ""}`}
        aria-pressed={favourite}
        aria-label={t.article.favourite}
        onClick={() => toggleFavourite(article)}
      >
        <Icon name="star" filled={favourite} />
      </button>
      <button
        type="button"
        class="icon-button reader-type"
        aria-label={t.type.label}
        aria-expanded={typeOpen.value}
        onClick={() => (typeOpen.value = true)}
      >
        <Icon name="type" />
      </button>
      <Menu label={t.article.more}>
        {isWhole && (
          <>
            {headingCount.value >= fewestHeadings && (
              <button type="button" class="reader-contents" onClick={() => (openAid.value = "contents")}>
                <AidIcon name="contents" />
                {t.aids.contents}
              </button>
            )}
            {offset && canSpeak() && (
              <button type="button" class="reader-aloud" onClick={() => readFrom(offset())}>
                <AidIcon name="voice" />
                {t.aids.voice.title}
              </button>
            )}
            {offset && (
              <button type="button" class="reader-share" onClick={() => (openAid.value = "share")}>
                <AidIcon name="share" />
                {t.aids.share.title}
              </button>
            )}
            {article.url && (
              <a href={article.url} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
                <Icon name="out" />
                {t.article.original}
              </a>
            )}
            <button type="button" class="reader-tags" onClick={() => (tagging.value = [article.id])}>
              <Icon name="tag" />
              {t.organise.tags}
            </button>
            <MarkMenuItem article={article} onOpen={() => (marksOpen.value = true)} />
            {offset && (
              <button type="button" class="reader-print" onClick={() => (openAid.value = "print")}>
                <Icon name="print" />
                {t.article.print}
              </button>
            )}
            <button type="button" class="reader-receipt" onClick={() => (receiptOpen.value = true)}>
              <Icon name="info" />
              {t.receipt.title}
            </button>
            <button type="button" class="reader-mend" onClick={() => (mendOpen.value = true)}>
              <Icon name="scissors" />
              {t.mend.title}
            </button>
            <button
              type="button"
              class="reader-delete"
              onClick={() => {
                onBack();
                void deleteWithUndo(article.id);
              }}
            >
              <Icon name="trash" />
              {t.article.delete}
            </button>
          </>
        )}
      </Menu>
      {receiptOpen.value && <ReceiptSheet article={article} onClose={() => (receiptOpen.value = false)} />}
      {marksOpen.value && <MarkList article={article} onClose={() => (marksOpen.value = false)} />}
      {mendOpen.value && <MendScreen article={article} onClose={() => (mendOpen.value = false)} />}
      {typeOpen.value && <TypeSheet lang={article.lang} onClose={() => (typeOpen.value = false)} />}
    </header>
  );
}
