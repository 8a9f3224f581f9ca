// Walks the page for phones in Chromium, as somebody in the room does. The test beside it runs it, and shows the pages that
// this script asks for: a line "show NAME" on its output is answered by a line on its input.
//
//   node browser.cjs ADDRESS CHROMIUM WIDTH SCRIPT(on|off) [FOLDER FOR PICTURES]
"use strict";
const puppeteer = require("puppeteer-core");
const fs = require("fs");
const path = require("path");
const readline = require("readline");

const [address, executablePath, width, script, pictures] = process.argv.slice(2);
const live = script === "on";
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const told = readline.createInterface({ input: process.stdin })[Symbol.asyncIterator]();

function check(so, says) {
  if (!so) { throw new Error(says); }
}

async function main() {
  const browser = await puppeteer.launch({ executablePath, headless: true, args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage();
  const errors = [];
  page.on("console", (message) => { if (message.type() === "error") { errors.push(message.text()); } });
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(new URL(address).origin) && !request.url().startsWith("data:")) { errors.push(`asks ${request.url()}`); }
  });
  await page.setJavaScriptEnabled(live);
  await page.setViewport({ width: Number(width), height: 760, isMobile: Number(width) < 600, hasTouch: Number(width) < 600 });

  const text = () => page.$eval("main", (main) => main.textContent);
  const sees = async (words) => {
    for (let tries = 0; tries < 300; tries += 1) {
      if ((await text()).includes(words)) { return; }
      await new Promise((again) => setTimeout(again, 50));
    }
    throw new Error(`does not show "${words}": ${await text()}`);
  };
  const show = async (name, words) => {
    process.stdout.write(`show ${name}\n`);
    await told.next();
    if (!live) { await goes(() => page.click("#again a")); }
    await sees(words);
  };
  const goes = (does) => Promise.all([page.waitForNavigation(), does()]);
  const sends = () => goes(() => page.click("#asked button"));
  const looks = async (name) => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    check(wide <= 0, `${name} is wider than the screen by ${wide}`);
    for (const scheme of ["light", "dark"]) {
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      if (pictures) { await page.screenshot({ path: path.join(pictures, `${name}-${width}-${script}-${scheme}.png`), fullPage: true }); }
      // The rules need a page in which scripts run; without them the HTML is the same.
      if (!live) { continue; }
      await page.evaluate(axe);
      const found = await page.evaluate(() => window.axe.run({ resultTypes: ["violations"] }));
      const says = found.violations.map((fault) => `${fault.impact} ${fault.id}: ${fault.nodes.map((thing) => thing.html).join(" ")}`);
      check(says.length === 0, `${name} in ${scheme}: ${says.join("\n")}`);
    }
    await page.emulateMediaFeatures([]);
  };

  await page.goto(address);
  await sees("What will change next door first?");
  check((await page.cookies(address)).every((cookie) => cookie.httpOnly), "a script can read the seat");
  await looks("slip");
  await page.type("#slip", "The night shift gets the calls.");
  await sends();
  await sees("Your answer is in");
  await looks("answered");
  await page.$eval("#slip", (slip) => { slip.value = ""; });
  await page.type("#slip", "The night shift.");
  await sends();
  await page.goto(address);
  check(await page.$eval("#slip", (slip) => slip.value) === "The night shift.", "the answer is gone");

  await show("hands", "Which one first?");
  await looks("hands");
  await page.click("input[name=hand][value='1']");
  await sends();
  await sees("Your answer is in");

  await show("dots", "3 dots");
  await page.select("#dots0", "2");
  await page.select("#dots2", "1");
  if (live) { await sees("0 dots are left."); }
  await looks("dots");
  await sends();
  await sees("Your answer is in");

  await show("scale", "How sure are we?");
  for (const row of [0, 1, 2]) { await page.click(`input[name=scale${row}][value='${row + 2}']`); }
  await looks("scale");
  await sends();
  await sees("Your answer is in");

  await show("verdict", "Nearly");
  await page.click("input[value=nearly]");
  await sends();
  await sees("Your answer is in");

  await page.type("#own-question", "Who pays for it?");
  await goes(() => page.click(".more[aria-labelledby=ask] button"));
  await sees("You asked:");
  await goes(() => page.click("#line button"));
  await sees("You said that you would be surprised.");

  await show("slip again", "What worries you?");
  await page.type("#slip", "Half a sen");
  if (live) {
    await show("bars", "Not sent, because the question is over.");
    check((await text()).includes("Half a sen"), "what was typed is lost");
    check((await page.$eval("#status", (note) => note.textContent)) !== "", "nothing is announced");
  } else {
    process.stdout.write("show bars\n");
    await told.next();
    await sends();
    await sees("That came too late");
    await sees("Half a sen");
  }
  await sees("What the room answered");
  await looks("bars");
  await show("texts", "The night shift gets the calls.");
  await looks("texts");
  if (live) {
    process.stdout.write("show over\n");
    await told.next();
    await sees("The session is over.");
  }
  // A form that came too late is answered with an error status, and Chromium notes that.
  const unexpected = errors.filter((error) => !error.includes("409"));
  check(unexpected.length === 0 || !live, unexpected.join("\n"));
  await browser.close();
  process.stdout.write("walked\n");
  process.exit(0);
}

main().catch((error) => {
  process.stdout.write(`failed ${String(error.stack).replace(/\n/g, " | ")}\n`);
  process.exit(1);
});
