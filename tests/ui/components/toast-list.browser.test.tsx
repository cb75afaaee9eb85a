import { signal } from "@preact/signals";
import { render } from "preact";
import { afterEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { speak } from "#i18n/messages.ts";
import { Sheet } from "#ui/components/sheet.tsx";
import { ToastList } from "#ui/components/toast-list.tsx";

const open = signal(false);
const undo = vi.fn();

await speak("en");

function Page() {
  return (
    <>
      {open.value && (
        <Sheet label="tags" onClose={() => (open.value = false)}>
          <p>what is changed</p>
        </Sheet>
      )}
      <ToastList
        toasts={[{ id: 1, text: "merged", action: { label: "undo", run: undo } }]}
        onDone={() => {}}
        onHold={() => {}}
      />
    </>
  );
}

const host = document.createElement("div");

afterEach(() => {
  open.value = false;
  render(null, host);
  host.remove();
});

test("what is said while a sheet is open is said in it, can be tapped, and stays when the sheet goes", async () => {
  document.body.append(host);
  render(<Page />, host);
  const said = document.querySelector("[role=status]");
  open.value = true;
  await vi.waitFor(() => expect(said?.closest("dialog")).not.toBeNull());
  await userEvent.click(document.querySelector(".toast button") as HTMLElement);
  expect(undo).toHaveBeenCalledOnce();
  document.querySelector("dialog")?.close();
  await vi.waitFor(() => expect(document.querySelector("dialog")).toBeNull());
  expect(said?.isConnected).toBe(true);
  expect(document.querySelectorAll(".toast").length).toBe(1);
});
