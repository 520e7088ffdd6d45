import { existsSync } from "node:fs";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where this machine has a Chromium; undefined where it has none. */
export function chromiumHere(): string | undefined {
  return PLACES.find((place) => existsSync(place));
}

const QUIET = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: QUIET });
}

export interface Opened {
  readonly page: Page;
  /** Everything that the page asked for besides itself. */
  readonly requests: readonly string[];
  /** Messages of the console, refusals of the page's policy among them. */
  readonly complaints: readonly string[];
}

/** Opens a page from a file, as somebody does who was sent it. */
export async function open(
  browser: Browser,
  html: string,
  hash = "",
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const file = join(mkdtempSync(join(tmpdir(), "parity-html-")), "parity.html");
  writeFileSync(file, html);
  const page = await (await browser.newContext(options)).newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (!request.isNavigationRequest() && !request.url().startsWith("data:")) requests.push(request.url());
  });
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`${pathToFileURL(file).href}${hash}`);
  return { page, requests, complaints };
}
