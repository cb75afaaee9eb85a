import type { Page } from "@playwright/test";

export type Viewport = { width: number; height: number };

/** What every engine can do: the part of Playwright's Page that the WebDriver page has too. Selectors are CSS. */
export type UiPage = {
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  /** A text is run as it stands, for what no function of a test can be. */
  evaluate(script: string): Promise<unknown>;
  evaluate<Answer>(run: () => Answer | Promise<Answer>): Promise<Answer>;
  evaluate<Answer, Argument>(
    run: (argument: Argument) => Answer | Promise<Answer>,
    argument: Argument,
  ): Promise<Answer>;
  /** The function must answer at once: Playwright takes a promise for a yes. What has to be waited for is polled from the test. */
  waitForFunction<Argument>(
    run: (argument: Argument) => boolean | Element | null | undefined,
    argument: Argument,
    options?: Wait,
  ): Promise<unknown>;
  waitForSelector(selector: string, options?: Wait): Promise<unknown>;
  click(selector: string): Promise<void>;
  fill(selector: string, text: string): Promise<void>;
  setInputFiles(selector: string, paths: string[]): Promise<void>;
  textContent(selector: string): Promise<string | null>;
  screenshot(options: { path: string }): Promise<unknown>;
};

export type Wait = { timeout?: number };

/** A page with nothing stored before it, and the windows it opens. */
export type Visit = {
  page: UiPage;
  /** Playwright's own page, where the engine has one. */
  playwright?: Page;
  /** The window that opens while something is done. */
  popup(trigger: () => Promise<unknown>): Promise<UiPage>;
};

/** One run of a browser on a profile that outlives it. */
export type Session = Visit & {
  close(): Promise<void>;
  /** Ends the browser as an empty battery would. */
  kill(): Promise<void>;
};
