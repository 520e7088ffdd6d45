import { strict as assert } from "node:assert";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import type { Report, Reports } from "../../core/report/types";
import { reporters } from "../../reporters";
import { chromiumHere, launch, open } from "./browser";
import { divergence, fleetReports, fullReport, hostileReport, largeReport, report, reports } from "./sample";

const render = (what: Report | Reports) => reporters.html.load()(what, { color: false, columns: 100, all: true });
/** What runs in the page is text: its names are a browser's, not this program's. */
async function until(page: Page, expression: string): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt++) {
    if ((await page.evaluate(expression)) === true) return;
    await page.waitForTimeout(25);
  }
  assert.fail(`never became true: ${expression}`);
}

const told = (page: Page, text: string) =>
  until(page, `document.getElementById("shown").textContent === ${JSON.stringify(text)}`);
const visible = (page: Page) => page.locator(".f:visible").count();

describe("the HTML report in a real browser", function () {
  this.timeout(120_000);
  let browser: Browser;

  before(async function () {
    const executable = chromiumHere();
    if (executable === undefined) {
      console.log(
        "    Chromium is not installed (apt-get install chromium): the HTML report is not tested in a browser",
      );
      this.skip();
    }
    browser = await launch(executable);
  });
  after(async () => {
    if (chromiumHere() !== undefined) await browser.close();
  });

  it("renders from a file, asks for nothing and breaks none of its own policy", async () => {
    const { page, requests, complaints } = await open(browser, render(reports([fullReport(), report([])])));
    assert.equal(await page.locator(".matrix tbody tr").count(), 2);
    assert.equal(await visible(page), 12);
    assert.match(await page.locator(".f").first().innerText(), /mandatory.*engineVersion.*14\.7.*15\.4/s);
    assert.deepEqual(requests, []);
    assert.deepEqual(complaints, []);
  });

  it("filters by word, verdict, dimension, level and status, and says how many are left", async () => {
    const { page } = await open(browser, render(fullReport()));
    await page.fill("#q", "checkout RETRY");
    await told(page, "1 of 12 findings");
    assert.equal(await visible(page), 1);
    await page.click("button[type=reset]");
    await told(page, "12 findings");
    await page.uncheck("[name=verdict][value=beyond]");
    await told(page, "4 of 12 findings");
    await page.check("[name=verdict][value=beyond]");
    await page.selectOption("[name=policy]", "network-parity");
    await page.selectOption("[name=level]", "mandatory");
    await page.selectOption("[name=status]", "worsened");
    await told(page, "1 of 12 findings");
    assert.match(await page.locator(".f:visible").innerText(), /missing/);
  });

  it("folds many packages by ecosystem, and unfolds them for a search or a link", async () => {
    const packages = Array.from({ length: 400 }, (_, at) => {
      const urn = (stack: string) => `urn:pulumi:${stack}::shop::parity:sbom:Component::pkg:npm/p${String(at)}`;
      const [subject, reference] = [urn("staging"), urn("production")];
      const values = { subject: "1.0.0", reference: "1.1.0" };
      const what = { type: "parity:sbom:Component", key: "version", property: "version" };
      return divergence({ ...what, id: `p${String(at)}`, subject, reference, values, newer: false });
    });
    const { page } = await open(browser, render(report([divergence(), ...packages])));
    assert.equal(await visible(page), 1);
    assert.match(await page.locator(".packages > summary").innerText(), /npm: 400 older \(p0, p1, p10 …\)/);
    await page.fill("#q", "p399");
    await told(page, "1 of 401 findings");
    assert.equal(await visible(page), 1);
    await page.reload();
    await page.evaluate(`location.hash = "#p7"`);
    await until(page, `document.querySelector(".packages").open && document.getElementById("p7").open`);
  });

  it("keeps the filter in the link, so that it can be shared", async () => {
    const html = render(fullReport());
    const { page } = await open(browser, html, "#?q=orders&verdict=beyond&policy=capacity-parity");
    assert.equal(await visible(page), 1);
    assert.equal(await page.inputValue("#q"), "orders");
    await page.fill("#q", "");
    await until(page, `location.hash === "#?policy=capacity-parity&verdict=beyond"`);
  });

  it("a cell of the matrix leads to what is behind it", async () => {
    const { page } = await open(browser, render(reports([fullReport(), report([])])));
    await page.click(".matrix tbody tr:first-child a[href*='policy=capacity-parity']");
    await told(page, "2 of 12 findings");
    assert.equal(await page.locator(".pair:visible").count(), 1);
  });

  it("a link to a finding opens it, whatever the filter hid", async () => {
    const { page } = await open(browser, render(fullReport()), "#0a1b2c3d4e5f");
    const finding = page.locator("[id='0a1b2c3d4e5f']");
    assert.equal(await finding.getAttribute("open"), "");
    await until(
      page,
      `(() => {
      const box = document.querySelector(".target")?.getBoundingClientRect();
      return box !== undefined && box.top >= 0 && box.top < innerHeight;
    })()`,
    );
    await page.fill("#q", "nothing of the kind");
    await until(page, `document.querySelectorAll(".f:not([hidden])").length === 0`);
    await page.evaluate(`(location.hash = "#1a1b2c3d4e5f")`);
    await until(page, `document.getElementById("1a1b2c3d4e5f")?.hasAttribute("open")`);
    assert.equal(await page.locator("[id='1a1b2c3d4e5f']").isVisible(), true);
  });

  it("is used by keyboard: skip link, search by /, findings by Enter", async () => {
    const { page } = await open(browser, render(fullReport()));
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(`document.activeElement?.textContent`), "Skip to the findings");
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(`document.activeElement?.id`), "q");
    await page.keyboard.type("engineVersion");
    await told(page, "1 of 12 findings");
    await page.keyboard.press("Escape");
    await told(page, "12 findings");
    await page.locator(".f summary").first().focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.locator(".f").first().getAttribute("open"), "");
  });

  for (const [look, options] of Object.entries({
    light: { colorScheme: "light" },
    dark: { colorScheme: "dark" },
    narrow: { viewport: { width: 380, height: 800 } },
  } as const)) {
    it(`${look}: axe finds no accessibility violation, and the page is no wider than the screen`, async () => {
      const { page } = await open(browser, render(fleetReports()), "#0a1b2c3d4e5f", {
        ...options,
        bypassCSP: true,
      });
      await page.evaluate(axe.source);
      const violations = await page.evaluate(
        `axe.run().then((result) => result.violations.map(({ id, nodes }) => id + ": " + nodes[0].html))`,
      );
      assert.deepEqual(violations, []);
      assert.ok(await page.evaluate(`document.documentElement.scrollWidth <= innerWidth`));
    });
  }

  it("prints without its controls, with what is beyond tolerance unfolded", async () => {
    const { page } = await open(browser, render(fullReport()));
    await page.emulateMedia({ media: "print" });
    await page.locator(".filter").waitFor({ state: "hidden" });
    await page.evaluate(`dispatchEvent(new Event("beforeprint"))`);
    assert.equal(await page.locator(".f[open]").count(), 8);
    await page.evaluate(`dispatchEvent(new Event("afterprint"))`);
    assert.equal(await page.locator(".f[open]").count(), 0);
  });

  it("shows everything where no script runs", async () => {
    const { page } = await open(browser, render(fullReport()), "", { javaScriptEnabled: false });
    assert.equal(await visible(page), 12);
    assert.equal(await page.locator(".filter").isVisible(), false);
  });

  it("runs nothing of what a state holds, and shows it as text", async () => {
    const { page, requests, complaints } = await open(browser, render(hostileReport()));
    assert.equal(await page.evaluate(`"owned" in globalThis`), false);
    assert.equal(await page.locator("img, iframe, object, .pair script").count(), 0);
    assert.equal(await page.locator("a[href]:not([href^='#'])").count(), 0);
    assert.match(await page.locator(".pair").innerText(), /<\/script><script>globalThis\.owned=1<\/script><img src=x/);
    assert.deepEqual([requests, complaints], [[], []]);
  });

  it("stays usable with 10,000 divergences", async () => {
    const html = render(largeReport(10_000));
    const opened = Date.now();
    const { page } = await open(browser, html);
    await told(page, "10000 findings");
    const loading = Date.now() - opened;
    const filtering = Number(
      await page.evaluate(`(async () => {
        const search = document.getElementById("q");
        const shown = document.getElementById("shown");
        const began = performance.now();
        search.value = "setting_9876";
        search.dispatchEvent(new Event("input", { bubbles: true }));
        while (shown.textContent !== "1 of 10000 findings") await new Promise(requestAnimationFrame);
        return performance.now() - began;
      })()`),
    );
    assert.ok(loading < 15_000, `loading took ${loading} ms`);
    assert.ok(filtering < 3_000, `filtering took ${filtering} ms`);
    console.log(
      `      ${Math.round(html.length / 1e5) / 10} MB, loaded in ${loading} ms, filtered in ${Math.round(filtering)} ms`,
    );
  });
});
