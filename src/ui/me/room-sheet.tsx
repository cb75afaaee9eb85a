import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { codeOf } from "#domain/errors.ts";
import { formatBytes } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { measureRoom, type RoomStep } from "#library/room.ts";
import { Sheet } from "#ui/components/sheet.tsx";
import { RoomChoices } from "./room-choices.tsx";
import "./room-sheet.css";

/** What takes the room on this device, kind by kind, and what of it can be had back. */
export function RoomSheet({ used, onClose }: { used: number; onClose: () => void }) {
  const step = useSignal<RoomStep | undefined>(undefined);
  const word = useSignal("");
  const round = useSignal(0);
  useEffect(() => {
    let open = true;
    (async () => {
      for await (const next of measureRoom()) {
        if (!open) return;
        step.value = next;
      }
    })().catch((error) => {
      word.value = t.errors[codeOf(error)];
    });
    return () => {
      open = false;
    };
  }, [round.value]);
  const { done, total, room } = step.value ?? {
    done: 0,
    total: 1,
    room: { texts: 0, pictures: 0, originals: 0, versions: 0 },
  };
  const counted = done >= total;
  const kinds = ["texts", "pictures", "originals", "versions"] as const;
  const rest = used - kinds.reduce((sum, kind) => sum + room[kind], 0);
  return (
    <Sheet label={t.room.title} onClose={onClose}>
      <div class="room-sheet">
        <h2>{t.room.title}</h2>
        {!counted && <progress aria-label={t.room.counting} max={total} value={done} />}
        <dl>
          {kinds.map((kind) => (
            <Kind key={kind} name={t.room.kinds[kind]} bytes={room[kind]} />
          ))}
          {counted && rest > 0 && <Kind name={t.room.rest} bytes={rest} />}
        </dl>
        {counted && (
          <RoomChoices
            room={room}
            onDone={(said) => {
              word.value = said;
              round.value++;
            }}
          />
        )}
        <p role="status">{word.value}</p>
        <button type="button" class="main-button" onClick={onClose}>
          {t.airplane.close}
        </button>
      </div>
    </Sheet>
  );
}

function Kind({ name, bytes }: { name: string; bytes: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{formatBytes(bytes)}</dd>
    </div>
  );
}
