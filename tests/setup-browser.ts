// What is waited for is waited for long: a guard on a busy machine, where Vitest would give up after a second.
import { vi } from "vitest";

const patience = 20_000; // ms
const { waitFor } = vi;

vi.waitFor = (callback, options) =>
  waitFor(callback, typeof options === "number" ? options : { timeout: patience, ...options });
