import { useSignal } from "@preact/signals";
import { codeOf } from "#domain/errors.ts";
import { formatBytes } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { freeOriginals, type RoomStep } from "#library/room.ts";
import { freeCaches } from "#library/spare.ts";
import { freeVersions } from "#library/versions.ts";

type Choice = {
  name: string;
  label: string;
  hint: string;
  deed: string;
  /** Does it and gives the word to be said. */
  free: () => Promise<string>;
};

/** What can be let go of to make room, each with what it costs; nothing goes at the first tap. */
export function RoomChoices({ room, onDone }: { room: RoomStep["room"]; onDone: (word: string) => void }) {
  const asking = useSignal("");
  const choices = choicesOf(room);
  const run = ({ free }: Choice) => {
    asking.value = "";
    free().then(onDone, (error) => onDone(t.errors[codeOf(error)]));
  };
  return (
    <>
      {choices.map((choice) =>
        asking.value === choice.name ? (
          <div key={choice.name} class="room-ask" role="alert">
            <p>{choice.hint}</p>
            <button type="button" class="quiet-button" onClick={() => run(choice)}>
              {choice.deed}
            </button>
            <button type="button" class="quiet-button" onClick={() => (asking.value = "")}>
              {t.room.keep}
            </button>
          </div>
        ) : (
          <button
            key={choice.name}
            type="button"
            class={`quiet-button room-${choice.name}`}
            onClick={() => (asking.value = choice.name)}
          >
            {choice.label}
          </button>
        ),
      )}
    </>
  );
}

function choicesOf({ originals, versions }: RoomStep["room"]): Choice[] {
  const caches: Choice = {
    name: "caches",
    label: t.short.caches,
    hint: t.short.cachesHint,
    deed: t.short.free,
    free: async () => {
      await freeCaches();
      return t.short.cachesFreed;
    },
  };
  const ofOriginals: Choice = {
    name: "originals",
    label: t.room.free,
    hint: t.room.freeHint,
    deed: t.room.freeNow(formatBytes(originals)),
    free: async () => t.room.freed(await freeOriginals()),
  };
  const ofVersions: Choice = {
    name: "versions",
    label: t.short.versions,
    hint: t.short.versionsHint,
    deed: t.room.freeNow(formatBytes(versions)),
    free: async () => t.short.versionsFreed(await freeVersions()),
  };
  return [caches, ...(originals > 0 ? [ofOriginals] : []), ...(versions > 0 ? [ofVersions] : [])];
}
